import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { periodOf, type ReportPeriod } from '../../../../src/core/report/reportPeriod';
import { readLandings, type LandingRequest } from '../../../../src/git/landing/readLandings';
import type { Landings } from '../../../../src/core/report/landings';
import { Git } from '../../../../src/git/run/git';
import { cleanGit } from '../../../../scripts/cleanGit.mjs';

/** The first moment of `octoberToNovember`, in epoch seconds. */
export const start = Date.parse('2026-10-26T00:00:00Z') / 1000;
/** Four whole weeks. */
const octoberToNovember: ReportPeriod = periodOf('2026-10-26', '2026-11-22', 'UTC');
export const daySeconds = 86_400;

/** A commit for `importLandings`. */
export interface WrittenCommit {
  readonly message: string;
  /** Days after `start` at which it was committed. */
  readonly at: number;
  /** Days before that at which it was written. */
  readonly age?: number;
  readonly author?: string;
  /** The author's clock, as in `+0530`. */
  readonly zone?: string;
  /** Numbers of earlier commits, from 1. Default: the one before. */
  readonly parents?: readonly number[];
  readonly files?: readonly string[];
  /** Files with what is in them. */
  readonly contents?: Readonly<Record<string, string>>;
}

/** Writes commits to `main` with `git fast-import`, and answers with their names in the order of the list. */
export function importLandings(root: string, commits: readonly WrittenCommit[]): string[] {
  const lines = commits.map(
    ({ message, at, age = 0, author = 'ana', zone = '+0000', parents, files = [], contents = {} }, index) => {
      const [committed, written] = [start + at * daySeconds, start + (at - age) * daySeconds].map(Math.floor);
      const [first = index, ...merged] = parents ?? [];
      return [
        `commit refs/heads/main\nmark :${index + 1}`,
        `author Name of ${author} <${author}@shop.example> ${written} ${zone}`,
        `committer The Forge <forge@shop.example> ${committed} +0000`,
        `data ${Buffer.byteLength(message)}\n${message}`,
        ...(first > 0 ? [`from :${first}`] : []),
        ...merged.map((parent) => `merge :${parent}`),
        ...[...files.map((path) => [path, String(index)] as const), ...Object.entries(contents)].map(
          ([path, text]) => `M 100644 inline ${path}\ndata ${Buffer.byteLength(text)}\n${text}`,
        ),
        '',
      ].join('\n');
    },
  );
  const done = commits.map((_, index) => `get-mark :${index + 1}\n`);
  const options = { cwd: root, env: cleanGit, encoding: 'utf8' as const };
  const input = `feature done\n${lines.join('\n')}\n${done.join('')}done\n`;
  const printed = execFileSync('git', ['fast-import', '--quiet', '--force'], { ...options, input });
  return printed.trim().split('\n');
}

/** Reads the landings of `main`. */
export function landingsOfMain(
  root: string,
  tip: string,
  overrides: Partial<LandingRequest> = {},
): Promise<Landings> {
  return readLandings(new Git(() => 'git'), root, {
    tip,
    period: octoberToNovember,
    now: (start + 35 * daySeconds) * 1000,
    trailer: 'Initiative',
    projects: new Set(['SHOP']),
    bots: [],
    ...overrides,
  });
}

const messages = [
  'Work on SHOP-7',
  'Work\n\nInitiative: SHOP-160\n',
  'Two of them: SHOP-7 and SHOP-142',
  'Unlinked',
  'Fix the totals (#12)',
  'Revert "x"\n\nThis reverts commit 1234567890123456789012345678901234567890.\n',
];

/**
 * Any history of a main line with branches merged into it, squashes, reverts and direct
 * commits, in the order of time.
 */
export const anyHistory: fc.Arbitrary<WrittenCommit[]> = fc
  .array(
    fc.record({
      message: fc.constantFrom(...messages),
      step: fc.integer({ min: 1, max: 6 }),
      age: fc.integer({ min: 0, max: 9 }),
      author: fc.constantFrom('ana', 'ben', 'chi', 'dev'),
      zone: fc.constantFrom('+0000', '+0530', '-0800', '+1400'),
      /** Commits of a branch that is merged here; none makes a direct commit. */
      branch: fc.nat(4),
      /** How far back the branch begins, in commits of the main line. */
      fork: fc.nat(5),
    }),
    { minLength: 1, maxLength: 14 },
  )
  .map((landings) => {
    const commits: WrittenCommit[] = [{ message: 'Root', at: -20, author: 'ana' }];
    const line = [1];
    let at = -15;
    for (const { message, step, age, author, zone, branch, fork } of landings) {
      at += step;
      const tip = line.at(-1) ?? 1;
      if (branch === 0) {
        commits.push({ message, at, age, author, zone, parents: [tip] });
      } else {
        let parent = line[Math.max(0, line.length - 1 - fork)] ?? 1;
        for (let each = 0; each < branch; each += 1) {
          const written = messages[(each + fork) % messages.length] ?? message;
          commits.push({
            message: written,
            at: at - 0.5,
            age: age + each / 3,
            author,
            zone,
            parents: [parent],
          });
          parent = commits.length;
        }
        const subject = `Merge branch 'feature/${message.includes('SHOP-7') ? 'SHOP-7-x' : 'x'}'`;
        commits.push({ message: subject, at, author: 'ben', parents: [tip, parent] });
      }
      line.push(commits.length);
    }
    return commits;
  });
