import assert from 'node:assert/strict';
import * as l10n from '@vscode/l10n';
import { branchDrift, noticeDrift, settleSeen } from '../../src/core/drift/seenBranch';
import { servedGoals } from '../../src/core/links/servedGoals';
import { goalView } from '../../src/core/views/goalView';
import { panelState } from '../../src/panel/panelModel';
import { panelStrings } from '../../src/panel/panelStrings';
import { driftLines } from '../../src/panel/driftLines';
import { driftSentences } from '../../src/presentation/driftText';
import { goalCard } from '../../src/presentation/goalCard';
import { shortGoalLines } from '../../src/presentation/fileGoalsText';
import { lineTrailLine, lineTrailText } from '../../src/presentation/lineTrail';
import { ownerQuestion } from '../../src/presentation/ownerQuestion';
import { pullRequestSummary } from '../../src/presentation/pullRequestSummary';
import { reasonText } from '../../src/presentation/reasonText';
import { statusItemText } from '../../src/presentation/statusItemText';
import { catalogOf, customers, shopGoals, textOptions } from '../support/builders';
import { pseudoContents } from '../support/pseudoLanguage';

/** Nothing of a goal is a word: what is left that reads as one is ours. */
const goals = shopGoals().map((each) => ({
  ...each,
  title: each.key,
  ...(each.status && { status: { ...each.status, name: '7' } }),
  ...(each.priority && { priority: { ...each.priority, label: '7' } }),
}));
const blocked = goals.map((each) =>
  each.key === 'SHOP-142'
    ? {
        ...each,
        blockedByKeys: ['SHOP-160'],
        targetDate: '2026-11-01',
        impact: { ...customers(1), requests: { value: 2, field: '7' } },
      }
    : each,
);
const earlier = catalogOf(...goals);
const catalog = catalogOf(...blocked);
const item = catalog.find('SHOP-142')!;
const linkTo = ({ key }: { readonly key: string }) =>
  ({ key, provenance: { kind: 'branchName', text: key } }) as const;
const served = servedGoals([linkTo(item)], catalog);
const seen = settleSeen({ at: 0, goals: [] }, [goalView(earlier.find('SHOP-142')!, earlier)], {
  now: 1,
  isComplete: true,
});
const now = [goalView(item, catalog)];
const drift = branchDrift(noticeDrift(seen, now, 1), now);

/** The words in a value that stand in no text of ours. */
function left(value: unknown, found: string[] = []): string[] {
  if (typeof value === 'string') {
    // Inner texts first: one of ours may hold another.
    let text = value.replace(/\$\([\w~-]+\)/g, ' ');
    while (/⟦[^⟦⟧]*⟧/.test(text)) text = text.replace(/⟦[^⟦⟧]*⟧/g, ' ');
    const words = text.match(/\p{L}{3,}/gu) ?? [];
    if (words.some((word) => !isNoText.test(word))) found.push(value);
  } else if (Array.isArray(value)) for (const each of value) left(each, found);
  else if (typeof value === 'object' && value !== null) {
    for (const [name, each] of Object.entries(value)) if (!isMachine.test(name)) left(each, found);
  }
  return found;
}

/** Keys of goals, and what Intl writes of dates. */
const isNoText = /^(?:SHOP|OBJ|Initiative|goals|yaml|Dec|Nov|days?|ago|https?|tracker|example|feature|it)$/;
/** What the page or VS Code reads, and no person. */
const isMachine =
  /^(?:kind|action|key|icon|look|shape|severity|category|urgency|shown|url|path|name|status|health|field|health\w*)$/;

describe('in a language that nobody speaks', () => {
  before(() => l10n.config({ contents: pseudoContents() }));
  after(() => l10n.config({ contents: {} }));

  it('the panel’s own words leave nothing in English', () => {
    assert.deepEqual(
      Object.entries(panelStrings()).filter(([, text]) => left(text).length > 0),
      [],
    );
  });

  it('neither do the states of the panel', () => {
    const branch = { name: 'feature/it', head: '0123456', choices: { rejected: [] }, served };
    const base = { isReady: true, hasFolder: true, isTrusted: true, catalog };
    const states = [
      { ...base, branch },
      { ...base, branch, isTrusted: false },
      { ...base, branch: { ...branch, served: servedGoals([], catalog) } },
      { ...base },
      { ...base, hasFolder: false },
      { ...base, catalog: catalogOf() },
      { ...base, branch, reading: { goal: catalog.find('SHOP-160')! } },
    ].map((input) => panelState(input, textOptions));
    assert.deepEqual(left(states), []);
  });

  it('nor do card, status item, drift, trail, line above a file, question and list', () => {
    const trail = {
      line: 3,
      commit: { sha: '0'.repeat(40), subject: '7', time: 0, isCutOff: true },
      links: [{ goal: item, text: 'SHOP-142', by: 'subject' }],
    } as const;
    assert.deepEqual(
      left([
        goalCard(goalView(item, catalog), textOptions),
        statusItemText({ isReady: true, branch: { name: 'it', served }, catalog, drift }, textOptions)?.text,
        driftLines(drift, textOptions).map(({ text, buttons }) => [text, buttons]),
        drift.map((each) => driftSentences(each, textOptions)),
        lineTrailLine(lineTrailText(trail, catalog, textOptions)),
        lineTrailText(trail, catalog, textOptions).how,
        lineTrailLine(lineTrailText({ line: 3, links: [] }, catalog, textOptions)),
        shortGoalLines(servedGoals(catalog.all().map(linkTo), catalog).goals, catalog, textOptions).more,
        ownerQuestion(goalView(item, catalog), { path: '7', line: 3 }, {}),
        reasonText(goalView(item, catalog), textOptions),
      ]),
      [],
    );
  });

  it('nor does the pull request summary', () => {
    const text = pullRequestSummary(
      {
        branchGoals: served.goals.map(({ goal: each }) => each),
        branchItems: [item],
        catalog,
        commits: [{ sha: '0'.repeat(40), subject: '7', keys: [], isWithoutGoal: false, isMerge: false }],
        trailer: 'Initiative',
        written: ({ key }) => key,
      },
      textOptions,
    );
    assert.deepEqual(left(text.split('\n')), []);
  });

  it('finds what was left behind', () => {
    assert.deepEqual(left(['⟦Goals⟧ and more', '⟦{0} ⟦goal⟧⟧', { label: 'Left', action: 'left' }]), [
      '⟦Goals⟧ and more',
      'Left',
    ]);
  });
});
