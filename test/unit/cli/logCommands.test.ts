import assert from 'node:assert/strict';
import { jsonWithoutLogCommands, withoutLogCommands } from '../../../src/cli/logCommands';

const commands = [
  '##vso[task.setvariable variable=x]1',
  'Title ##VSO[task.setvariable variable=x]1',
  'Title ###[add-mask]x',
  '##[group]x',
  '::set-output name=x::1',
  'Goals\n  \t::stop-commands::x',
];

/** What agents take for a command: by their sources, `IndexOf` and, for GitHub's second way, `StartsWith` once trimmed. */
const isCommand = (text: string): boolean =>
  /##vso\[|##\[/i.test(text) || text.split('\n').some((line) => line.trimStart().startsWith('::'));

describe('what is printed in a pipeline', () => {
  it('is no command to its agent', () => {
    for (const text of commands) {
      assert.ok(isCommand(text), text);
      assert.ok(!isCommand(withoutLogCommands(text)), text);
    }
  });

  it('is JSON with the same values', () => {
    const value = [...commands, '\\##[x]', '"##vso[x]"'];
    const json = jsonWithoutLogCommands(JSON.stringify(value, undefined, 2));
    assert.ok(!isCommand(json));
    assert.deepEqual(JSON.parse(json), value);
  });

  it('is otherwise as it was', () => {
    for (const text of ['# Goals\n## Titles [x]', 'a::b', 'std::vector', '#[x]', 'vso[x]'])
      assert.equal(withoutLogCommands(text), text);
  });
});
