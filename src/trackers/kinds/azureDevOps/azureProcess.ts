import type { Level, StatusCategory } from '../../../core/goal/goal';
import { TrackerError } from '../../../core/tracker/trackerError';
import type { TrackerContext } from '../../port/adapter';
import { levelOf } from '../../mapping/meanings';
import { apiVersion } from './azureIds';
import { fieldsSchema, processSchema, statesSchema, type AzureField, type WorkItem } from './azureSchemas';

/** https://learn.microsoft.com/azure/devops/boards/work-items/workflow-and-state-categories */
const categories: ReadonlyMap<string, StatusCategory> = new Map([
  ['proposed', 'planned'],
  ['inprogress', 'active'],
  // Work is done but not checked yet.
  ['resolved', 'active'],
  ['completed', 'done'],
  ['removed', 'dropped'],
]);

/**
 * Microsoft describes an epic as a business initiative to be accomplished, and a feature as what ships to customers:
 * https://learn.microsoft.com/azure/devops/boards/backlogs/define-features-epics. What a team adds stands above both.
 */
const backlogLevels: ReadonlyMap<string, Level> = new Map([
  ['microsoft.epiccategory', 'initiative'],
  ['microsoft.featurecategory', 'epic'],
]);
const typeLevels: ReadonlyMap<string, Level> = new Map([
  ['epic', 'initiative'],
  ['feature', 'epic'],
]);

/** States, levels and fields as last read. What may not be read is judged by its name. */
export class AzureProcess {
  private readonly states = new Map<string, StatusCategory>();
  private readonly types = new Map<string, Level>();
  private readonly read = new Set<string>();
  private readonly own: ReadonlyMap<string, Level>;
  private knownFields: readonly AzureField[] | undefined;

  constructor(private readonly context: TrackerContext) {
    const entries = Object.entries(context.connection.levels ?? {});
    this.own = new Map(entries.map(([type, level]) => [type.toLowerCase(), level]));
  }

  /** Reads what must be known about these work items, once per project and type. */
  async learn(items: readonly WorkItem[], signal: AbortSignal): Promise<void> {
    for (const { fields } of items) {
      const { 'System.TeamProject': project, 'System.WorkItemType': type } = fields;
      if (!project) continue;
      await this.once(project, () => this.readLevels(project, signal));
      if (type) await this.once(join(project, type), () => this.readStates(project, type, signal));
    }
  }

  categoryOf({ fields }: WorkItem): StatusCategory | undefined {
    const { 'System.TeamProject': project, 'System.WorkItemType': type, 'System.State': state } = fields;
    return this.states.get(join(project ?? '', type ?? '', state ?? ''));
  }

  levelOf({ fields }: WorkItem): Level {
    const { 'System.TeamProject': project, 'System.WorkItemType': type = '' } = fields;
    const name = type?.toLowerCase() ?? '';
    return (
      this.own.get(name) ??
      this.types.get(join(project ?? '', name)) ??
      typeLevels.get(name) ??
      levelOf(name, {}, 'item')
    );
  }

  /** The fields of the organization. @throws {TrackerError} */
  async fields(signal: AbortSignal): Promise<readonly AzureField[]> {
    this.knownFields ??= (await this.ask('/_apis/wit/fields', fieldsSchema, signal)).value.filter(
      ({ isDeleted }) => !isDeleted,
    );
    return this.knownFields;
  }

  private async readLevels(project: string, signal: AbortSignal): Promise<void> {
    const path = `/${encodeURIComponent(project)}/_apis/work/processconfiguration`;
    const { portfolioBacklogs } = await this.ask(path, processSchema, signal);
    for (const { referenceName, workItemTypes } of portfolioBacklogs) {
      const level = backlogLevels.get(referenceName.toLowerCase()) ?? 'objective';
      for (const { name } of workItemTypes ?? []) this.types.set(join(project, name.toLowerCase()), level);
    }
  }

  private async readStates(project: string, type: string, signal: AbortSignal): Promise<void> {
    const path = `/${encodeURIComponent(project)}/_apis/wit/workitemtypes/${encodeURIComponent(type)}/states`;
    const { value } = await this.ask(path, statesSchema, signal);
    for (const { name, category } of value) {
      const known = categories.get(category?.toLowerCase() ?? '');
      if (known) this.states.set(join(project, type, name), known);
    }
  }

  private async once(name: string, read: () => Promise<void>): Promise<void> {
    if (this.read.has(name)) return;
    try {
      await read();
    } catch (error) {
      if (!(error instanceof TrackerError) || !refusals.has(error.reason)) throw error;
    }
    this.read.add(name);
  }

  private ask<T extends Parameters<TrackerContext['http']['ask']>[1]>(
    path: string,
    schema: T,
    signal: AbortSignal,
  ) {
    return this.context.http.ask({ path, query: { 'api-version': apiVersion } }, schema, signal);
  }
}

/** Faults that another try does not change, and that goals can do without. */
const refusals: ReadonlySet<string> = new Set([
  'forbidden',
  'notFound',
  'rejected',
  'redirected',
  'wrongShape',
]);

/** Joins names; none of them contains a line break. */
function join(...names: readonly string[]): string {
  return names.join('\n');
}
