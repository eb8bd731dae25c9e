// @ts-check

/** @typedef {typeof import('../../../src/core/catalog/goalCatalog') & typeof import('../../../src/core/references/remote') & typeof import('../../../src/core/links/referenceRules') & typeof import('../../../src/core/links/commitKeys') & typeof import('../../../src/core/links/branchLinks')} Core */

/**
 * What spellings mean in a repository whose items are all known.
 *
 * @param {Core} core
 * @param {import('./repositories.mjs').PublicRepository} repository
 * @param {Iterable<number>} numbers
 */
export function referencesOf(core, { url, prefix, style, references: listed }, numbers) {
  const remote = core.parseRemote(url);
  const goals = Array.from(numbers, (number) => ({
    id: String(number),
    trackerId: 'tracker',
    key: `${prefix}-${number}`,
    title: '',
    level: /** @type {const} */ ('item'),
    metrics: [],
    blockedByKeys: [],
    blocksKeys: [],
    labels: [],
    ...(listed && { references: [listed.replace('{n}', String(number)), `#${number}`] }),
    ...(style && { url: `${addressOf(url, style)}${number}` }),
  }));
  const tracker = {
    id: 'tracker',
    name: 'tracker',
    phase: /** @type {const} */ ('ready'),
    goals,
    badEntries: 0,
    ...(style && { references: style }),
  };
  return new core.GoalCatalog([tracker]).in({ remotes: remote ? [remote] : [] });
}

/** @param {string} url @param {import('../../../src/core/references/referenceStyle').ReferenceStyle} style */
function addressOf(url, { kind, url: tracker }) {
  switch (kind) {
    case 'azureDevOps':
      return `${tracker}/_workitems/edit/`;
    case 'gitlab':
      return `${url}/-/issues/`;
    case 'github':
      return `${url}/issues/`;
    case 'redmine':
      return `${tracker}/issues/`;
  }
}
