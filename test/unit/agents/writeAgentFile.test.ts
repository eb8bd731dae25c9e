import assert from 'node:assert/strict';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { planAgents, type AgentFilePlan } from '../../../src/agents/setup/planAgents';
import { addToFile, removeFromFile } from '../../../src/agents/setup/writeAgentFile';

describe('writing files for coding agents', () => {
  let folder: string;
  let root: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'goal-lens-agents-'));
    root = join(folder, 'repository');
    mkdirSync(root);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const at = (path: string): string => join(root, path);
  const text = (path: string): string => readFileSync(at(path), 'utf8');
  const plan = async (path: string): Promise<AgentFilePlan> => {
    const found = (await planAgents(root)).find(({ file }) => file.path === path);
    assert.ok(found, path);
    return found;
  };
  const addAll = async (): Promise<string[]> => {
    const plans = await planAgents(root);
    for (const each of plans) await addToFile(root, each);
    return plans.map(({ file }) => file.path);
  };

  describe('a file that has changed since it was planned', () => {
    const refusal = /^GoalLensError: .+ has changed in the meantime\. Try again /;

    it('is refused when our part is added', async () => {
      writeFileSync(at('AGENTS.md'), '# A\n');
      const planned = await plan('AGENTS.md');
      writeFileSync(at('AGENTS.md'), '# A\nPERSON\n');
      await assert.rejects(addToFile(root, planned), refusal);
      assert.equal(text('AGENTS.md'), '# A\nPERSON\n');
    });

    it('is refused when our part is taken out, be it to the last byte', async () => {
      await addAll();
      const planned = await plan('AGENTS.md');
      assert.equal(planned.removed, '');
      writeFileSync(at('AGENTS.md'), `${planned.before}PERSON\n`);
      await assert.rejects(removeFromFile(root, planned), refusal);
      assert.equal(text('AGENTS.md'), `${planned.before}PERSON\n`);
    });

    it('is refused when it is new, or gone', async () => {
      const planned = await plan('CLAUDE.md');
      writeFileSync(at('CLAUDE.md'), 'PERSON');
      await assert.rejects(addToFile(root, planned), refusal);
      const again = await plan('CLAUDE.md');
      rmSync(at('CLAUDE.md'));
      await assert.rejects(addToFile(root, again), refusal);
      assert.deepEqual(readdirSync(root), []);
    });

    it('is refused when its folder leads elsewhere by now', async function () {
      if (process.platform === 'win32') return;
      const planned = await plan('.cursor/mcp.json');
      mkdirSync(join(folder, 'outside'));
      symlinkSync(join(folder, 'outside'), at('.cursor'));
      await assert.rejects(addToFile(root, planned), refusal);
      assert.deepEqual(readdirSync(join(folder, 'outside')), []);
    });
  });

  it('refuses a read-only file', async () => {
    writeFileSync(at('AGENTS.md'), '# A\n');
    chmodSync(at('AGENTS.md'), 0o444);
    await assert.rejects(
      addToFile(root, await plan('AGENTS.md')),
      /^GoalLensError: AGENTS\.md is read-only\. Make it writable/,
    );
    assert.equal(text('AGENTS.md'), '# A\n');
  });

  it('says which files only a person can mend', async () => {
    writeFileSync(at('.mcp.json'), '{ "mcpServers": { "goal-lens": { "command": "proxy" } } }');
    writeFileSync(at('CLAUDE.md'), '@AGENTS.md\n');
    writeFileSync(at('opencode.json'), '{ "theme": "dark" }');
    const plans = await planAgents(root);
    assert.deepEqual(
      plans.filter(({ needsHand }) => needsHand).map(({ file }) => file.path),
      ['.mcp.json'],
    );
  });

  describe('through links', function () {
    before(function () {
      if (process.platform === 'win32') this.skip();
    });
    const isLink = (path: string): boolean => lstatSync(at(path)).isSymbolicLink();

    it('writes the one file that two names have once, and leaves the link', async () => {
      writeFileSync(at('AGENTS.md'), '# A\n');
      symlinkSync('AGENTS.md', at('CLAUDE.md'));
      const paths = await addAll();
      assert.ok(!paths.includes('CLAUDE.md'));
      assert.ok(isLink('CLAUDE.md'));
      assert.equal(text('CLAUDE.md').match(/goal-lens: begin/g)?.length, 1);
    });

    it('writes to where the link leads', async () => {
      mkdirSync(at('docs'));
      writeFileSync(at('docs/AGENTS.md'), '');
      symlinkSync('docs/AGENTS.md', at('AGENTS.md'));
      await addAll();
      assert.ok(isLink('AGENTS.md'));
      assert.match(text('docs/AGENTS.md'), /goal-lens: begin/);
      await removeFromFile(root, await plan('AGENTS.md'));
      assert.ok(isLink('AGENTS.md'));
      // Without its target, the link would be broken.
      assert.equal(text('docs/AGENTS.md'), '');
      assert.deepEqual(readdirSync(at('docs')), ['AGENTS.md']);
    });

    it('creates files in folders that links inside the repository lead to', async () => {
      mkdirSync(at('settings'));
      symlinkSync('settings', at('.cursor'));
      await addAll();
      assert.match(text('settings/mcp.json'), /goal-lens/);
    });

    it('creates nothing outside of the repository, in .git, or at the end of a broken link', async () => {
      for (const name of ['outside', 'outside/codex', 'repository-too']) mkdirSync(join(folder, name));
      mkdirSync(at('.git'));
      writeFileSync(at('.git/config'), '[core]\n');
      symlinkSync(join(folder, 'outside'), at('.cursor'));
      symlinkSync('../outside/codex', at('.codex'));
      symlinkSync('../repository-too', at('.gemini'));
      symlinkSync('.git', at('.vscode'));
      symlinkSync('.git/config', at('CLAUDE.md'));
      symlinkSync('docs/AGENTS.md', at('AGENTS.md'));
      symlinkSync('opencode.json', at('opencode.json'));
      assert.deepEqual(await addAll(), ['.mcp.json']);
      assert.deepEqual(readdirSync(join(folder, 'outside')), ['codex']);
      assert.deepEqual(readdirSync(join(folder, 'outside/codex')), []);
      assert.deepEqual(readdirSync(join(folder, 'repository-too')), []);
      assert.deepEqual(readdirSync(at('.git')), ['config']);
      assert.equal(text('.git/config'), '[core]\n');
      assert.ok(!existsSync(at('docs')));
    });
  });

  it('passes over a file whose folder is none', async () => {
    writeFileSync(at('.cursor'), '');
    assert.ok(!(await addAll()).includes('.cursor/mcp.json'));
  });
});
