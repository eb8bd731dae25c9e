import assert from 'node:assert/strict';
import * as l10n from '@vscode/l10n';
import { statusCategories } from '../../../src/core/goal/goal';
import { goalView } from '../../../src/core/views/goalView';
import { impactPart } from '../../../src/panel/impactPart';
import { standing } from '../../../src/panel/standing';
import { driftSection } from '../../../src/presentation/report/driftSection';
import { nodeTexts } from '../../../src/presentation/goalTree/nodeTexts';
import { priorityName, statusName } from '../../../src/presentation/trackerWords';
import { FigureWriter } from '../../../src/presentation/report/figureWriter';
import { catalogOf, goal, textOptions } from '../../support/builders';

describe('words of a tracker, in German', () => {
  before(() => l10n.config({ fsPath: 'l10n/bundle.l10n.de.json' }));
  after(() => l10n.config({ contents: {} }));

  it('translates a status that is only its category or state', () => {
    assert.deepEqual([...statusCategories, 'open', 'closed'].map(statusName), [
      'vorgeschlagen',
      'geplant',
      'aktiv',
      'blockiert',
      'erledigt',
      'verworfen',
      'offen',
      'abgeschlossen',
    ]);
  });

  it('keeps a name that somebody gave', () =>
    assert.deepEqual(['Done', 'In Progress', 'activo'].map(statusName), ['Done', 'In Progress', 'activo']));

  it('translates a priority that is only its rank, and keeps a label', () =>
    assert.deepEqual(['urgent', 'not set', 'Blocker', 'constructor'].map(priorityName), [
      'Dringend',
      'Priorität nicht gesetzt',
      'Blocker',
      'constructor',
    ]));

  const catalog = catalogOf(
    goal('A-1', {
      status: { name: 'active', category: 'active' },
      priority: { rank: 2, label: 'high' },
      impact: { quotes: { value: [{ text: 'It said “later”.' }], field: 'quotes' } },
    }),
  );
  const view = goalView(catalog.find('A-1')!, catalog);

  it('says them so in the panel and in the tree', () => {
    assert.equal(standing(view, textOptions).status?.label, 'aktiv');
    assert.equal(standing(view, textOptions).priority.label, 'Hoch');
    assert.equal(
      nodeTexts({ kind: 'goal', view, path: '', hasChildren: false, isOpen: false }, textOptions).description,
      'A-1 · aktiv',
    );
  });

  it('says them so in the report', () => {
    const change = { day: '2026-11-02', reference: 'A-1', title: 'A' };
    const changes = [
      { ...change, what: 'status' as const, from: 'planned', to: 'active' },
      { ...change, what: 'priority' as const, from: 'low', to: null },
    ];
    const otherPriority = { share: 0, personDays: 0, commits: 0, authors: 0 };
    const { table } = driftSection({ changes, otherPriority }, new FigureWriter('de'));
    assert.deepEqual(
      table.rows.map((row) => row.slice(3)),
      [
        ['geplant', 'aktiv'],
        ['Niedrig', '–'],
      ],
    );
  });

  it('puts a customer’s words into the quotation marks of the language, and leaves their own', () =>
    assert.equal(impactPart(view, textOptions).impact?.quotes[0]?.text, '„It said “later”.“'));
});
