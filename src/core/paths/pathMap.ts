import * as l10n from '@vscode/l10n';
import { namesOf, type Work } from './pathNames';
import { parsePathRules, type PathKey, type PathProblem, type PathRule } from './pathRules';
import { RuleIndex } from './ruleIndex';

/** The most text, in UTF-16 units, that a path map may have to be used. */
export const maxPathMapLength = 1024 * 1024;

/** The rule that decides for a path. */
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
  private readonly rules: RuleIndex;
  /** The same file is looked up on every change around it. */
  private last: { readonly path: string; readonly match: PathMatch | undefined } | undefined;

  constructor(
    /** In the order of the file. */
    readonly list: readonly PathRule[],
    /** Every well-formed key in the file, with its position; the caller checks whether a tracker has it. */
    readonly keys: readonly PathKey[],
    readonly problems: readonly PathProblem[],
  ) {
    this.rules = new RuleIndex(list);
  }

  /**
   * The last rule that matches a file. The path is relative to the folder that holds `.goals`, with either separator; a
   * path that is absolute or leaves the folder matches nothing.
   *
   * @param work counts the steps taken
   */
  match(relativePath: string, work: Work = { steps: 0 }): PathMatch | undefined {
    if (this.last?.path !== relativePath) {
      const names = namesOf(relativePath.replaceAll('\\', '/'));
      this.last = { path: relativePath, match: names && this.rules.last(names, work) };
    }
    return this.last.match;
  }
}

/** Parses a path map. Never throws: unusable parts are left out and listed in `problems`. */
export function parsePathMap(text: string): PathMap {
  if (text.length > maxPathMapLength) {
    const message = l10n.t(
      'The file is larger than 1 MB and is not used. Replace single files with patterns.',
    );
    return new PathMap([], [], [{ line: 0, startColumn: 0, endColumn: 0, severity: 'error', message }]);
  }
  const { rules, keys, problems } = parsePathRules(text);
  return new PathMap(rules, keys, problems);
}
