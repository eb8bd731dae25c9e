import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hookVersion } from '../../../../../src/git/hook/hookScript';
import { installHook } from '../../../../../src/git/hook/installHook';
import { planHook } from '../../../../../src/git/hook/hookPlan';
import { Git } from '../../../../../src/git/run/git';
import { HookOffer } from '../../../../../src/vscode/sources/git/hookOffer';
import { GitRepositoryFixture } from '../../../../support/gitRepository';

type Parts = ConstructorParameters<typeof HookOffer>;
type Repository = Parameters<HookOffer['of']>[0];

describe('HookOffer', () => {
  let fixture: GitRepositoryFixture;
  let repository: Repository;
  let file: { readonly path: string; hasHook: boolean } | undefined;
  let isTrusted: boolean;
  let kept: Map<string, unknown>;
  let warnings: unknown[];
  const git = new Git(() => 'git');

  beforeEach(() => {
    fixture = new GitRepositoryFixture();
    repository = { rootUri: { fsPath: fixture.root } } as unknown as Repository;
    file = { path: join(fixture.root, '.git/goal-lens/links'), hasHook: false };
    isTrusted = true;
    kept = new Map();
    warnings = [];
  });
  afterEach(() => fixture.remove());

  function offer(): HookOffer {
    const choices = { of: () => Promise.resolve(file), peek: () => file } as unknown as Parts[0];
    const memento = {
      get: (key: string) => kept.get(key),
      update: (key: string, value: unknown) => Promise.resolve(void kept.set(key, value)),
    } as Parts[1];
    const log = { warn: (...said: unknown[]) => void warnings.push(said) };
    return new HookOffer(choices, memento, git, log, () => isTrusted);
  }
  async function install(): Promise<void> {
    await installHook(await planHook(git, fixture.root));
    file = { path: join(fixture.root, '.git/goal-lens/links'), hasHook: true };
  }
  /** As an older version of Goal Lens left it. */
  function age(): void {
    for (const name of ['prepare-commit-msg', 'commit-msg']) {
      const path = join(fixture.root, '.git/hooks', name);
      const older = readFileSync(path, 'utf8').replace(
        `version ${hookVersion},`,
        `version ${hookVersion - 1},`,
      );
      writeFileSync(path, older);
    }
  }
  const nextChange = (of: HookOffer): Promise<void> =>
    new Promise((resolve) => {
      of.onDidChange(resolve);
    });

  it('is there where no hook is, until a person declines it', async () => {
    const hook = offer();
    assert.equal(hook.of(repository), 'missing');
    const changed = nextChange(hook);
    await hook.decline(repository);
    await changed;
    assert.equal(hook.of(repository), undefined);
    assert.equal(offer().of(repository), undefined, 'in the next session');
  });

  it('is none before the links are read, and where the folder is not trusted', () => {
    isTrusted = false;
    assert.equal(offer().of(repository), undefined);
    isTrusted = true;
    file = undefined;
    assert.equal(offer().of(repository), undefined);
  });

  it('is an update where the hook is of an older version, until it is written', async () => {
    await install();
    age();
    const hook = offer();
    const found = nextChange(hook);
    assert.equal(hook.of(repository), undefined, 'it is looked at first');
    await found;
    assert.equal(hook.of(repository), 'outdated');
    await installHook(await planHook(git, fixture.root));
    const written = nextChange(hook);
    await hook.lookAgain(repository);
    await written;
    assert.equal(hook.of(repository), undefined);
    assert.deepEqual(warnings, []);
  });
});
