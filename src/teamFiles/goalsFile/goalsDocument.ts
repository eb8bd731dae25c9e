import * as l10n from '@vscode/l10n';
import { isMap, isScalar, isSeq, type Node, type ParsedNode } from 'yaml';
import type { Guesses } from '../record/guesses';
import { unknownKeyText } from '../record/unknownKeyText';
import { locate } from './locate';
import { parseYaml, type SyntaxFault } from './parseYaml';
import { keyName, PlainReader } from './plainReader';
import type { ProblemList } from './problemList';
import { splitEntries, type TextPart } from './splitEntries';
import { realMistake, type Mistake } from './realMistake';
import { mistakeMessage, syntaxMessage } from './syntaxMessage';

/** One entry of the list of goals. */
export interface Entry {
  readonly node: Node | null;
  /** What to add to the node's offsets to get offsets in the file. */
  readonly base: number;
}

const schemaName = /^goal-lens\/v(\d+)(?:\.\d+)?$/;
const topKeys = ['schema', 'numbers', 'goals'];
const longestNumbers = 300;
/** Further faults in one place are mostly consequences of the first few. */
const maxFaults = 20;
/** With more broken entries, the file as a whole is at fault: the others are not tried one by one. */
const maxBroken = 500;

/** The YAML of a goals file, cut into its entries; reports what cannot be an entry. */
export class GoalsDocument {
  readonly reader = new PlainReader();
  readonly entries: Entry[] = [];
  /** The keys of entries that are not valid YAML, as far as they could be made out, and their offsets. */
  readonly brokenKeys = new Map<string, number>();
  brokenEntries = 0;
  /** Whose number a bare `#142` is. */
  numbers: string | undefined;
  private isRefused = false;
  private readonly seenTopKeys = new Set<string>();

  constructor(
    private readonly text: string,
    private readonly problems: ProblemList,
    private readonly guesses: Guesses,
  ) {
    const whole = parseYaml(text);
    const isSplit = ({ code }: SyntaxFault) => code !== 'MULTIPLE_DOCS';
    if (!whole.faults.some(isSplit)) {
      this.reportFaults(whole.faults, 0);
      this.reportFaults(whole.warnings, 0, 'warning');
      this.readTop(whole.contents, 0);
    } else {
      const parts = splitEntries(text);
      if (parts) this.readParts(parts, whole.faults);
      else this.readUpTo(whole.contents, whole.faults);
    }
    if (this.isRefused) this.entries.length = 0;
  }

  /** Reads each entry separately, so that a fault in one does not affect the others. */
  private readParts(parts: readonly TextPart[], wholeFaults: readonly SyntaxFault[]): void {
    let hasFault = false;
    for (const part of parts) {
      if (this.brokenEntries >= maxBroken) {
        if (part.isEntry) this.brokenEntries += 1;
        continue;
      }
      const { contents, faults, warnings } = parseYaml(this.text.slice(part.start, part.end));
      this.reportFaults(faults.slice(0, 1), part.start, 'error', part.end);
      this.reportFaults(warnings, part.start, 'warning');
      hasFault ||= faults.length > 0;
      if (faults.length > 0) {
        if (part.isEntry) this.addBroken(contents, part.start);
      } else if (!part.isEntry) this.readTop(contents, part.start, true);
      else if (isSeq(contents)) this.addEntries(contents.items, part.start);
    }
    // Each part is valid by itself, but not where it stands.
    if (!hasFault) this.reportFaults(wholeFaults.slice(0, 1), 0);
  }

  /** Reads the entries that end before the first fault, after which the parser may have misread anything. */
  private readUpTo(contents: ParsedNode | null, faults: readonly SyntaxFault[]): void {
    this.reportFaults(faults.slice(0, maxFaults), 0);
    const first = faults.reduce((least, { start }) => Math.min(least, start), Infinity);
    this.readTop(contents, 0);
    const all = this.entries.splice(0);
    this.entries.push(...all.filter(({ node }) => (node?.range?.[1] ?? Infinity) < first));
    this.brokenEntries += all.length - this.entries.length;
  }

  private readTop(top: ParsedNode | null, base: number, isPart = false): void {
    if (top === null || (isScalar(top) && top.value === null)) return;
    if (!isMap(top)) {
      const message = isSeq(top)
        ? l10n.t('The list has no name. Write "goals:" on a line of its own and the list of goals below it.')
        : l10n.t(
            'This is not a goals file. Write "goals:" on a line of its own and the list of goals below it.',
          );
      this.report('error', top, base, message);
      return;
    }
    for (const { key, value } of top.items) this.readTopPair(key, value, base, isPart);
    if (!isPart && !this.seenTopKeys.has('goals')) {
      this.report(
        'warning',
        top.items[0]?.key ?? top,
        base,
        l10n.t('This file has no goals: add a list named "goals:".'),
      );
    }
  }

