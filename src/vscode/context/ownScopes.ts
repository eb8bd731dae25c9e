import type { Disposable, LogOutputChannel } from 'vscode';
import type { GoalCatalog } from '../../core/catalog/goalCatalog';
import type { GoalStore } from '../../core/catalog/goalStore';
import type { Identity } from '../../core/goal/mine';
import { goalScopesIn, type GoalScopes } from '../../core/views/goalScopes';
import { readIdentity } from '../../git/identity/readIdentity';
import type { Git } from '../../git/run/git';
import type { Repositories } from '../sources/git/repositories';

/**
 * Which goals belong to the person and to their team, according to the trackers they are signed in to and git's
 * identity.
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

  /**
   * The scopes that can be told apart now. Git is asked only once, until `forget` or until other repositories are open.
   */
  async read(): Promise<GoalScopes> {
    const roots = this.repositories.all.map(({ rootUri }) => rootUri.toString()).join('\n');
    if (this.asked?.roots !== roots) this.asked = { roots, identities: this.readIdentities() };
    const identities = await this.asked.identities;
    const { catalog } = this.store;
    if (this.told?.catalog !== catalog || this.told.by !== identities)
      this.told = { catalog, by: identities, scopes: goalScopesIn(catalog, identities) };
    return this.told.scopes;
  }

  /** Makes the next `read` ask git again: its settings may have changed. */
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
