import assert from 'node:assert/strict';
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { notesOf } from '../../../scripts/release/changelog.mjs';
import { prepareRelease } from '../../../scripts/release/prepareRelease.mjs';
import { compareVersions, isPreRelease, isVersion } from '../../../scripts/release/version.mjs';
import { GitRepositoryFixture } from '../../support/gitRepository';

const changelog = `# Changelog

## [Unreleased]

### Added

- A panel that says $& and $1.

## [0.2.0] - 2026-10-01

### Fixed

- The hook.
`;
const unpublished = changelog.slice(0, changelog.indexOf('## [0.2.0]'));

describe('prepareRelease', () => {
  let repository: GitRepositoryFixture;
  beforeEach(() => {
    repository = new GitRepositoryFixture();
    repository.git('config', 'user.name', 'Ana');
    repository.git('config', 'user.email', 'ana@shop.example');
    repository.git('config', 'commit.gpgsign', 'false');
    repository.git('config', 'tag.gpgsign', 'false');
    repository.git('config', 'core.hooksPath', '.git/hooks');
    const manifest = { name: 'goal-lens', version: '0.2.0', scripts: { test: 'mocha' } };
    repository.write('package.json', json(manifest));
    const packages = { '': manifest, 'node_modules/mocha': { version: '0.2.0' } };
    repository.write('package-lock.json', json({ name: 'goal-lens', version: '0.2.0', packages }));
    repository.write('CHANGELOG.md', changelog);
    repository.git('add', '.');
    repository.git('commit', '--quiet', '--message=Start');
  });
  afterEach(() => repository.remove());

  const prepare = (version = '0.3.0', isDryRun = false): { tag: string; from: string } =>
    prepareRelease({ root: repository.root, version, date: '2026-11-28', isDryRun });
  const show = (path: string): string => repository.git('show', `HEAD:${path}`);
  const commits = (): string[] => repository.git('log', '--format=%s').trim().split('\n');
  const isUntouched = (): void => {
    assert.deepEqual(commits(), ['Start']);
    assert.equal(repository.git('tag'), '');
  };

  it('commits the version and the changelog, and tags the commit', () => {
    assert.deepEqual(prepare(), { tag: 'v0.3.0', from: '0.2.0' });
    assert.deepEqual(commits(), ['Release 0.3.0', 'Start']);
    assert.equal(repository.git('cat-file', '-t', 'v0.3.0').trim(), 'tag');
    assert.equal(repository.git('rev-parse', 'v0.3.0^{commit}'), repository.git('rev-parse', 'HEAD'));
    assert.equal(repository.git('status', '--porcelain'), '');
    assert.equal(
      show('CHANGELOG.md'),
      changelog.replace('## [Unreleased]\n', '## [Unreleased]\n\n## [0.3.0] - 2026-11-28\n'),
    );
    assert.equal(notesOf(show('CHANGELOG.md'), '0.3.0'), '### Added\n\n- A panel that says $& and $1.');
    const diff = repository.git('diff', '--unified=0', 'HEAD~', '--', 'package.json', 'package-lock.json');
    const changed = diff.split('\n').filter((line) => /^[-+] /.test(line));
    assert.deepEqual(changed.map((line) => line.replace(/ +/, ' ')).sort(), [
      ...Array<string>(3).fill('+ "version": "0.3.0",'),
      ...Array<string>(3).fill('- "version": "0.2.0",'),
    ]);
  });

  it('changes nothing in a dry run, which refuses the same', () => {
    assert.deepEqual(prepare('0.3.0', true), { tag: 'v0.3.0', from: '0.2.0' });
    isUntouched();
    assert.equal(repository.git('status', '--porcelain'), '');
    assert.throws(() => prepare('0.1.0', true), { name: 'ReleaseError' });
  });

  for (const [state, soil] of [
    ['a changed file', () => writeFileSync(join(repository.root, 'package.json'), '{}')],
    ['an untracked file', () => repository.write('new/file.txt', '')],
    [
      'a staged file',
      () => {
        repository.write('new.txt', '');
        repository.git('add', '.');
      },
    ],
  ] as const) {
    it(`refuses ${state}`, () => {
      soil();
      assert.throws(() => prepare(), { name: 'ReleaseError', message: /not clean\. Commit or stash/ });
      isUntouched();
    });
  }

  it('refuses any place but main', () => {
    repository.git('switch', '--quiet', '--create', 'next');
    assert.throws(() => prepare(), { message: /made from main, and this is next\. Run: git switch main/ });
    repository.git('switch', '--quiet', '--detach');
    assert.throws(() => prepare(), { message: /this is a detached HEAD/ });
    isUntouched();
  });

  for (const version of ['0.2.0', '0.1.9', '0.1.10', '0.0.99']) {
    it(`refuses ${version}, which is not higher`, () => {
      assert.throws(() => prepare(version), { message: /is not higher than 0\.2\.0/ });
      isUntouched();
    });
  }

  for (const version of ['1.0', 'v1.0.0', '1.0.0-beta.1', '1.0.0.0', '01.0.0', '1.0.x', '', '--all']) {
    it(`refuses '${version}', which is no version of a marketplace`, () => {
      assert.throws(() => prepare(version), { message: /is not a version that both marketplaces take/ });
      isUntouched();
    });
  }

  it('takes the version of package.json as it is for the first release, not a lower one', () => {
    repository.commit('CHANGELOG.md', unpublished, 'Start');
    assert.throws(() => prepare('0.1.0'), { message: /is not higher/ });
    assert.equal(prepare('0.2.0').tag, 'v0.2.0');
    assert.throws(() => prepare('0.2.0'), { name: 'ReleaseError' });
  });

  for (const [state, text, message] of [
    [
      'nothing under Unreleased',
      changelog.replace(/### Added\n\n- .*\n\n/, ''),
      /no entries under Unreleased/,
    ],
    ['only headings under Unreleased', changelog.replace(/\n- A.*\n/, ''), /no entries under Unreleased/],
    ['no Unreleased', changelog.replace('[Unreleased]', '[Soon]'), /no heading "## \[Unreleased\]"/],
    ['the version already', changelog.replace('[0.2.0]', '[0.3.0]'), /has a heading of 0\.3\.0 already/],
  ] as const) {
    it(`refuses a changelog with ${state}`, () => {
      repository.commit('CHANGELOG.md', text, 'Change');
      assert.throws(() => prepare(), { name: 'ReleaseError', message });
      assert.equal(repository.git('tag'), '');
    });
  }

  it('refuses a tag that is there', () => {
    repository.git('tag', 'v0.3.0');
    assert.throws(() => prepare(), { message: /The tag v0\.3\.0 exists already/ });
    assert.deepEqual(commits(), ['Start']);
  });

  it('puts everything back where git refuses the commit', () => {
    repository.write('.git/hooks/pre-commit', '#!/bin/sh\necho No releases on Fridays >&2\nexit 1\n');
    chmodSync(join(repository.root, '.git/hooks/pre-commit'), 0o755);
    assert.throws(() => prepare(), { message: /the files are as before\. No releases on Fridays$/ });
    isUntouched();
    assert.equal(repository.git('status', '--porcelain'), '');
  });
});

describe('versions', () => {
  it('are compared as numbers', () => {
    const sorted = ['0.9.9', '0.10.0', '0.10.1', '1.0.0', '1.0.10', '2.0.0'];
    assert.deepEqual(sorted.toReversed().sort(compareVersions), sorted);
    assert.equal(compareVersions('1.2.3', '1.2.3'), 0);
  });

  it('are pre-releases where the minor is odd', () => {
    assert.deepEqual(['0.1.0', '0.2.1', '1.0.1', '1.11.0'].map(isPreRelease), [true, false, false, true]);
    assert.ok(isVersion('10.20.30'));
  });
});

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
