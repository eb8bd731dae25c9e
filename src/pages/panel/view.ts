import type { Strings } from '../../panel/contract/protocol';

/** What the drawing functions need besides the state: words, and what the person has opened. */
export interface View {
  readonly strings: Strings;
  /** Whether the person opened the part with this id; `otherwise` is how it starts. */
  isOpen(id: string, otherwise?: boolean): boolean;
}
