/** An answer that the tracker can confirm as still current. */
export interface KeptAnswer {
  readonly etag: string;
  readonly json: unknown;
  readonly headers: Readonly<Record<string, string>>;
  /** The size of what it was read from, in bytes. */
  readonly size: number;
}

const maxSize = 8 * 1024 * 1024;
/** Each sync with news asks for what changed since another time, and the questions before it are never put again. */
const maxAnswers = 64;

/** The answers with an ETag that were needed last, by address: an unchanged one need not be sent again. */
export class AnswerCache {
  private readonly kept = new Map<string, KeptAnswer>();
  private size = 0;

  get(address: string): KeptAnswer | undefined {
    const answer = this.kept.get(address);
    if (answer) {
      this.kept.delete(address);
      this.kept.set(address, answer);
    }
    return answer;
  }

  set(address: string, answer: KeptAnswer): void {
    this.delete(address);
    if (answer.size > maxSize / 4) return;
    this.kept.set(address, answer);
    this.size += answer.size;
    // A map keeps insertion order: the first entry is the one that nobody needed for longest.
    for (const [oldest] of this.kept) {
      if (this.size <= maxSize && this.kept.size <= maxAnswers) break;
      this.delete(oldest);
    }
  }

  private delete(address: string): void {
    this.size -= this.kept.get(address)?.size ?? 0;
    this.kept.delete(address);
  }
}
