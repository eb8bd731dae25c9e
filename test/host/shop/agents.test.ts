import assert from 'node:assert/strict';
import { commands, env, LanguageModelTextPart, lm, workspace, type LanguageModelToolResult } from 'vscode';
import { until } from '../../support/until';
import { assertQuoted } from '../../unit/agents/quoted';
import { type GoalLensApi, goalLens } from '../support/goalLens';
import { hoverAt } from '../support/providers';
import { documentOf, resetSurfaces } from '../support/surfaces';

describe('the tools of agents', () => {
  let api: GoalLensApi;
  before(async () => {
    api = await goalLens();
    await until('the branch is read', () => api.services.context.current.branch?.served.goals.length);
  });

  afterEach(resetSurfaces);

  async function call(name: string, input: object, tokenBudget?: number): Promise<string> {
    const tokenizationOptions =
      tokenBudget === undefined
        ? undefined
        : {
            tokenBudget,
            countTokens: (text: string) => Promise.resolve(Math.ceil(text.length / 4)),
          };
    const result: LanguageModelToolResult = await lm.invokeTool(name, {
      input,
      toolInvocationToken: undefined,
      ...(tokenizationOptions && { tokenizationOptions }),
    });
    return result.content.map((part) => (part instanceof LanguageModelTextPart ? part.value : '')).join('');
  }

  it('are offered with what they take', () => {
    const ours = lm.tools.filter(({ name }) => name.startsWith('goalLens_')).map(({ name }) => name);
    assert.deepEqual(ours.toSorted(), [
      'goalLens_checkChange',
      'goalLens_checkPriorities',
      'goalLens_getGoalBrief',
    ]);
  });

  it('brief on the branch, a file and a key, quoted', async () => {
    const branch = await call('goalLens_getGoalBrief', {});
    assertQuoted(branch);
    assert.match(branch, /^Goal: SHOP-7 /m);
    assert.match(branch, /^Now: SHOP-142 /m);
    const file = await call('goalLens_getGoalBrief', { path: 'src/search/query.ts' });
    assertQuoted(file);
    assert.match(file, /^Goal: SHOP-9 /m);
    const root = workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';
    assert.match(
      await call('goalLens_getGoalBrief', { path: `${root}/src/search/query.ts` }),
      /^Goal: SHOP-9 /m,
    );
    assert.match(await call('goalLens_getGoalBrief', { key: 'PAY-3' }), /^Goal: PAY-3 /m);
  });

  it('keep the room that they are given', async () => {
    const short = await call('goalLens_getGoalBrief', {}, 150);
    assert.match(short, /^Cut: .*left out: /m);
    assert.ok(short.length < (await call('goalLens_getGoalBrief', {})).length);
  });

  it('say what matters most, and what the change serves', async () => {
    const priorities = await call('goalLens_checkPriorities', { limit: 2 });
    assertQuoted(priorities);
    assert.match(priorities, /^2\. P1 /m);
    assert.doesNotMatch(priorities, /^3\. /m);
    const change = await call('goalLens_checkChange', {});
    assertQuoted(change);
    assert.match(change, /^Trailer for the commit: Initiative: SHOP-7$/m);
  });

  it('say in one sentence what was wrong with a request', async () => {
    await assert.rejects(
      call('goalLens_checkChange', { base: 'no-such-branch' }),
      /There is no “no-such-branch” here/,
    );
  });

  it('copy the brief of the branch, and of a goal', async () => {
    await commands.executeCommand('goalLens.copyGoalBrief');
    await until('it is copied', async () => (await env.clipboard.readText()).includes('Goal: SHOP-7 '));
    await commands.executeCommand('goalLens.copyGoalBrief', 'PAY-3');
    await until('it is copied', async () => (await env.clipboard.readText()).includes('Goal: PAY-3 '));
  });

  it('copy the brief that a hover offers', async () => {
    const { uri } = await documentOf('typescript', '// SHOP-142');
    const [, command = '', query = ''] =
      /\[Copy brief\]\(command:([\w.]+)\?([^)]*)\)/.exec(await hoverAt(uri, 0, 5)) ?? [];
    await commands.executeCommand(command, ...(JSON.parse(decodeURIComponent(query)) as unknown[]));
    await until('it is copied', async () => (await env.clipboard.readText()).includes('Now: SHOP-142 '));
  });
});
