import assert from 'node:assert/strict';
import { agentFiles } from '../../../src/agents/setup/agentHosts';

const codex = agentFiles.find(({ host }) => host === 'Codex');
assert.ok(codex);
const { add, remove } = codex;

describe('the server of Codex', () => {
  const foreign = [
    '[mcp_servers]\n"goal-lens" = {command="x"}\n',
    'mcp_servers.goal-lens.command = "x"\n',
    'mcp_servers = { a = {} }\n',
    '"mcp_servers" = {}\n',
    '["mcp_servers"."goal-lens"]\n',
    '[mcp_servers]\ngoal-lens.command = "x"\n',
    "[ mcp_servers . 'goal-lens' ]\r\n",
    '[mcp_servers.goal-lens.env]\nA = "b"\n',
    'model = "x"\n[mcp_servers.goal-lens] # ours\n',
  ];
  for (const text of foreign) {
    it(`is not added where the file would be no TOML: ${JSON.stringify(text)}`, () => {
      assert.equal(add(text), undefined);
      assert.equal(remove(text), text);
    });
  }

  const free = [
    '# [mcp_servers.goal-lens]\n  # mcp_servers = {}\n',
    '[mcp_servers]\n[mcp_servers.other]\nargs = ["-y", "goal-lens", "mcp"]\n',
    '[mcp_servers.my-goal-lens]\ncommand = "x"\n',
    'notify = ["goal-lens"]\n',
  ];
  for (const text of free) {
    it(`is added, and taken out again: ${JSON.stringify(text)}`, () => {
      const after = add(text) ?? '';
      assert.ok(after.startsWith(text));
      assert.equal(add(after), after);
      assert.equal(remove(after), text);
    });
  }
});
