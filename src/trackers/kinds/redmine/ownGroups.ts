import { isOfPlace } from '../../../core/tracker/trackerError';
import { Remembered } from '../../../core/remembered';
import type { TrackerContext } from '../../port/adapter';
import { parseEntries } from '../../mapping/readEntries';
import { assignedSchema, issuesPageSchema, type RedmineIssue } from './redmineSchemas';

const lastsMs = 60 * 60_000;
const none: ReadonlySet<number> = new Set();

/**
 * The groups of the person who is signed in, as far as something is assigned to them. Redmine lists a person's groups
 * only to administrators, but counts what is assigned to a group as assigned to `me`.
 */
export class OwnGroups {
  private readonly known: Remembered<ReadonlySet<number>>;

  constructor(private readonly context: TrackerContext) {
    this.known = new Remembered(context.clock, lastsMs);
  }

  /** The ids, asked for once an hour, and only if an issue is somebody else's. @throws {TrackerError} */
  async of(
    me: number | undefined,
    issues: readonly RedmineIssue[],
    signal: AbortSignal,
  ): Promise<ReadonlySet<number>> {
    const known = this.known.value;
    if (known) return known;
    const isOthers = ({ assigned_to }: RedmineIssue): boolean => !!assigned_to && assigned_to.id !== me;
    if (me === undefined || !issues.some(isOthers)) return none;
    return this.known.or(async () => new Set((await this.ask(signal)).filter((id) => id !== me)));
  }

  private async ask(signal: AbortSignal): Promise<number[]> {
    const query = { assigned_to_id: 'me', status_id: '*', sort: 'updated_on:desc', limit: 100 };
    try {
      const request = { path: '/issues.json', query };
      const { issues } = await this.context.http.ask(request, issuesPageSchema, signal);
      return parseEntries(issues, assignedSchema).parsed.map(({ assigned_to }) => assigned_to.id);
    } catch (error) {
      // Goals can do without.
      if (!isOfPlace(error)) throw error;
      return [];
    }
  }
}
