import type { Memento } from 'vscode';
import { tagMessage } from '../../../core/message/commitTag';
import type { GitRepository } from '../../sources/git/gitExtension';

/**
 * How many of our own texts are remembered for each repository. More than the last one, because VS Code reports a
 * value that was written a little later once more, and by then the box may hold the next.
 */
const rememberedTexts = 4;

/** Writes tags into the commit boxes; remembers what it put there by itself, so that a person's text is never touched. */
export class CommitBox {
  /** @param memento keeps what was written over a reload of the window */
  constructor(private readonly memento: Memento) {}

  /** Adds or replaces the tag in whatever the box holds; nothing else of it changes. */
  tag(repository: GitRepository, trailer: string, keys: readonly string[]): void {
    repository.inputBox.value = tagMessage(repository.inputBox.value, trailer, keys);
  }

  /** Whether the box is empty or holds exactly what `fill` wrote. */
  isFree(repository: GitRepository): boolean {
    const { value } = repository.inputBox;
    return value === '' || this.written(repository).includes(value);
  }

  /**
   * Makes a free box hold the tag alone, or nothing where there are no keys; a box with a person's text stays. Says
   * whether it wrote.
   */
  async fill(repository: GitRepository, trailer: string, keys: readonly string[]): Promise<boolean> {
    if (!this.isFree(repository)) return false;
    const text = keys.length > 0 ? tagMessage('', trailer, keys) : '';
    if (repository.inputBox.value === text) return false;
    repository.inputBox.value = text;
    const others = this.written(repository).filter((each) => each !== text);
    await this.memento.update(memoryKey(repository), [...others, text].slice(-rememberedTexts));
    return true;
  }

  private written(repository: GitRepository): readonly string[] {
    return this.memento.get<readonly string[]>(memoryKey(repository), []);
  }
}

function memoryKey({ rootUri }: GitRepository): string {
  return `commitBox:${rootUri.toString()}`;
}
