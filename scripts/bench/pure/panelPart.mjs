// @ts-check
import { linksOfHistory, linksOfPath } from '../../../src/core/links/fileLinks';
import { GoalCatalog } from '../../../src/core/catalog/goalCatalog';
import { parsePathMap } from '../../../src/core/paths/pathMap';
import { servedGoals } from '../../../src/core/links/servedGoals';
import { candidatesOf, keysOfCandidates } from '../../../src/git/history/candidates';
import { panelState } from '../../../src/panel/panelModel';
import { parseGoalsFile } from '../../../src/teamFiles/goalsFile/parseGoalsFile';
import { tracker } from './inputs.mjs';

/** @typedef {import('../../../src/core/links/link').Link} Link */

/**
 * The work of one update without VS Code: links of the file, served goals, and the panel's state with its cards.
 * @param {{ goalsFile: string, pathMap: string }} sample
 */
export function panelPart(sample) {
  const catalog = new GoalCatalog([tracker(parseGoalsFile(sample.goalsFile, 'bench').goals)]);
  const map = parsePathMap(sample.pathMap);
  const path = 'src/payments/gateway.ts';
  const kept = Array.from({ length: 200 }, (_, index) => {
    const subject = `Change ${index} of the gateway`;
    const body = index % 3 === 0 ? `Why it is so.\n\nInitiative: SHOP-${index % 2 === 0 ? 9 : 4}\n` : '';
    return { sha: String(index), subject, candidates: candidatesOf({ subject, body, note: '' }) };
  });
  const rules = { trailer: 'Initiative', projects: catalog.projects() };
  const commitsNow = () =>
    kept.map(({ sha, subject, candidates }) => ({
      sha,
      subject,
      keys: keysOfCandidates(candidates, rules, sha),
    }));
  /** @type {Link} */
  const branchLink = { key: 'SHOP-142', provenance: { kind: 'branchName', text: 'SHOP-142' } };

  return () => {
    const links = [...linksOfPath(path, map), ...linksOfHistory(commitsNow())];
    const state = panelState(
      {
        isReady: true,
        hasFolder: true,
        isTrusted: true,
        catalog,
        branch: {
          name: 'feature/SHOP-142-retry-payments',
          head: '0123456789',
          choices: { rejected: [] },
          served: servedGoals([branchLink], catalog),
        },
        file: { path, served: servedGoals(links, catalog), isReading: false },
      },
      { language: 'en', now: Date.now(), revenue: 'band' },
    );
    if (state.kind !== 'goals' || !state.branch.goal || !state.file?.goals.length)
      throw new Error('The panel shows no goals: the bench measures nothing real.');
    return state;
  };
}
