import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import manifest from '../../../package.json';

const { chatInstructions, chatSkills, languageModelTools } = manifest.contributes;

describe('what agents in VS Code are told of the tools', () => {
  for (const { path, when } of [...chatSkills, ...chatInstructions]) {
    it(`stands in ${path}, for trusted folders only`, () => {
      assert.equal(when, 'isWorkspaceTrusted');
      const [, head = '', body = ''] =
        /^---\n([^]*?)\n---\n([^]*)$/.exec(readFileSync(path, 'utf8').replaceAll('\r\n', '\n')) ?? [];
      const { name, description } = parse(head) as Record<string, string>;
      assert.ok(name);
      // They are chosen by it: VS Code takes 1,024 characters at most.
      assert.ok(description !== undefined && description.length > 80 && description.length <= 1024);
      const named = new Set(body.match(/goalLens_\w+/g));
      const tools = new Set(languageModelTools.map((tool) => tool.name));
      assert.ok(named.size >= 2);
      assert.deepEqual(
        [...named].filter((tool) => !tools.has(tool)),
        [],
      );
    });
  }
});
