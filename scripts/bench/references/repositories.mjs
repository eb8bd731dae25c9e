// @ts-check

/**
 * @typedef {object} PublicRepository A public repository of a certain habit, and what its tracker is.
 * @property {string} name
 * @property {string} url
 * @property {string} commit The newest commit that is read, so that figures can be compared.
 * @property {string} [since] When it got this tracker: earlier commits name items of another one by the same numbers.
 * @property {string} prefix Of the canonical keys.
 * @property {number} newest The highest number of an item; all of them count as known.
 * @property {import('../../../src/core/references/referenceStyle').ReferenceStyle} [style]
 * @property {string} [references] Of an item in a goals file, with `{n}` for its number.
 * @property {RegExp} [counted] By what commits tell how far items were counted in their time.
 * @property {boolean} [isForBranches] Only the names of its branches were read by a person.
 * @property {RegExp} named What a reader takes for the name of an item, found in another way than by the extension.
 */

/** @type {readonly PublicRepository[]} */
export const publicRepositories = [
  {
    name: 'redmine',
    url: 'https://github.com/redmine/redmine',
    commit: '890812e49cc60e96c7c252b7dedbd881a4edba55',
    prefix: 'RM',
    newest: 45_000,
    style: { kind: 'redmine', url: 'https://www.redmine.org', places: [] },
    named: /#\d+/,
  },
  {
    name: 'zookeeper',
    url: 'https://github.com/apache/zookeeper',
    commit: '53a78e36f99602162643303ab330377fc383b41f',
    prefix: 'ZOOKEEPER',
    newest: 5200,
    named: /\bZOOKEEPER-\d+/i,
  },
  {
    name: 'keystone',
    url: 'https://opendev.org/openstack/keystone',
    commit: '30ef2ffa65a3486ef882f00538e20f2253c57d4c',
    prefix: 'LP',
    newest: 0,
    references: 'https://bugs.launchpad.net/keystone/+bug/{n}',
    named: /^(?:closes|partial|related|fixes)-bug: *#?\d{5,}/im,
  },
  {
    name: 'cli',
    url: 'https://github.com/cli/cli',
    commit: '44ee17760709bedf1cad7e452e61751489b81a33',
    prefix: 'CLI',
    newest: 15_000,
    style: { kind: 'github', url: 'https://github.com', places: ['cli/cli'] },
    counted: /^Merge pull request #(\d+)/gm,
    // A merge names its pull request, which is not an item.
    named: /(?<!pull request )(?<=^|[\s(])#\d+\b|github\.com\/cli\/cli\/issues\/\d+/m,
  },
  {
    name: 'nautilus',
    url: 'https://gitlab.gnome.org/GNOME/nautilus',
    commit: 'a7e2395be6a7bbbb47ae1147dacce3bc063176b2',
    since: '2018-01-01',
    prefix: 'NAUTILUS',
    newest: 5000,
    style: { kind: 'gitlab', url: 'https://gitlab.gnome.org', places: ['GNOME/nautilus'] },
    counted: /(?:clos|fix|resolv)\w*:? +#(\d{1,4})\b|nautilus\/(?:-\/)?issues\/(\d+)/gi,
    // Longer numbers belong to its former tracker.
    named: /(?:clos|fix|resolv|help)\w*:? +#\d{1,4}\b|nautilus\/(?:-\/)?issues\/\d+/i,
  },
  {
    name: 'BCApps',
    url: 'https://github.com/microsoft/BCApps',
    commit: 'c3414ede3ec7bab5a928f312c1208dbd0f8e39a7',
    prefix: 'AB',
    newest: 648_000,
    style: { kind: 'azureDevOps', url: 'https://dev.azure.com/dynamicssmb2', places: [] },
    counted: /\bAB#(\d+)/g,
    named: /\bAB#\d+/,
  },
  // The rules for bare numbers were made before anyone looked at these two. Their items moved here from another tracker
  // and got new numbers.
  githubRepository('sympy/sympy', 'e950d313a932bc6cccbc95376b3821cd2f8b5af4', '2014-06-01'),
  githubRepository('spyder-ide/spyder', 'd8e4e5bb9062ad2e6e9b8a646e8dc752a4de82d2', '2015-03-01'),
];

/**
 * A GitHub repository that is only read for its branch names.
 *
 * @param {string} path
 * @param {string} commit
 * @param {string} since
 * @returns {PublicRepository}
 */
function githubRepository(path, commit, since) {
  const name = path.slice(path.indexOf('/') + 1);
  return {
    name,
    url: `https://github.com/${path}`,
    commit,
    since,
    prefix: name.toUpperCase(),
    newest: 30_000,
    style: { kind: 'github', url: 'https://github.com', places: [path] },
    counted: /^Merge pull request #(\d+)/gm,
    isForBranches: true,
    named: /(?<!pull request )(?<=^|[\s(])#\d+\b/m,
  };
}
