import { createHash } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import * as z from 'zod';
import type { CodeTie } from '../../core/goal/codeLink';
import { replaceFile } from '../../files/replaceFile';
import type { Connection } from '../connection/connection';

/** What a tracker once told about some code. */
export interface KeptAnswer {
  /** When, by our clock, in epoch milliseconds. */
  readonly at: number;
  readonly ties: readonly CodeTie[];
}

const version = 1;
const noAnswers: ReadonlyMap<string, KeptAnswer> = new Map();

const repository = z.exactOptional(z.string());
const linkSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('commit'), sha: z.string() }),
  z.object({
    kind: z.literal('branch'),
    name: z.string(),
    repository,
    pullRequest: z.exactOptional(z.int()),
  }),
  z.object({
    kind: z.literal('pullRequest'),
    number: z.int(),
    repository,
    isClosing: z.exactOptional(z.literal(true)),
  }),
]);
const answerSchema = z.object({
  at: z.number(),
  ties: z.array(z.object({ key: z.string(), link: linkSchema })),
});
const contentSchema = z.object({
  version: z.literal(version),
  connection: z.string(),
  answers: z.array(z.tuple([z.string(), answerSchema])),
});

/**
 * The file beside a tracker's goals that keeps what it tells of code only when asked. Losing it only costs some
 * requests.
 */
export class CodeAnswersFile {
  readonly path: string;
  private readonly fingerprint: string;

  /** @param goalsPath the file that keeps the goals of the connection */
  constructor(goalsPath: string, connection: Connection) {
    // The name begins like that of the goals, so that signing out finds it.
    this.path = goalsPath.replace(/\.jsonl$/, '.code.jsonl');
    this.fingerprint = createHash('sha256').update(JSON.stringify(connection)).digest('hex');
  }

  /** Loads the answers; none if there is no usable file. */
  async load(): Promise<ReadonlyMap<string, KeptAnswer>> {
    try {
      const content = contentSchema.parse(JSON.parse(await readFile(this.path, 'utf8')));
      return content.connection === this.fingerprint ? new Map(content.answers) : noAnswers;
    } catch {
      return noAnswers;
    }
  }

  /** @throws the file system's errors */
  async save(answers: ReadonlyMap<string, KeptAnswer>): Promise<void> {
    const content = { version, connection: this.fingerprint, answers: [...answers] };
    await replaceFile(this.path, [JSON.stringify(content)]);
  }

  /** Removes the file. */
  remove(): Promise<void> {
    return rm(this.path, { force: true });
  }
}
