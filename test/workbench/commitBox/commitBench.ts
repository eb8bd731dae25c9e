import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import type { Locator, Page } from 'playwright-core';
import { statusItem, type ShopWorkbench } from '../../../scripts/shopWorkbench.mjs';
import { until } from '../../support/until';
import { git } from '../../host/support/git';
import { branches, commandKeys, type BranchKind, type CommandId, type Row, type Step } from './row';

const goalTitles: Record<BranchKind, string | undefined> = {
  goal: 'Retry a payment that fails',
  otherGoal: 'Learn synonyms from the search log',
  noGoal: 'No goal',
  detached: undefined,
};

/** Looks in a row that see the same: what we write into the box comes within a third of a second after a change. */
const settledLooks = 10;

/** Between two keys that are typed: a hundred keys a second, some ten times as fast as anybody types. */
const keyMs = 10;

/** A workbench whose repository goes back to where it began before each row. */
export class CommitBench {
  private readonly tips: Record<BranchKind, string>;
  private readonly folder: string;
  private readonly box: Locator;
  private number = 0;
  hasHook = false;

  /** @param page with the Source Control view open */
  constructor(
    workbench: ShopWorkbench,
    private readonly page: Page,
  ) {
    this.folder = workbench.folder;
    this.box = page.locator('.scm-editor').first();
    const tipOf = (name: string): string => this.git('rev-parse', name).trim();
    this.tips = {
      goal: tipOf(branches.goal),
      otherGoal: tipOf(branches.otherGoal),
      noGoal: tipOf(branches.noGoal),
      detached: tipOf(branches.goal),
    };
  }

  /** Does what a row says and answers with the message of the commit. */
  async commit(row: Row): Promise<{ readonly message: string; readonly expected: string }> {
    await this.reset(row);
    for (const step of row.steps) await this.take(step);
    const text = row.message === 'git' ? await this.gitText() : row.message;
    const expected = expectedMessage(row, text, this.hasHook);
    const before = this.head();
    await this.run(row.commit);
    await until(`a commit is made: ${row.name}`, () => this.head() !== before);
    // A rebase moves HEAD before it is over.
    await until('git is done', () => this.git('status', '--porcelain=v2', '--branch').includes('branch.oid'));
    return { message: this.git('log', '-1', '--format=%B').replace(/\n$/, ''), expected };
  }

