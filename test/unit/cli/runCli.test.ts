import assert from 'node:assert/strict';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GitRepositoryFixture } from '../../support/gitRepository';
import { runCliIn, type CliRun } from './cliRun';

const goalsFile = `
schema: goal-lens/v1
goals:
  - { key: SHOP-7, title: Checkout that never loses a cart, level: initiative, priority: P1, impact: { customers: 38, revenue: { amount: 420000, currency: EUR } } }
  - { key: SHOP-142, title: Retry a payment, level: item, parent: SHOP-7 }
  - { key: SHOP-131, title: Keep the cart, level: item, parent: SHOP-7 }
  - { key: SHOP-9, title: "Search \\u001b[31m", level: initiative, priority: P3, covers: [WEB-120, acme/web#7] }
  - { key: SHOP-1, title: Old, level: initiative, status: { name: Shipped, category: done } }
`;

describe('goal-lens', function () {
  this.timeout(20_000);
  let repository: GitRepositoryFixture;
  let home: string;

  const run = (args: readonly string[], cwd = repository.root): Promise<CliRun> => runCliIn(cwd, home, args);
  async function json(...args: string[]): Promise<{ exitCode: number; value: Record<string, unknown> }> {
    const { exitCode, out } = await run([...args, '--format', 'json']);
    return { exitCode, value: JSON.parse(out) as Record<string, unknown> };
  }

  before(() => {
    home = mkdtempSync(join(tmpdir(), 'goal-lens-home-'));
    repository = new GitRepositoryFixture();
    repository.write('.goals/goals.yaml', goalsFile);
    repository.write('.goals/paths', '/src/cart/ SHOP-9\n');
    repository.commit('src/pay.ts', '1', 'Retry\n\nInitiative: SHOP-7\n');
    repository.git('checkout', '--quiet', '-b', 'feature/SHOP-142-retry');
  });
  after(() => {
    repository.remove();
    rmSync(home, { recursive: true, force: true });
  });

  it('lists open goals by priority, with what they inherit and whose it is', async () => {
    const { exitCode, out } = await run(['goals']);
    assert.equal(exitCode, 0);
    assert.deepEqual(out.split('\n'), [
      'P1  SHOP-7 Checkout that never loses a cart · 38 customers',
      'P1  SHOP-131 Keep the cart · P1 from SHOP-7 · 38 customers from SHOP-7',
      'P1  SHOP-142 Retry a payment · P1 from SHOP-7 · 38 customers from SHOP-7',
      'P3  SHOP-9 Search [31m',
      '',
    ]);
  });

  it('lists closed goals too where they are asked for, and revenue as a band', async () => {
    const { value } = await json('goals', '--all');
    const goals = value['goals'] as { key: string; impact?: Record<string, unknown> }[];
    assert.deepEqual(
      goals.map(({ key }) => key),
      ['SHOP-7', 'SHOP-131', 'SHOP-142', 'SHOP-9', 'SHOP-1'],
    );
    assert.deepEqual(goals[1]?.impact, { customers: 38, revenue: '€250–500K', from: 'SHOP-7' });
  });

  it('briefs on the current branch, and says how it knows', async () => {
    const { exitCode, out } = await run(['brief']);
    assert.equal(exitCode, 0);
    assert.match(out, /^Goal: SHOP-7 Checkout/m);
    assert.match(out, /^Now: SHOP-142 Retry a payment \(Item\)$/m);
    assert.match(out, /^How we know: Branch name → SHOP-142 → initiative SHOP-7; goals.yaml, as it is now$/m);
    assert.match(out, /^Cut: nothing\.$/m);
  });

  it('briefs on a key in any case, on a path from any folder, and on another branch', async () => {
    assert.match((await run(['brief', 'shop-9'])).out, /^Goal: SHOP-9/m);
    repository.write('src/cart/total.ts', '1');
    const fromFolder = await run(['brief', 'cart/total.ts'], join(repository.root, 'src'));
    assert.match(fromFolder.out, /How we know: Path rule \/src\/cart\/ → SHOP-9/);
    const byCommit = await json('brief', 'src/pay.ts');
    assert.deepEqual(
      (byCommit.value['links'] as { goal: string; provenance: { kind: string } }[]).map((each) => [
        each.goal,
        each.provenance.kind,
      ]),
      [['SHOP-7', 'commit']],
    );
    const none = await run(['brief', 'main']);
    assert.equal(none.exitCode, 1);
    assert.match(none.out, /^Asked about: main$/m);
    assert.match(none.out, /^No goal is linked\./m);
  });

  it('says two items of one initiative each, and the initiative once', async () => {
    const name = 'feature/SHOP-131-SHOP-142-both';
    repository.git('branch', name);
    const { value } = await json('brief', name);
    const keysIn = (part: string, field: string): unknown =>
      (value[part] as Record<string, unknown>[]).map((each) => each[field]);
    assert.deepEqual(
      [keysIn('goals', 'key'), keysIn('links', 'linked')],
      [['SHOP-7'], ['SHOP-131', 'SHOP-142']],
    );
    const brief = (await run(['brief', name])).out;
    assert.match(brief, /^Now: SHOP-131 Keep the cart \(Item\); SHOP-142 Retry a payment \(Item\)$/m);
    assert.doesNotMatch(brief, /^Also serves/m);
    assert.deepEqual((await run(['links', name])).out.match(/: SHOP-\d+/g), [': SHOP-131', ': SHOP-142']);
    repository.git('checkout', '--quiet', name);
    const status = (await run(['status'])).out;
    repository.git('checkout', '--quiet', 'feature/SHOP-142-retry');
    assert.deepEqual(status.match(/^Goal .*/gm), ['Goal     SHOP-7 Checkout that never loses a cart']);
  });

  it('says of a file each initiative once, however many of its items are linked', async () => {
    repository.write('.goals/paths', '/src/cart/ SHOP-9\n/src/both/ SHOP-131 SHOP-142 SHOP-9\n');
    repository.write('src/both/a.ts', '1');
    const { out } = await run(['brief', 'src/both/a.ts']);
    repository.write('.goals/paths', '/src/cart/ SHOP-9\n');
    assert.match(out, /^Now: SHOP-131 Keep the cart \(Item\)$/m);
    assert.match(out, /^Also serves: SHOP-9 Search/m);
  });

  it('names the item that was asked for where a goal only covers it, as text and as records', async () => {
    for (const [asked, named] of [
      ['web-120', 'WEB-120'],
      ['acme/web#7', 'acme/web#7'],
    ] as const) {
      const how = new RegExp(`Asked for: ${named}, covered by SHOP-9; goals\\.yaml`);
      assert.match((await run(['brief', asked])).out, how);
      const { value } = await json('brief', asked);
      const { goal, fields } = value['brief'] as { goal: string; fields: { howWeKnow: string } };
      assert.equal(goal, 'SHOP-9');
      assert.match(fields.howWeKnow, how);
    }
  });

  it('briefs on lines of a file by the commits that they come from, and on a commit', async () => {
    const lines = await json('brief', 'src/pay.ts:1-1');
    const links = lines.value['links'] as { goal: string; provenance: { kind: string } }[];
    assert.deepEqual(lines.value['about'], { kind: 'lines', text: 'src/pay.ts:1-1' });
    assert.deepEqual(
      links.map(({ goal, provenance }) => [goal, provenance.kind]),
      [['SHOP-7', 'commit']],
    );
    const commit = await json('brief', 'HEAD');
    assert.deepEqual(commit.value['about'], { kind: 'commit', text: 'HEAD' });
    assert.equal((commit.value['brief'] as { goal: string }).goal, 'SHOP-7');
  });

  it('shows revenue as the person has set it, and never as the folder says', async () => {
    const settings = join(home, '.config/Code/User/settings.json');
    mkdirSync(join(home, '.config/Code/User'), { recursive: true });
    repository.write('.vscode/settings.json', '{ "goalLens.impact.revenue": "exact" }');
    assert.match((await run(['brief', 'SHOP-7'])).out, /€250–500K/);
    writeFileSync(settings, '{ "goalLens.impact.revenue": "hidden" }');
    assert.doesNotMatch((await run(['brief', 'SHOP-7'])).out, /€|revenue/);
    writeFileSync(settings, '{ "goalLens.impact.revenue": "exact" }');
    assert.match((await run(['brief', 'SHOP-7'])).out, /€420K/);
    rmSync(settings);
  });

  it('names a key that no tracker has', async () => {
    repository.git('branch', 'fix/SHOP-999');
    const { exitCode, value } = await json('brief', 'fix/SHOP-999');
    assert.equal(exitCode, 1);
    assert.deepEqual(
      (value['unknown'] as { key: string }[]).map(({ key }) => key),
      ['SHOP-999'],
    );
  });

  it('says of a key whose entry has an error that it has one, and not that nobody has it', async () => {
    repository.git('branch', 'fix/SHOP-888');
    repository.write(
      '.goals/goals.yaml',
      `${goalsFile}  - key: SHOP-888\n    title: Gift cards\n    level: nothing\n`,
    );
    try {
      assert.match(
        (await run(['brief', 'fix/SHOP-888'])).out,
        /^Named, with an error in its entry: SHOP-888$/m,
      );
      assert.match((await run(['links', 'fix/SHOP-888'])).out, /SHOP-888 \(its entry has an error\)/);
    } finally {
      repository.write('.goals/goals.yaml', goalsFile);
    }
  });

  it('says where goals come from', async () => {
    const { exitCode, value } = await json('status');
    assert.equal(exitCode, 0);
    assert.equal(value['branch'], 'feature/SHOP-142-retry');
    const [tracker] = value['trackers'] as Record<string, unknown>[];
    assert.deepEqual([tracker?.['name'], tracker?.['goals']], ['goals.yaml', 5]);
  });

  it('answers outside a repository, and says that there is nothing', async () => {
    const { exitCode, out } = await run(['status'], home);
    assert.equal(exitCode, 1);
    assert.match(out, /none: this is no git repository/);
    assert.match(out, /add \.goals\/goals\.yaml, or connect a tracker/);
  });

  it('cannot tell where the only source is damaged', async () => {
    const folder = mkdtempSync(join(home, 'damaged-'));
    mkdirSync(join(folder, '.goals'));
    writeFileSync(join(folder, '.goals/goals.yaml'), 'goals: [');
    assert.equal((await run(['status'], folder)).exitCode, 3);
  });

  it('reads nothing through a link that leads out of the folder', async () => {
    const folder = mkdtempSync(join(home, 'linked-'));
    symlinkSync(join(repository.root, '.goals'), join(folder, '.goals'));
    const { exitCode, out } = await run(['status'], folder);
    assert.equal(exitCode, 3);
    assert.match(out, /leads out of the folder/);
  });

  it('says why a commit, a branch and a path are linked, or that they are not', async () => {
    const { exitCode, value } = await json('links', 'HEAD', 'feature/SHOP-142-retry', 'src/pay.ts', 'main');
    assert.equal(exitCode, 0);
    const one = { key: 'SHOP-7', goal: 'Checkout that never loses a cart', reference: 'SHOP-7' };
    const [commit, branch, path, none] = value as unknown as { subject: string; links: object[] }[];
    assert.deepEqual(commit, {
      subject: 'HEAD',
      links: [{ ...one, evidence: 'trailer', how: 'SHOP-7 in our trailer' }],
    });
    assert.deepEqual(branch?.links, [
      {
        reference: 'SHOP-142',
        key: 'SHOP-142',
        goal: 'Retry a payment',
        evidence: 'branchName',
        how: 'SHOP-142 in the branch name',
      },
    ]);
    const how = /^Commit [0-9a-f]{7} “Retry” touched it: SHOP-7 in our trailer$/;
    assert.match((path?.links[0] as { how: string }).how, how);
    assert.deepEqual(none?.links.length, 1, 'a name that is no branch here is a commit');
    const { out } = await run(['links', 'nothing', 'HEAD']);
    assert.equal(
      out,
      'nothing: no link to a goal.\nHEAD: SHOP-7 Checkout that never loses a cart · SHOP-7 in our trailer\n',
    );
  });

  it('reads a goals file once, and again once it has changed', async () => {
    const other = new GitRepositoryFixture();
    try {
      const fileOf = (title: string): string =>
        `goals:\n  - { key: SHOP-7, title: ${title}, level: initiative }\n`;
      const goals = async (): Promise<string> => (await run(['goals'], other.root)).out;
      other.write('.goals/goals.yaml', fileOf('Checkout'));
      assert.match(await goals(), /SHOP-7 Checkout/);
      const folder = join(home, '.cache', 'goal-lens');
      const kept = readdirSync(folder).map((name) => join(folder, name));
      const path = kept.find((each) => readFileSync(each, 'utf8').includes('"Checkout"')) ?? '';
      writeFileSync(path, readFileSync(path, 'utf8').replace('"Checkout"', '"Kept"'));
      assert.match(await goals(), /SHOP-7 Kept/);
      other.write('.goals/goals.yaml', fileOf('Basket'));
      assert.match(await goals(), /SHOP-7 Basket/);
    } finally {
      other.remove();
    }
  });

  it('tells wrong usage from everything else', async () => {
    assert.deepEqual(await run(['reprot']), {
      exitCode: 2,
      out: '',
      err: 'goal-lens: “reprot” is not possible for the command. Write one of: goals, brief, links, status, report, check, merge, mcp. See goal-lens --help.\n',
    });
    assert.equal((await run(['goals', '-C', 'nowhere'])).exitCode, 2);
    assert.deepEqual(await run(['--version']), { exitCode: 0, out: '1.2.3\n', err: '' });
  });
});
