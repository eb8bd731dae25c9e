import type { WrittenCommit } from '../git/landing/landingFixture';
import { runCliIn, type CliRun } from './cliRun';

/** The goals of the repository that reports are made of. */
export const goalsFile = `
schema: goal-lens/v1
goals:
  - { key: SHOP-7, title: Checkout that never loses a cart, level: initiative, priority: P1, status: active, impact: { customers: 38 } }
  - { key: SHOP-142, title: Retry a payment, level: item, parent: SHOP-7 }
  - { key: SHOP-9, title: "Search \\u001b[31m | [x](javascript:alert) =1", level: initiative, priority: P3, status: active }
  - { key: PAY-3, title: "=cmd()", level: initiative, priority: P2, status: active, blockedBy: [SHOP-9] }
  - { key: SHOP-4, title: Guest checkout, level: initiative, priority: P2, status: done, closed: 2026-10-28 }
`;

/** Its commits; those from the second on are in the four weeks before November 23, 2026. */
export const reportCommits: WrittenCommit[] = [
  { message: 'Root', at: -20, files: ['readme.md'] },
  { message: 'Retry\n\nInitiative: SHOP-142\n', at: 1, age: 1, author: 'ana', files: ['src/pay.ts'] },
  { message: 'Search for SHOP-9', at: 2, author: 'ben', files: ['src/search/a.ts'] },
  { message: 'Tidy', at: 9, author: 'chi', files: ['src/infra/ci/x.yml', 'src/infra/y.yml'] },
  { message: 'Guests SHOP-4', at: 10, author: 'dev', files: ['src/guest.ts'] },
  { message: 'More\n\nInitiative: none (tooling)\n', at: 16, author: 'ana', files: ['tools/x'] },
  { message: 'Cart totals', at: 17, author: 'ben', files: ['cart/totals.ts'] },
  { message: '=HYPERLINK("x") SHOP-999', at: 23, author: 'chi', files: ['x'] },
  { message: 'Bump', at: 24, author: 'renovate[bot]', files: ['package.json'] },
];

/** What `goal-lens report` printed. */
export type ReportRun = CliRun;

/** Runs `goal-lens report` in a folder, at noon on Friday, November 27, 2026. */
export function runReport(cwd: string, home: string, args: readonly string[]): Promise<ReportRun> {
  return runCliIn(cwd, home, ['report', ...args], Date.parse('2026-11-27T12:00:00Z'));
}
