import { fullName, repositoryOf } from './githubFollow';
import { issueGoal, milestoneGoal } from './githubGoal';
import type { GithubItem } from './githubKeys';
import { issuePage } from './githubIssuePage';
import { toPage, type GithubPage, type GithubReader } from './githubPage';
import { issuesAtOnce, itemsQuery, type WantedItem } from './githubQueries';
import { isPullRequest, restEntrySchema, restIssueSchema, restMilestoneSchema } from './githubRestSchemas';
import { itemsSchema, milestoneSchema } from './githubSchemas';
import { isOneOf, isTooMuch } from './githubServer';

/** Reads single issues and milestones. */
export class GithubByKey {
  /** Repositories that a key could have meant, but that do not exist or are hidden from us. */
  private readonly absent = new Set<string>();

  constructor(private readonly reader: GithubReader) {}

  /** Forgets which repositories were absent. */
  forget(): void {
    this.absent.clear();
  }

  /** The goals that have these keys. @throws {TrackerError} */
  async read(items: readonly GithubItem[], signal: AbortSignal): Promise<GithubPage> {
    const wanted = items.flatMap(({ kind, number, repositories }) =>
      repositories
        .filter((repository) => !this.absent.has(fullName(repository).toLowerCase()))
        .map((repository): WantedItem => ({ kind, number, repository })),
    );
    const pages: GithubPage[] = [];
    for (let at = 0; at < wanted.length; at += issuesAtOnce) {
      pages.push(...(await this.pagesOf(wanted.slice(at, at + issuesAtOnce), signal)));
    }
    const asked = new Set(items.map(({ key }) => key));
    return {
      // A repository that was only guessed may turn out to be another.
      goals: pages.flatMap(({ goals }) => goals).filter(({ key }) => asked.has(key.toUpperCase())),
      problems: pages.flatMap(({ problems }) => problems),
    };
  }

  /** The items, in halves if all at once are too many; not in ever smaller ones, as GitHub may be out of order. */
  private async pagesOf(
    wanted: readonly WantedItem[],
    signal: AbortSignal,
    halvings = 3,
  ): Promise<GithubPage[]> {
    try {
      return (await this.overGraphql(wanted, signal)) ?? (await this.overRest(wanted, signal));
    } catch (error) {
      if (halvings === 0 || wanted.length === 1 || !isTooMuch(error)) throw error;
      const half = Math.ceil(wanted.length / 2);
      const first = await this.pagesOf(wanted.slice(0, half), signal, halvings - 1);
      return [...first, ...(await this.pagesOf(wanted.slice(half), signal, halvings - 1))];
    }
  }

  private async overGraphql(
    wanted: readonly WantedItem[],
    signal: AbortSignal,
  ): Promise<GithubPage[] | undefined> {
    const { server, goals } = this.reader;
    const answer = await server.askForIssues((parts) => itemsQuery(wanted, parts), itemsSchema, signal);
    return (
      answer &&
      Promise.all(
        wanted.map(async (item, index): Promise<GithubPage> => {
          const place = answer.data[`place${index}`];
          if (!place) this.absent.add(fullName(item.repository).toLowerCase());
          if (place?.nameWithOwner) goals.keys.renamed(item.repository, place.nameWithOwner);
          const repository = repositoryOf(place?.nameWithOwner ?? '') ?? item.repository;
          return item.kind === 'issue'
            ? issuePage([place?.item], repository, this.reader, signal)
            : toPage([place?.item], milestoneSchema, (each) => milestoneGoal(each, repository, goals));
        }),
      )
    );
  }

  private async overRest(wanted: readonly WantedItem[], signal: AbortSignal): Promise<GithubPage[]> {
    const pages: GithubPage[] = [];
    for (const item of wanted) pages.push(await this.oneOverRest(item, signal));
    return pages;
  }

  private async oneOverRest(
    { kind, number, repository }: WantedItem,
    signal: AbortSignal,
  ): Promise<GithubPage> {
    const { server, goals } = this.reader;
    try {
      const path = `/repos/${fullName(repository)}/${kind}s/${number}`;
      const { data } = await server.rest({ path }, restEntrySchema, signal);
      if (isPullRequest(data)) return { goals: [], problems: [] };
      return kind === 'issue'
        ? toPage([data], restIssueSchema, (issue) => issueGoal(issue, repository, goals))
        : toPage([data], restMilestoneSchema, (each) => milestoneGoal(each, repository, goals));
    } catch (error) {
      // A transferred issue answers with its new place, a deleted one with 410.
      if (isOneOf(error, ['notFound', 'gone', 'redirected', 'forbidden'])) return { goals: [], problems: [] };
      throw error;
    }
  }
}
