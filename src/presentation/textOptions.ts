/** What the wording of goals depends on. */
export interface TextOptions {
  /** A BCP 47 tag: the language of the window. */
  readonly language: string;
  /** Epoch milliseconds: what "in 3 days" counts from. */
  readonly now: number;
  /** Revenue is sensitive: a band unless the person chose otherwise. */
  readonly revenue: 'band' | 'exact' | 'hidden';
}
