import { isDeepStrictEqual } from 'node:util';
import { isFresh, type Clock } from '../../core/clock';
import { usableLinks, type CodeTie } from '../../core/goal/codeLink';
import { isOfPlace, TrackerError } from '../../core/tracker/trackerError';
import { Turns } from '../../core/turns';
import { pullRequestsAtOnce, type CodeInquiry, type CodeQuestion } from '../port/codeInquiry';
import type { CodeAnswersFile, KeptAnswer } from './codeAnswersFile';

/** What asking for answers and keeping them needs. */
export interface CodeAnswersOptions {
  /** Undefined for a tracker that is asked nothing; connected with the first question. */
  readonly inquiry: () => Promise<CodeInquiry | undefined>;
  readonly file: CodeAnswersFile;
  readonly clock: Clock;
  readonly log?: (line: string) => void;
  /** Called with an unforeseen error. */
  readonly onBug?: (error: unknown) => void;
}

const minute = 60_000;
/** How long an answer is good enough, in milliseconds: a pull request that landed closes what it closes. */
const lasts = { pullRequests: 24 * 60 * minute, branch: 30 * minute, goal: 10 * minute } as const;
/** How many answers are kept: even the many pull requests that close nothing have one. */
const maxAnswers = 5_000;
/** How many ties one answer may hold. */
const maxTies = 500;
/** How many requests are made at once; the rest follows on the next occasion. */
const maxRequests = 8;
/** How long nothing is asked after a fault, in milliseconds. */
const pauseMs = 5 * minute;

/** What one tracker has told of code when asked, and when. */
export class CodeAnswers {
  private answers = new Map<string, KeptAnswer>();
  private readonly turns = new Turns();
  private pausedAt: number | undefined;
  private told: readonly CodeTie[] = [];

  constructor(private readonly options: CodeAnswersOptions) {}

  /** Everything that was told; the same list until something changes. */
  get ties(): readonly CodeTie[] {
    return this.told;
  }

  /** Loads what was kept. */
  async load(): Promise<void> {
    this.adopt(await this.options.file.load());
  }

  /** Asks what is unknown or outdated. @returns whether the ties have changed */
  ask(questions: readonly CodeQuestion[], signal: AbortSignal): Promise<boolean> {
    return this.turns.run(async () => {
      const inquiry = await this.options.inquiry();
      if (!inquiry) return false;
      const before = this.told;
      let asked = 0;
      let left = maxRequests;
      for (const given of questions) {
        for (const question of inquiry.answers.includes(given.kind) ? this.due(given) : []) {
          if (signal.aborted || this.isPaused() || left === 0) break;
          left -= 1;
          if (await this.askOne(inquiry, question, signal)) asked += 1;
        }
      }
      if (asked > 0) await this.keep();
      return this.told !== before;
    });
  }

  /** Resolves once nothing is being asked or written. */
  ended(): Promise<void> {
    return this.turns.ended();
  }

  private async askOne(inquiry: CodeInquiry, question: CodeQuestion, signal: AbortSignal): Promise<boolean> {
    try {
      this.note(question, await inquiry.ask(question, signal));
      return true;
    } catch (error) {
      if (signal.aborted) return false;
      if (!(error instanceof TrackerError)) this.options.onBug?.(error);
      else this.options.log?.(`It does not tell of code: ${error.message}`);
      if (isAsGoodAsAnswer(error)) {
        this.note(question, []);
        return true;
      }
      this.pausedAt = this.options.clock.now();
      return false;
    }
  }

  private isPaused(): boolean {
    return isFresh(this.pausedAt, this.options.clock.now(), pauseMs);
  }

  /** The question without what is known, split into as many parts as needed. */
  private due(question: CodeQuestion): CodeQuestion[] {
    const now = this.options.clock.now();
    const isDue = (id: string): boolean => !isFresh(this.answers.get(id)?.at, now, lasts[question.kind]);
    if (question.kind !== 'pullRequests') return isDue(idOf(question)) ? [question] : [];
    const numbers = [...new Set(question.numbers)].filter((number) => isDue(idOf(question, number)));
    const parts: CodeQuestion[] = [];
    for (let at = 0; at < numbers.length; at += pullRequestsAtOnce) {
      parts.push({ ...question, numbers: numbers.slice(at, at + pullRequestsAtOnce) });
    }
    return parts;
  }

  private note(question: CodeQuestion, given: readonly CodeTie[]): void {
    const at = this.options.clock.now();
    const ties = given.slice(0, maxTies).filter(({ link }) => usableLinks([link]).length > 0);
    if (question.kind === 'pullRequests') {
      for (const number of question.numbers) {
        const own = ties.filter(({ link }) => link.kind === 'pullRequest' && link.number === number);
        this.set(idOf(question, number), { at, ties: own });
      }
    } else this.set(idOf(question), { at, ties });
  }

  private set(id: string, answer: KeptAnswer): void {
    const isNews = isOther(answer, this.answers.get(id));
    this.answers.set(id, answer);
    if (isNews) this.tell();
  }

  private async keep(): Promise<void> {
    try {
      // Another window may have asked something else.
      this.adopt(await this.options.file.load());
      await this.options.file.save(this.answers);
    } catch (error) {
      this.options.log?.(`What it tells of code is not kept: ${error instanceof Error ? error.message : ''}`);
    }
  }

  private adopt(others: ReadonlyMap<string, KeptAnswer>): void {
    const now = this.options.clock.now();
    const all = [...others, ...this.answers].filter(([, { at }]) => at <= now);
    // Of two answers to a question, the later one counts.
    all.sort(([, one], [, other]) => one.at - other.at);
    const newest = [...new Map(all)].sort(([, one], [, other]) => one.at - other.at);
    const before = this.answers;
    this.answers = new Map(newest.slice(-maxAnswers));
    const hasNews = [...this.answers].some(([id, answer]) => isOther(answer, before.get(id)));
    const isGone = [...before].some(([id, { ties }]) => ties.length > 0 && !this.answers.has(id));
    if (hasNews || isGone) this.tell();
  }

  private tell(): void {
    this.told = [...this.answers.values()].flatMap((answer) => answer.ties);
  }
}

/** Whether an answer differs from the one before it; an empty one does not differ from none. */
function isOther({ ties }: KeptAnswer, before: KeptAnswer | undefined): boolean {
  return !isDeepStrictEqual(ties, before?.ties ?? []);
}

/** A plan, a scope or the thing asked about is missing, so that asking again at once changes nothing. */
function isAsGoodAsAnswer(error: unknown): boolean {
  return isOfPlace(error) || (error instanceof TrackerError && error.reason === 'notJson');
}

function idOf(question: CodeQuestion, number?: number): string {
  switch (question.kind) {
    case 'pullRequests':
      return `pull request ${question.repository} ${number ?? ''}`;
    case 'branch':
      return `branch ${question.name}`;
    case 'goal':
      return `goal ${question.goal.id}`;
  }
}
