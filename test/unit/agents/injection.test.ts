import assert from 'node:assert/strict';
import { AlignmentAnswers } from '../../../src/agents/alignmentAnswer';
import { answerOptions } from '../../../src/agents/agentAnswer';
import { briefAnswer, type BriefRequest } from '../../../src/agents/briefAnswer';
import { changeAnswer } from '../../../src/agents/changeAnswer';
import { pathsText } from '../../../src/agents/pathsText';
import { prioritiesAnswer } from '../../../src/agents/prioritiesAnswer';
import type { Goal } from '../../../src/core/goal/goal';
import { GoalCatalog } from '../../../src/core/catalog/goalCatalog';
import { parsePathMap } from '../../../src/core/paths/pathMap';
import { rulesIn } from '../../../src/core/links/referenceRules';
import { Git } from '../../../src/git/run/git';
import { Workspace } from '../../../src/workspace/workspace';
import { goal, tracker } from '../../support/builders';
import { GitRepositoryFixture } from '../../support/gitRepository';
import { injections } from './injections';
import { assertPlain, assertQuoted, textsIn } from './quoted';

const now = Date.UTC(2026, 10, 22, 12);

/** Goals that say one text wherever they can say any, as if no reader had checked it before. */
function hostileGoals(text: string): Goal[] {
  const source = { field: text };
  const parts = {
    title: text,
    description: `${text}\n\n## Out of scope\n- ${text}`,
    acceptance: [text, text],
    status: { name: text, category: 'active' as const },
    priority: { rank: 1 as const, label: text },
    impact: {
      customers: { value: 38, ...source },
      customerNames: { value: [text], ...source },
      segments: { value: [text], ...source },
      severity: { value: text, ...source },
      quotes: {
        value: [
          {
            text,
            source: text,
            url: `https://evil.example/${encodeURIComponent(text.slice(0, 20).replace(/\p{Cs}/gu, ''))}`,
          },
        ],
        ...source,
      },
    },
    owner: { name: text, email: text },
    targetDate: '2026-12-12',
    targetLabel: text,
    metrics: [{ name: text, unit: text, current: 1, target: 2 }],
    labels: [text],
  };
  return [
    goal('SHOP-7', { ...parts, url: 'https://tracker.example/SHOP-7', blockedByKeys: ['SHOP-9'] }),
    goal('SHOP-142', { ...parts, level: 'item', parentKey: 'SHOP-7' }),
    goal('SHOP-9', { ...parts, parentKey: text }),
  ];
}

describe('what others wrote, on its way to an agent', function () {
  this.timeout(60_000);
  let repository: GitRepositoryFixture;
  const git = new Git(() => 'git');

  before(() => {
    repository = new GitRepositoryFixture();
    repository.commit('src/pay.ts', '1\n', 'Begin');
    repository.git('update-ref', 'refs/remotes/origin/HEAD', 'HEAD');
    repository.git('checkout', '--quiet', '-b', 'feature/SHOP-142-retry');
  });
  after(() => repository.remove());

  /** A workspace in which trackers, rules and spellings say a text. */
  function workspaceSaying(text: string, branch = 'feature/SHOP-142-retry'): Workspace {
    const goals = hostileGoals(text);
    const catalog = new GoalCatalog([tracker(goals, { name: text })]);
    const head = repository.git('rev-parse', 'HEAD').trim();
    const references = catalog.in();
    const written = `/src/ SHOP-9\n/${text.replace(/\s+/g, '')}/ SHOP-7\n`;
    return new Workspace(git, {
      root: repository.root,
      checkout: {
        root: repository.root,
        gitDir: `${repository.root}/.git`,
        commonDir: `${repository.root}/.git`,
        branch,
        head,
      },
      catalog,
      pathMap: parsePathMap(written),
      references,
      rules: rulesIn(references, { trailer: 'Initiative' }),
      settingProblems: [],
      revenue: 'band',
    });
  }

  it('is tried with more than sixty texts', () => {
    assert.ok(injections.length >= 60, String(injections.length));
  });

  for (const [what, text] of injections) {
    it(`stays where it is quoted: ${what}`, async () => {
      repository.git('reset', '--quiet', '--hard', 'origin/HEAD');
      repository.git('clean', '--quiet', '-fd');
      const subject = text.replaceAll('\0', '').slice(0, 3000).trim();
      repository.commit(
        'src/pay.ts',
        `${Math.random()}\n`,
        `${subject}\n\nInitiative: ${subject}\nInitiative: SHOP-7\n`,
      );
      const name = subject.replace(/[/\\\r\n]/g, '_').slice(0, 40);
      repository.write(`src/${Buffer.from(name).subarray(0, 120).toString()}`, '1');
      const workspace = workspaceSaying(text);
      const options = answerOptions(workspace, { now, language: 'en' });
      const requests: BriefRequest[] = [
        {},
        { key: 'SHOP-142' },
        { key: text },
        { path: 'src/pay.ts' },
        { path: 'src/pay.ts:1-1' },
        { path: text.replaceAll('\0', '') },
        { branch: text.replaceAll('\0', '') },
        { commit: 'HEAD' },
        { any: text.replaceAll('\0', '').slice(0, 2000) },
      ];
      for (const request of requests) {
        const { text: brief, record } = await briefAnswer(workspace, request, options);
        assertQuoted(brief);
        textsIn(record).forEach(assertPlain);
      }
      const change = await changeAnswer(workspace, {}, options);
      assertQuoted(change.text);
      textsIn(change.record).forEach(assertPlain);
      const priorities = prioritiesAnswer(workspace, {}, options);
      assertQuoted(priorities.text);
      textsIn(priorities.record).forEach(assertPlain);
      const alignment = await new AlignmentAnswers().answer(workspace, {}, options);
      assertQuoted(alignment.text);
      textsIn(alignment.record).forEach(assertPlain);
      assertQuoted(pathsText(workspace));
    });
  }
});
