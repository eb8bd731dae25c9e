import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { cleanGit } from '../../../../scripts/cleanGit.mjs';
import { noChoices, linksOfBranch } from '../../../../src/core/links/branchLinks';
import { tagMessage } from '../../../../src/core/message/commitTag';
import { parseTrailers } from '../../../../src/core/message/trailers';
import { writeHookState } from '../../../../src/git/hook/hookState';
import { commitMessages } from '../../core/message/commitMessages';
import { tagKeys } from '../../core/editing/tagKeys';
import { HookRepository, plainGit } from './hookRepository';

const projects = new Set(['SHOP', 'OP', 'MY-APP', 'APP', 'P2', 'X']);

describe('hookScript and the editor', function () {
  this.timeout(60_000);
  let repository: HookRepository;
  let file: string;
  before(() => {
    repository = new HookRepository();
    repository.useHook();
    file = join(repository.root, 'message');
    tellProjects(projects);
  });
  after(() => repository.remove());

  const tellProjects = (names: Iterable<string>): void => {
    const list = [...names].join(' ');
    repository.git('config', '--file', repository.links, '--replace-all', 'project.known', list);
  };
  const on = (branch: string): void =>
    writeFileSync(join(repository.root, '.git/HEAD'), `ref: refs/heads/${branch}\n`);
  const run = (message: string): string => {
    writeFileSync(file, message);
    const { status } = spawnSync('sh', ['.git/goal-lens/prepare-commit-msg', 'message', 'message'], {
      cwd: repository.root,
      env: { ...cleanGit, GIT_EDITOR: ':' },
      // Whoever commits must not wait for it.
      timeout: 20_000,
    });
    assert.equal(status, 0);
    return readFileSync(file, 'utf8');
  };

  it('find the same keys in branch names', () => {
    const part = fc.constantFrom(
      ...[
        'SHOP',
        'shop',
        'OP',
        'MY-APP',
        'app',
        'P2',
        'x',
        'NO',
        '-',
        '-',
        '-',
        '/',
        '_',
        '.y',
        '1',
        '42',
        '007',
      ],
      ...['é', 'Ü', '日', 'ф', 'a', '[*]', '$', '%s', '#', 'fix'],
    );
    const names = fc
      .array(part, { minLength: 1, maxLength: 9 })
      .map((parts) => `b/${parts.join('')}`)
      .filter((name) => !/[/.]$|\/\.|\.\.|\/\/|[[*]/.test(name));
    const known = [
      'feature/SHOP-142-retry',
      'shop-1_SHOP-2/SHOP-1',
      'SHOP-1SHOP-2',
      'utf-8-MY-APP-3',
      'MY-APP-APP-3-4',
      'xSHOP-1-OP-2',
      'SHOP-1-2-3',
      'SHOP--1',
      'P2-3-P2-4',
    ];
    fc.assert(
      fc.property(names, (name) => {
        on(name);
        const expected = linksOfBranch(name, noChoices, {
          projects,
          find: () => undefined,
        }).map(({ key }) => key);
        assert.deepEqual(tagKeys(run('Fix\n'), 'Initiative'), expected, name);
      }),
      { numRuns: 60, examples: known.map((name) => [name]) },
    );
  });

  it('find the same key among projects and dashes as many as somebody could make up', () => {
    const made = Array.from(
      { length: 60 },
      (_, at) => `${'1-'.repeat(at % 30)}${at % 2 === 0 ? 'A' : '1'}${at}`,
    );
    const names = [...made, ...projects, ...Array.from({ length: 3_000 }, (_, at) => `Q${at}`)];
    const branch = `${Array.from({ length: 16 }, () => `${'1-'.repeat(110)}z`).join('/')}/Q7-SHOP-142`;
    tellProjects(names);
    on(branch);
    const links = linksOfBranch(branch, noChoices, { projects: new Set(names), find: () => undefined });
    assert.deepEqual(
      links.map(({ key }) => key),
      ['SHOP-142'],
    );
    assert.deepEqual(tagKeys(run('Fix\n'), 'Initiative'), ['SHOP-142']);
    tellProjects(projects);
  });

  it('leave the same trailers in any message, and the hook changes nothing else of it', () => {
    on('SHOP-142');
    // Git hands over messages without blank lines at the start.
    const messages = commitMessages({ eol: '\n', divider: true, scissors: false }).map((text) =>
      text.trimStart(),
    );
    fc.assert(
      fc.property(messages, (message) => {
        const tagged = run(message);
        const complete = message.endsWith('\n') ? message : `${message}\n`;
        if (tagged === message) {
          const had = trailersOf(complete).some(({ token }) => /^initiative$/i.test(token));
          // Git takes a message of comments for an empty one, which ends the commit: there is nothing to tag.
          const isEmpty = message.split('\n').every((line) => line.startsWith('#') || line.trim() === '');
          // Git takes that title for a list of conflicts, and may not find the trailer that it adds below it itself.
          const isConflicts = message.startsWith('Conflicts:\n');
          const isSquash = message.startsWith('squash! ');
          assert.ok(had || isEmpty || isConflicts || isSquash, JSON.stringify(message));
          return;
        }
        const at = tagged.lastIndexOf('Initiative: SHOP-142\n');
        const without = tagged.slice(0, at) + tagged.slice(at + 'Initiative: SHOP-142\n'.length);
        assert.ok(
          without === complete || withoutGap(tagged, at) === complete,
          JSON.stringify([message, tagged]),
        );
        assert.ok(
          trailersOf(tagged).some(({ token, value }) => token === 'Initiative' && value === 'SHOP-142'),
        );
        // The rest is read in another way without an editor, or cut by git before the hook sees it.
        const plain = !/^#|^Conflicts:|[ \t]$/m.test(message) && !/initiative:/i.test(message);
        if (plain)
          assert.deepEqual(trailersOf(tagged), trailersOf(tagMessage(message, 'Initiative', ['SHOP-142'])));
      }),
      {
        numRuns: 60,
        examples: [['Conflicts:\n\n\tcontinued: here'], ['Title\n\nInitiative: OLD-1\n\nConflicts:']],
      },
    );
  });

  it('agree on the tag that the editor wrote, and on none', async () => {
    on('SHOP-142');
    const tags = (keys: string[]): Promise<void> =>
      writeHookState(plainGit, repository.links, {
        trailer: 'Initiative',
        projects,
        tags: new Map([['SHOP-142', keys]]),
      });
    await tags(['SHOP-7', 'MY-APP-3']);
    assert.equal(run('Fix\n'), tagMessage('Fix\n', 'Initiative', ['SHOP-7', 'MY-APP-3']));
    await tags([]);
    assert.equal(run('Fix\n'), 'Fix\n');
  });
});

const trailersOf = (message: string): ReturnType<typeof parseTrailers> =>
  parseTrailers(message, { divider: false });

/** The text without the tag's line and the blank line that was put above it. */
function withoutGap(tagged: string, at: number): string {
  return tagged.slice(0, at - 1) + tagged.slice(at + 'Initiative: SHOP-142\n'.length);
}
