import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as fc from 'fast-check';
import { parse } from 'jsonc-parser';
import { agentFiles } from '../../../src/agents/setup/agentHosts';
import { withEntry, withoutEntry } from '../../../src/agents/setup/jsonEntry';
import { markdownMarks, withoutSection, withSection } from '../../../src/agents/setup/markedSection';
import { planAgents } from '../../../src/agents/setup/planAgents';
import { addToFile, removeFromFile } from '../../../src/agents/setup/writeAgentFile';

const value = { command: 'npx', args: ['goal-lens', 'mcp'] };
const place = { list: 'mcpServers', name: 'goal-lens', versions: [value] } as const;
const section = { versions: ['One\nTwo'], marks: markdownMarks } as const;

describe('what is written for coding agents', () => {
  describe('a section of a text', () => {
    it('is taken out again to the byte, whatever the text is', () => {
      const eol = fc.constantFrom('\n', '\r\n');
      const text = fc
        .tuple(fc.array(fc.string(), { maxLength: 5 }), eol, fc.nat(3))
        .map(
          ([lines, end, more]) =>
            lines.map((line) => line.replace(/[\r\n]/g, '')).join(end) + end.repeat(more),
        );
      fc.assert(
        fc.property(text, (before) => {
          const after = withSection(before, section) ?? '';
          assert.ok(after.startsWith(before));
          assert.equal(withSection(after, section), after);
          assert.equal(withoutSection(after, section), before);
        }),
        { numRuns: 500 },
      );
    });

    it('is replaced where it stands, and leaves what a person wrote around it', () => {
      const after = `${withSection('# Ours\n', { ...section, versions: ['Old'] })}More of ours\n`;
      const later = { ...section, versions: ['New', 'Old'] } as const;
      const again = withSection(after, later) ?? '';
      assert.match(
        again,
        /^# Ours\n\n<!-- goal-lens: begin[^\n]*\nNew\n<!-- goal-lens: end -->\nMore of ours\n$/,
      );
      assert.equal(withoutSection(again, later), '# Ours\n\nMore of ours\n');
      assert.equal(withoutSection(after, later), '# Ours\n\nMore of ours\n');
    });
  });

  describe('an entry of a file of settings', () => {
    const forms = [
      '',
      '{}',
      '{ }',
      '{\n}\n',
      '{\n  "mcpServers": {}\n}\n',
      '{ "mcpServers": { } }',
      '{\r\n\t"mcpServers": {\r\n\t\t"other": { "command": "x" }\r\n\t},\r\n\t"a": 1\r\n}\r\n',
      '{\n  // of the team\n  "inputs": [1, 2],\n}\n',
      '{"mcpServers":{"other":{"command":"x"},},"z":null}',
      '{\n    "a": {\n        "mcpServers": {}\n    }\n}',
    ];
    for (const before of forms) {
      it(`is added to, and taken out again to the byte: ${JSON.stringify(before)}`, () => {
        const after = withEntry(before, place);
        assert.ok(after !== undefined);
        const was = (before === '' ? {} : parse(before)) as Record<string, Record<string, unknown>>;
        const servers = { ...was['mcpServers'], 'goal-lens': value };
        assert.deepEqual(parse(after), { ...was, mcpServers: servers });
        assert.equal(withoutEntry(after, place), before);
        assert.equal(withEntry(after, place), after);
      });
    }

    it('keeps any JSON to the byte', () => {
      fc.assert(
        fc.property(
          fc.dictionary(fc.string(), fc.jsonValue()),
          fc.option(fc.dictionary(fc.string(), fc.jsonValue()), { nil: undefined }),
          fc.constantFrom('', ' ', '  ', '\t'),
          (values, servers, indent) => {
            const all = { ...values, ...(servers && { mcpServers: servers }) };
            if (Object.hasOwn(servers ?? {}, place.name) || (!servers && Object.hasOwn(values, place.list)))
              return;
            const before = JSON.stringify(all, undefined, indent);
            const after = withEntry(before, place);
            assert.ok(after !== undefined);
            assert.deepEqual(
              (parse(after) as Record<string, Record<string, unknown>>)['mcpServers']?.['goal-lens'],
              value,
            );
            assert.equal(withoutEntry(after, place), before);
          },
        ),
        { numRuns: 500 },
      );
    });

    it('is taken out where a person has changed the file since, and nothing else with it', () => {
      const changed = `{ "mcpServers": { "other": {}, "goal-lens": ${JSON.stringify(value)} }, "a": 1 }`;
      assert.deepEqual(parse(withoutEntry(changed, place)), { mcpServers: { other: {} }, a: 1 });
    });

    const deep = `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    for (const text of ['[]', '{', '"text"', '{ "mcpServers": [] }', '  ', '# no JSON', deep]) {
      it(`is not written into ${JSON.stringify(text.slice(0, 20))}`, () =>
        assert.equal(withEntry(text, place), undefined));
    }
  });

  describe('in a repository', () => {
    let root: string;
    beforeEach(() => {
      root = mkdtempSync(join(tmpdir(), 'goal-lens-agents-'));
    });
    afterEach(() => rmSync(root, { recursive: true, force: true }));
    const write = (path: string, text: string): void => {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text, { mode: 0o644 });
    };

    it('finds out which agents are in use', async () => {
      write('.claude/settings.json', '{}');
      write('.gemini/settings.json', '{ "theme": "dark" }');
      const plans = await planAgents(root);
      const used = plans.filter(({ isUsed }) => isUsed).map(({ file }) => file.path);
      assert.deepEqual(used, ['AGENTS.md', '.mcp.json', '.gemini/settings.json']);
    });

    it('writes every file and puts each back: those that were there to the byte, the others away', async () => {
      const texts: Record<string, string> = {
        'AGENTS.md': '# Rules\r\n',
        '.gemini/settings.json': '{ "theme": "dark" }',
      };
      for (const [path, text] of Object.entries(texts)) write(path, text);
      for (const plan of await planAgents(root)) await addToFile(root, plan);
      for (const { path } of agentFiles) assert.match(readFileSync(join(root, path), 'utf8'), /goal-lens/);
      const again = await planAgents(root);
      assert.deepEqual(
        again.filter(({ added, before }) => added !== before).map(({ file }) => file.path),
        [],
      );
      if (process.platform !== 'win32') assert.equal(statSync(join(root, 'AGENTS.md')).mode & 0o777, 0o644);
      for (const plan of again) await removeFromFile(root, plan);
      for (const { path } of agentFiles) {
        if (path in texts) assert.equal(readFileSync(join(root, path), 'utf8'), texts[path]);
        else assert.ok(!existsSync(join(root, path)), path);
      }
    });

    it('leaves a server of Codex that a person wrote as it is', async () => {
      write('.codex/config.toml', '[mcp_servers.goal-lens]\ncommand = "node"\n');
      const plan = (await planAgents(root)).find(({ file }) => file.host === 'Codex');
      assert.equal(plan?.isUsed, true);
      assert.equal(plan.added, undefined);
    });

    it('leaves alone what leads out of the repository, what is no text, and a CLAUDE.md that takes AGENTS.md in', async function () {
      if (process.platform === 'win32') return;
      symlinkSync('/etc/hostname', join(root, 'AGENTS.md'));
      writeFileSync(join(root, '.mcp.json'), Buffer.from([0x7b, 0xff, 0x7d]));
      write('CLAUDE.md', '@AGENTS.md\n');
      const plans = await planAgents(root);
      assert.ok(!plans.some(({ file }) => file.path === 'AGENTS.md'));
      for (const path of ['.mcp.json', 'CLAUDE.md']) {
        assert.equal(plans.find(({ file }) => file.path === path)?.added, undefined, path);
      }
    });
  });
});
