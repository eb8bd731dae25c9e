import type { PathName, Work } from './pathNames';
import type { PathRule } from './pathRules';

/**
 * The rules of a map, indexed by a name that every path they match contains, so that only the rules that can match are
 * tried, even among ten thousand.
 */
export class RuleIndex {
  private readonly named = new Map<string, PathRule[]>();
  /** The rules without such a name, such as `*.css`. */
  private readonly others: PathRule[] = [];

  constructor(rules: readonly PathRule[]) {
    for (const rule of rules) {
      const name = rule.glob.lastLiteral;
      if (name === undefined) this.others.push(rule);
      else {
        const same = this.named.get(name);
        if (same) same.push(rule);
        else this.named.set(name, [rule]);
      }
    }
  }

  /** The last rule that matches. */
  last(names: readonly PathName[], work: Work): PathRule | undefined {
    let best: PathRule | undefined;
    const lists = [...new Set(names.map(({ text }) => text))].map((text) => this.named.get(text) ?? []);
    for (const rules of [...lists, this.others]) {
      for (let at = rules.length - 1; at >= 0; at -= 1) {
        const rule = rules[at];
        if (!rule || (best && rule.line < best.line)) break;
        work.steps += 1;
        if (rule.glob.matches(names, work)) {
          best = rule;
          break;
        }
      }
    }
    return best;
  }
}
