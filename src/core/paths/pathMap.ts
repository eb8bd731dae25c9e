import ignore, { type Ignore } from 'ignore';
import { parsePathRules, type PathKey, type PathProblem, type PathRule } from './pathRules';

/** A path map with more text than this, in UTF-16 units, is not used. */
const maxLength = 1024 * 1024;
/** How many answers the `ignore` instances may remember, all together, before they are made anew. */
const maxRemembered = 20_000;

/** The rule that decides about a path. */
export interface PathMatch {
  /** Empty where the rule unlinks the path. */
  readonly keys: readonly string[];
  /** As written in the file. */
  readonly pattern: string;
  /** Counted from 0. */
  readonly line: number;
}

/** The map from paths to goals that a team keeps in `.goals/paths`; see docs/paths-file.md. */
export class PathMap {
  private readonly matchers = new Map<PathRule, Ignore>();
  private tests = 0;

  constructor(
    private readonly rules: readonly PathRule[],
    /** Every well-formed key in the file, with its place; whether a tracker has it is for the caller to say. */
    readonly keys: readonly PathKey[],
    readonly problems: readonly PathProblem[],
  ) {}

  /**
   * The last rule that matches a file. The path is relative to the folder that holds `.goals`, with either separator;
   * a path that is absolute or leaves the folder matches nothing.
   */
  match(relativePath: string): PathMatch | undefined {
    const path = relativePath.replaceAll('\\', '/');
    if (/^[A-Za-z]:\//.test(path) || !ignore.isPathValid(path)) return undefined;
    return this.rules.findLast(
      (rule) => rule.literals.every((part) => path.includes(part)) && this.matcherOf(rule).ignores(path),
    );
  }

  /** One instance for each rule: with all rules in one, a rule for a folder would hide later ones below it. */
  private matcherOf(rule: PathRule): Ignore {
    this.tests += 1;
    if (this.tests > maxRemembered) {
      this.matchers.clear();
      this.tests = 0;
    }
    let matcher = this.matchers.get(rule);
    if (!matcher) this.matchers.set(rule, (matcher = ignore({ ignoreCase: false }).add([...rule.gitignore])));
    return matcher;
  }
}

/** Reads a path map. Never throws: what cannot be used is left out and named in `problems`. */
export function parsePathMap(text: string): PathMap {
  if (text.length > maxLength) {
    const message = 'The file is larger than 1 MB and is not used. Replace single files by patterns.';
    return new PathMap([], [], [{ line: 0, startColumn: 0, endColumn: 0, severity: 'error', message }]);
  }
  const { rules, keys, problems } = parsePathRules(text);
  return new PathMap(rules, keys, problems);
}
