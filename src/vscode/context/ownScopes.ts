import type { Disposable, LogOutputChannel } from 'vscode';
import type { GoalCatalog } from '../../core/catalog/goalCatalog';
import type { GoalStore } from '../../core/catalog/goalStore';
import type { Identity } from '../../core/goal/mine';
import { goalScopesIn, type GoalScopes } from '../../core/views/goalScopes';
import { readIdentity } from '../../git/identity/readIdentity';
import type { Git } from '../../git/run/git';
import type { Repositories } from '../sources/git/repositories';

/**
 * Which goals are the person's own and their team's: by the trackers that they are signed in
 * to, and by git's identity.
 */
export class OwnScopes implements Disposable {
  private asked: { readonly roots: string; readonly identities: Promise<readonly Identity[]> } | undefined;
  private readonly end = new AbortController();
  private told:
    { readonly catalog: GoalCatalog; readonly by: unknown; readonly scopes: GoalScopes } | undefined;

  constructor(
    private readonly store: GoalStore,
    private readonly repositories: Repositories,
    private readonly git: Git,
    private readonly log: LogOutputChannel,
  ) {}

  /** What can be told apart now. Git is asked once, until `forget` or until other repositories are open. */
  async read(): Promise<GoalScopes> {
    const roots = this.repositories.all.map(({ rootUri }) => rootUri.toString()).join('\n');
    if (this.asked?.roots !== roots) this.asked = { roots, identities: this.readIdentities() };
    const identities = await this.asked.identities;
    const { catalog } = this.store;
    if (this.told?.catalog !== catalog || this.told.by !== identities)
      this.told = { catalog, by: identities, scopes: goalScopesIn(catalog, identities) };
    return this.told.scopes;
  }

  /** Asks git again the next time: its settings may be others by then. */
  forget(): void {
    this.asked = undefined;
  }

  dispose(): void {
    this.end.abort();
  }

  private async readIdentities(): Promise<readonly Identity[]> {
    const { signal } = this.end;
    const of = this.repositories.all.map(async ({ rootUri }): Promise<Identity> => {
      try {
        return await readIdentity(this.git, rootUri.fsPath, signal);
      } catch (error) {
        if (!signal.aborted) this.log.warn(`Who commits in ${rootUri.fsPath} cannot be read.`, error);
        return {};
      }
    });
    return Promise.all(of);
  }
}