  private readTopPair(key: Node, value: Node | null, base: number, isPart: boolean): void {
    const name = keyName(key) ?? '';
    if (topKeys.includes(name) && this.seenTopKeys.has(name)) {
      const message = l10n.t('"{0}:" is written twice; the first is used. Keep one.', name);
      this.report('error', key, base, message);
      return;
    }
    this.seenTopKeys.add(name);
    if (name === 'goals') this.readList(value, base, isPart);
    else {
      this.reader.rememberAnchors(value);
      if (name === 'schema') this.checkSchema(value, base);
      else if (name === 'numbers') this.readNumbers(value, base);
      else if (!name.startsWith('x-')) {
        this.report('warning', key, base, unknownKeyText(name, topKeys, this.guesses));
      }
    }
  }

  private readList(list: Node | null, base: number, isPart: boolean): void {
    if (isSeq(list)) this.addEntries(list.items, base);
    else if (list !== null && !isPart && !(isScalar(list) && list.value === null)) {
      this.report('error', list, base, l10n.t('goals must be a list: begin each goal with "- key: ".'));
    }
  }

  private readNumbers(value: Node | null, base: number): void {
    const written = isScalar(value) && typeof value.value === 'string' ? value.value.trim() : '';
    if (written !== '' && written.length <= longestNumbers) this.numbers = written;
    else if (value !== null) {
      const help = 'numbers must be a repository, like acme/shop, or the address of a tracker.';
      this.report('error', value, base, help);
    }
  }

  private checkSchema(value: Node | null, base: number): void {
    const written = isScalar(value) && typeof value.value === 'string' ? value.value.trim() : '';
    const major = schemaName.exec(written)?.[1];
    if (major === '1' || value === null) return;
    if (major !== undefined && Number(major) > 1) {
      this.isRefused = true;
      const message = l10n.t(
        'This file is written for goal-lens/v{0}, which needs a newer Goal Lens: update the extension.',
        major.slice(0, 9),
      );
      this.report('error', value, base, message);
    } else {
      const message = l10n.t('schema must be goal-lens/v1; leave the line out if in doubt.');
      this.report('error', value, base, message);
    }
  }

  private addEntries(nodes: readonly unknown[], base: number): void {
    for (const node of nodes) this.entries.push({ node: node as Node | null, base });
  }

  private addBroken(contents: ParsedNode | null, start: number): void {
    this.brokenEntries += 1;
    const item: unknown = isSeq(contents) ? contents.items[0] : undefined;
    const key: unknown = isMap(item) ? item.get('key') : undefined;
    if (typeof key === 'string') this.brokenKeys.set(key, start);
  }

  /** Reports one fault per line: the others on it are mostly consequences. */
  private reportFaults(
    faults: readonly SyntaxFault[],
    base: number,
    severity: 'error' | 'warning' = 'error',
    end = this.text.length,
  ): void {
    const lines = new Set<number>();
    for (const fault of faults.slice(0, maxFaults)) {
      // Something never closed is noticed only at the end, far from where it was opened.
      const isAtEnd = base > 0 && !this.text.slice(base + fault.start, end).trim();
      const start = isAtEnd ? base : base + fault.start;
      const line = this.problems.lineOf(start);
      if (lines.has(line)) continue;
      lines.add(line);
      const mistake = isAtEnd || severity !== 'error' ? undefined : this.mistakeAt(fault, start);
      if (mistake) this.reportMistake(mistake, start, base + fault.end);
      else {
        const hasTab = base > 0 && /^ *\t/.test(this.problems.lineText(start)) && severity === 'error';
        const shown = hasTab ? { ...fault, code: 'TAB_AS_INDENT' as const } : fault;
        const where = isAtEnd ? l10n.t('The goal that begins on line {0}', line) : l10n.t('Line {0}', line);
        this.problems.add(severity, start, isAtEnd ? end : base + fault.end, syntaxMessage(shown, where));
      }
    }
  }

  private mistakeAt(fault: SyntaxFault, start: number): Mistake | undefined {
    const { problems } = this;
    const next = problems.lineText(problems.nextLine(start));
    return realMistake(fault, { line: problems.lineText(start), column: problems.columnOf(start), next });
  }

  /** Reports a mistake where it was made, which may be below where it was noticed. */
  private reportMistake(mistake: Mistake, start: number, end: number): void {
    const { problems } = this;
    const at = mistake.isOnNext ? problems.nextLine(start) : start;
    const to = mistake.isOnNext ? at + problems.lineText(at).length : end;
    problems.add('error', at, to, mistakeMessage(mistake, l10n.t('Line {0}', problems.lineOf(at))));
  }

  private report(severity: 'error' | 'warning', node: Node, base: number, message: string): void {
    const [start, end] = locate(node, []);
    this.problems.add(severity, base + start, base + end, message);
  }
}
