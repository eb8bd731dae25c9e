import type { NextChoice } from '../../../core/commitBox/nextCommit';
import type { GitRepository } from '../../sources/git/gitExtension';

/** What people said about the next commit of each repository; it holds until HEAD moves. */
export class NextChoices {
  private readonly choices = new Map<string, { readonly head: string; readonly choice: NextChoice }>();

  of(repository: GitRepository): NextChoice | undefined {
    const id = repository.rootUri.toString();
    const found = this.choices.get(id);
    if (found?.head === headOf(repository)) return found.choice;
    this.choices.delete(id);
    return undefined;
  }

  set(repository: GitRepository, choice: NextChoice): void {
    this.choices.set(repository.rootUri.toString(), { head: headOf(repository), choice });
  }
}

function headOf({ state: { HEAD } }: GitRepository): string {
  return `${HEAD?.name ?? ''}\n${HEAD?.commit ?? ''}`;
}
