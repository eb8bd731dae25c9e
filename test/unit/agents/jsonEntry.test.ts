import assert from 'node:assert/strict';
import { parse } from 'jsonc-parser';
import { withEntry, withoutEntry } from '../../../src/agents/setup/jsonEntry';

const value = { command: 'npx' };
const place = { list: 'mcpServers', name: 'goal-lens', versions: [value, { command: 'old' }] } as const;
const ours = '"goal-lens": { "command": "npx" }';

describe('an entry of a file of settings that others edit, too', () => {
  const theirs: Readonly<Record<string, string>> = {
    'a server of a person': `{
  "mcpServers": {
    "goal-lens": {
      // our proxy, do not remove
      "command": "npx",
      "env": { "HTTPS_PROXY": "http://proxy.example" }
    }
  }
}
`,
    'our values with a comment of a person in them':
      '{ "mcpServers": { "goal-lens": { /* mine */ "command": "npx" } } }',
    'a server that is switched off': '{ "mcpServers": { "goal-lens": null } }',
    'a list that is there twice': `{ "mcpServers": { ${ours} }, "mcpServers": {} }`,
    'an entry that is there twice': `{ "mcpServers": { ${ours}, "goal-lens": {} } }`,
  };
  for (const [name, text] of Object.entries(theirs)) {
    it(`leaves ${name} as it is`, () => {
      assert.equal(withEntry(text, place), undefined);
      assert.equal(withoutEntry(text, place), text);
    });
  }

  it('declines a list that is there twice and has no entry of ours', () =>
    assert.equal(withEntry('{ "mcpServers": {}, "mcpServers": {} }', place), undefined));

  it('brings up to date what we once wrote, and nothing around it', () => {
    const text =
      '{\n  "mcpServers": {\n    // above\n    "goal-lens": { "command": "old" } // behind\n  }\n}\n';
    const after = withEntry(text, place) ?? '';
    assert.deepEqual(parse(after), { mcpServers: { 'goal-lens': value } });
    assert.ok(after.includes('    // above\n    "goal-lens": {') && after.includes('} // behind\n'));
  });

  const cuts: readonly (readonly [name: string, before: string, after: string])[] = [
    [
      'in the middle, with comments around it',
      `{\n  "mcpServers": {\n    "a": {}, // c1\n    // my comment\n    ${ours}, // c2\n    "b": {}\n  }\n}\n`,
      '{\n  "mcpServers": {\n    "a": {}, // c1\n    // my comment\n     // c2\n    "b": {}\n  }\n}\n',
    ],
    [
      'at the end, with comments around it',
      `{\n  "mcpServers": {\n    "a": {}, // c1, and more\n    // my comment\n    ${ours} // c2\n  }\n}\n`,
      '{\n  "mcpServers": {\n    "a": {} // c1, and more\n    // my comment\n     // c2\n  }\n}\n',
    ],
    [
      'with a comment before the comma',
      `{ "mcpServers": { ${ours} /* , */, "b": {} } }`,
      '{ "mcpServers": {  /* , */ "b": {} } }',
    ],
    [
      'on a line of its own, which goes',
      `{\r\n  "mcpServers": {\r\n    "a": {},\r\n    ${ours}\r\n  }\r\n}`,
      '{\r\n  "mcpServers": {\r\n    "a": {}\r\n  }\r\n}',
    ],
    [
      'before a comma that ends the list',
      `{\n  "mcpServers": {\n    "a": {},\n    ${ours},\n  }\n}\n`,
      '{\n  "mcpServers": {\n    "a": {},\n  }\n}\n',
    ],
    ['alone', `{ "mcpServers": { /* c */ ${ours} } }`, '{ "mcpServers": { /* c */  } }'],
  ];
  for (const [name, before, after] of cuts) {
    it(`is cut out with one comma and nothing else: ${name}`, () => {
      assert.equal(withoutEntry(before, place), after);
      assert.doesNotThrow(() => parse(after));
    });
  }
});