  /** Commits with nothing in the box, and answers with the message that git then asks for in an editor. */
  async commitEmptyBox(): Promise<string> {
    await this.reset({ name: 'nothing typed', branch: 'goal', steps: [], commit: 'git.commit', message: '' });
    const before = this.head();
    await this.run('git.commit');
    const tab = this.page.locator('.tab.active', { hasText: 'COMMIT_EDITMSG' });
    await tab.waitFor();
    const asked = await readFile(join(this.folder, '.git/COMMIT_EDITMSG'), 'utf8');
    await this.run('workbench.action.closeActiveEditor');
    await tab.waitFor({ state: 'hidden' });
    assert.equal(this.head(), before);
    return asked.replace(/^#.*\n?/gm, '').trim();
  }

  /** Ends what a row began, so that the next one starts from the beginning. */
  private async reset(row: Row): Promise<void> {
    const { folder } = this;
    spawnSync('git', ['rebase', '--abort'], { cwd: folder });
    spawnSync('git', ['config', '--unset', 'commit.template'], { cwd: folder });
    this.git('reset', '--quiet', '--hard');
    for (const kind of ['noGoal', 'otherGoal', 'goal'] as const) {
      if (this.git('rev-parse', branches[kind]).trim() === this.tips[kind]) continue;
      this.git('checkout', '--quiet', '--force', '-B', branches[kind], this.tips[kind]);
    }
    const target = row.branch === 'detached' ? ['--detach', this.tips.goal] : [branches[row.branch]];
    this.git('checkout', '--quiet', '--force', ...target);
    this.git('clean', '--quiet', '--force', '-d');
    await this.focus();
    await this.page.keyboard.press('Control+A');
    await this.page.keyboard.press('Delete');
    await this.write(`row-${++this.number}.md`, `${row.name}\n`);
    if (row.isUnstaged !== true) this.git('add', '.');
    await this.run('git.refresh');
    await this.sees(row.branch);
    await this.seesFile(`row-${this.number}.md`);
    await this.shows('');
    await this.focus();
  }

  /** Waits until the workbench knows the branch, and the extension its goal. */
  private async sees(kind: BranchKind): Promise<void> {
    const name = kind === 'detached' ? this.tips.goal.slice(0, 8) : branches[kind];
    await this.page.locator('.statusbar-item', { hasText: name }).first().waitFor();
    const title = goalTitles[kind];
    const item = statusItem(this.page);
    if (title === undefined) await item.waitFor({ state: 'hidden' });
    else await item.filter({ hasText: title }).waitFor();
    if (!this.hasHook || kind === 'detached') return;
    const tag = { goal: 'SHOP-7', otherGoal: 'SHOP-9', noGoal: '' }[kind];
    await this.hookKnows(branches[kind], tag);
  }

  private async seesFile(name: string): Promise<void> {
    await this.page.locator('.scm-view .resource', { hasText: name }).first().waitFor();
  }

  private async hookKnows(branch: string, tag: string): Promise<void> {
    const links = join(this.folder, '.git/goal-lens/links');
    await until(`the hook knows ${branch}`, () => {
      const args = ['config', '--file', links, '--get-all', `branch.${branch}.tag`];
      return spawnSync('git', args, { encoding: 'utf8' }).stdout.trim() === tag;
    });
  }

  private async take(step: Step): Promise<void> {
    const { keyboard } = this.page;
    switch (step[0]) {
      case 'type':
      case 'paste':
      case 'insert':
        await this.enter(step[0], step[1]);
        break;
      case 'press':
        for (const key of step.slice(1)) await keyboard.press(key);
        break;
      case 'shows':
      case 'settles':
        await this.watch(step);
        break;
      case 'sees':
        await this.seesFile(step[1]);
        break;
      case 'switch':
        this.git('checkout', '--quiet', branches[step[1]]);
        await this.run('git.refresh');
        await this.sees(step[1]);
        break;
      case 'git':
        spawnSync('git', step.slice(1), { cwd: this.folder });
        break;
      case 'write':
        await this.write(step[1], step[2]);
        break;
      case 'run':
        await this.run(step[1]);
        if (this.hasHook && step[1] === 'goalLens.leaveOutTag') await this.hookKnows(branches.goal, '');
        break;
    }
  }

  private async enter(way: 'type' | 'paste' | 'insert', text: string): Promise<void> {
    const { keyboard } = this.page;
    if (way === 'type') await keyboard.type(text, { delay: keyMs });
    if (way === 'insert') await keyboard.insertText(text);
    if (way !== 'paste') return;
    await this.page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
    await keyboard.press('Control+V');
  }

  private async watch([kind, wanted, tag]: Extract<
    Step,
    readonly ['shows' | 'settles', ...unknown[]]
  >): Promise<void> {
    const text = wanted === 'git' ? await this.gitText() : wanted;
    await this.shows(text, tag, kind === 'settles' ? settledLooks : 1);
  }

  private async shows(text: string, tag?: string, wantedLooks = 1): Promise<void> {
    const gap = text.endsWith('\n') && tag !== undefined ? '' : '\n\n';
    const expected = tag === undefined || this.hasHook ? text : `${text}${gap}Initiative: ${tag}`;
    // The box wraps long lines: where there are such, line breaks are not compared.
    const isWrapped = expected.split('\n').some(({ length }) => length > 30);
    const bare = (shown: string): string => {
      const plain = shown.replaceAll('\u200b', '').replaceAll('\u00a0', ' ');
      return isWrapped ? plain.replace(/\s/g, '') : plain.trimEnd();
    };
    let shown = '';
    let looks = 0;
    try {
      await until(`the box shows ${JSON.stringify(expected)}`, async () => {
        shown = await this.shown();
        looks = bare(shown) === bare(expected) ? looks + 1 : 0;
        return looks >= wantedLooks;
      });
    } catch {
      assert.equal(shown.replaceAll('\u00a0', ' '), expected);
    }
  }

  /** The lines in the order in which they are seen: the workbench draws them in any. */
  private async shown(): Promise<string> {
    const lines = await this.box.locator('.view-line').evaluateAll((elements) =>
      elements
        .map((line) => ({ top: line.getBoundingClientRect().top, text: line.textContent }))
        .sort((one, other) => one.top - other.top)
        .map(({ text }) => text),
    );
    return lines.join('\n');
  }

  private async run(id: CommandId): Promise<void> {
    await this.page.keyboard.press(commandKeys[id]);
  }

  private async focus(): Promise<void> {
    await this.box.locator('.view-line').first().click();
  }

  private write(name: string, text: string): Promise<void> {
    return writeFile(join(this.folder, name), text);
  }

  private head(): string {
    return this.git('rev-parse', 'HEAD').trim();
  }

  /** What git would write, without its comments. */
  private async gitText(): Promise<string> {
    const files = ['MERGE_MSG', 'SQUASH_MSG'].map((name) => join(this.folder, '.git', name));
    const texts = await Promise.all(files.map((file) => readFile(file, 'utf8').catch(() => '')));
    return (texts.find((text) => text !== '') ?? '').replace(/^#.*\n?/gm, '').trim();
  }

  private git(...args: string[]): string {
    return git(this.folder, ...args);
  }
}

function expectedMessage({ tags = [], hookTags, after }: Row, text: string, hasHook: boolean): string {
  const ours = (hasHook ? (hookTags ?? tags) : tags).map((tag) => `Initiative: ${tag}`);
  const gits = after === undefined ? [] : [after];
  const trailers = hasHook ? [...gits, ...ours] : [...ours, ...gits];
  const gap = text.endsWith('\n') ? '' : '\n\n';
  return `${text}${trailers.length > 0 ? gap + trailers.join('\n') : ''}\n`;
}
