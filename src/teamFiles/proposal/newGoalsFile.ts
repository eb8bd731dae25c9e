import { entryLines } from '../goalsFile/editing/goalEntry';
import { exampleGoals } from './exampleGoals';
import type { Proposal } from './proposeGoals';

/** A new file, and the place in it that a person changes first. */
export interface NewGoalsFile {
  readonly text: string;
  /** The range of the first title; line and columns count from 0. */
  readonly change: { readonly line: number; readonly start: number; readonly end: number };
}

const head = `# The product goals that the code in this repository serves.
# Goal Lens shows them beside the code; the Problems panel tells of mistakes.
schema: goal-lens/v1

goals:
`;

const proposed = `  # Proposed from the branches and recent commits of this repository: correct the titles,
  # take out what is no goal, and say what is urgent: "priority: 1" (1 urgent … 4 low).
`;

/** Not a goal before a person makes it one: commits would be tagged with it. */
const reason = `  # What the work is for. Take the # away, say it in your own words,
  # and give the goals that serve it "parent: WHY-1".
  # - key: WHY-1
  #   title: Customers finish every order that they start
  #   level: initiative
  #   status: active # proposed, planned, active, blocked, done, dropped
  #   priority: 1
  #   owner: { name: Priya Nair, email: priya@shop.example }
  #   target: 2027-03-31 # or 2027-03, 2027-Q1
  #   impact:
  #     customers: 38
  #     quotes:
  #       - text: We lost the basket twice and ordered elsewhere.
`;

const pathsHead = `# Which paths serve which goals, in the syntax of CODEOWNERS: the last rule that matches wins.
`;

/** The first goals file of a repository: what is proposed for it, or examples that say so. */
export function newGoalsFile({ goals }: Proposal): NewGoalsFile {
  const entries = goals.map(entryLines);
  const body = entries.map((lines) => lines.map((line) => `  ${line}\n`).join('')).join('\n');
  const text = goals.length > 0 ? `${head}${proposed}${body}\n${reason}` : `${head}${exampleGoals}`;
  const lines = text.split('\n');
  const line = lines.findIndex((each) => /^ +title: /.test(each));
  const written = lines[line] ?? '';
  return { text, change: { line, start: written.indexOf(':') + 2, end: written.length } };
}

/** The path map that goes with it. */
export function newPathMap({ rules }: Proposal): string {
  if (rules.length === 0) return `${pathsHead}# /src/checkout/   SHOP-7\n# *.sql            SHOP-7 SHOP-9\n`;
  const width = Math.max(...rules.map(({ pattern }) => pattern.length));
  const lines = rules.map(({ pattern, keys }) => `${pattern.padEnd(width)}  ${keys.join(' ')}\n`);
  return `${pathsHead}# Proposed from where recent commits for these goals changed files.\n${lines.join('')}`;
}
