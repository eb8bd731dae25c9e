import type { Goal } from '../../../core/goal/goal';
import type { Connection } from '../../connection/connection';
import { makeGoal } from '../../mapping/makeGoal';
import { statusOf } from '../../mapping/meanings';
import type { NumberedKeys } from '../../port/numberedKeys';
import type { AzureFields } from './azureFields';
import type { AzureAreas } from './azureTeams';
import type { AzureProcess } from './azureProcess';
import type { WorkItem } from './azureSchemas';
import { artifactLinks } from './azureLinks';
import { dayWritten } from '../../mapping/dayWritten';
import { htmlText } from './htmlText';

// https://learn.microsoft.com/azure/devops/boards/queries/link-type-reference
const parentLink = 'System.LinkTypes.Hierarchy-Reverse';
const predecessorLink = 'System.LinkTypes.Dependency-Reverse';
const successorLink = 'System.LinkTypes.Dependency-Forward';

/** What reading work items needs. */
export interface AzureReading {
  readonly connection: Connection;
  readonly keys: NumberedKeys;
  readonly process: AzureProcess;
  readonly fields: AzureFields;
  /** The id of the person who is signed in. */
  readonly me?: string | undefined;
  /** The areas that belong to their teams. */
  readonly areas?: AzureAreas;
}

/** The goal that a work item stands for. */
export function azureGoal(
  item: WorkItem,
  { connection, keys, process, fields, me, areas }: AzureReading,
): Goal | undefined {
  const own = item.fields;
  const assigned = own['System.AssignedTo'];
  const state = own['System.State'];
  const project = own['System.TeamProject'];
  const linked = (link: string): string[] => linkedIds(item, link).map((id) => keys.keyOf(id));
  const parent = own['System.Parent'];
  return makeGoal({
    id: String(item.id),
    trackerId: connection.id,
    key: keys.keyOf(item.id),
    title: own['System.Title'],
    level: process.levelOf(item),
    description: longText(item, descriptionFields),
    acceptance: longText(item, ['Microsoft.VSTS.Common.AcceptanceCriteria']),
    status: state ? statusOf(state, process.categoryOf(item), connection, 'planned') : undefined,
    priority: fields.priorityOf(item),
    impact: fields.impactOf(item),
    metrics: fields.metricsOf(item),
    owner: assigned && { name: assigned.displayName, email: assigned.uniqueName },
    mine: me !== undefined && assigned?.id === me ? 'me' : areas?.has(own['System.AreaPath']) && 'team',
    target: dayWritten(
      own['Microsoft.VSTS.Scheduling.TargetDate'] ?? own['Microsoft.VSTS.Scheduling.DueDate'],
    ),
    parentKey: parent ? keys.keyOf(parent) : undefined,
    otherParentKeys: linked(parentLink),
    blockedByKeys: linked(predecessorLink),
    blocksKeys: linked(successorLink),
    labels: own['System.Tags']?.split(';') ?? [],
    links: artifactLinks(item, connection.url),
    url: project && `${connection.url}/${encodeURIComponent(project)}/_workitems/edit/${item.id}`,
    updatedAt: own['System.ChangedDate'],
    // A removed item has no closing date of its own.
    closedAt: own['Microsoft.VSTS.Common.ClosedDate'] ?? own['Microsoft.VSTS.Common.StateChangeDate'],
  });
}

/** In some processes, bugs have no description of their own. */
const descriptionFields = ['System.Description', 'Microsoft.VSTS.TCM.ReproSteps'] as const;

/** The first of several long texts that is not empty. */
function longText(
  { fields, multilineFieldsFormat }: WorkItem,
  names: readonly ((typeof descriptionFields)[number] | 'Microsoft.VSTS.Common.AcceptanceCriteria')[],
): string | undefined {
  for (const name of names) {
    const text = fields[name];
    if (!text) continue;
    const isMarkdown = String(multilineFieldsFormat?.[name]).toLowerCase() === 'markdown';
    return isMarkdown ? text : htmlText(text);
  }
  return undefined;
}

/** The ids of linked items: each is the last part of the address. */
function linkedIds({ relations }: WorkItem, link: string): number[] {
  return (relations ?? []).flatMap((relation) => {
    if (relation?.rel !== link) return [];
    const id = Number(/\/workitems\/(\d{1,10})$/i.exec(relation.url)?.[1]);
    return Number.isSafeInteger(id) ? id : [];
  });
}
