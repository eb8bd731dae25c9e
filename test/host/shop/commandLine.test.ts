import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { commands, extensions, workspace } from 'vscode';
import type { ServedGoals } from '../../../src/core/links/servedGoals';
import { until } from '../../support/until';
import { type GoalLensApi, goalLens, open } from '../support/goalLens';

interface Brief {
  readonly links: readonly { readonly goal: string; readonly linked: string; readonly provenance: unknown }[];
}

describe('the command line in the package', () => {
  let api: GoalLensApi;

  /** What `goal-lens brief` says, by the Node.js that runs the extension host. */
  async function brief(...subject: string[]): Promise<Brief['links']> {
    const root = extensions.getExtension('goal-lens.goal-lens')!.extensionPath;
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [join(root, 'dist/cli.js'), 'brief', ...subject, '--format', 'json'],
      {
        cwd: workspace.workspaceFolders?.[0]?.uri.fsPath,
        env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
      },
    );
    return (JSON.parse(stdout) as Brief).links;
  }

  function shown(served: ServedGoals | undefined): Brief['links'] {
    return (served?.goals ?? []).map(({ goal, linked, link }) => ({
      goal: goal.key,
      linked: linked.key,
      provenance: link.provenance,
    }));
  }

  before(async () => {
    api = await goalLens();
    await until('the context is ready', () => api.services.context.current.isReady);
  });
  after(() => commands.executeCommand('workbench.action.closeAllEditors'));

  it('says of the branch what the panel says', async () => {
    const links = await brief();
    assert.ok(links.length > 0);
    assert.deepEqual(links, shown(api.services.context.current.branch?.served));
  });

  for (const path of ['src/payments/gateway.ts', 'src/accounts/session.ts', 'src/cart/totals.ts']) {
    it(`says of ${path} what the panel says`, async () => {
      await open(path);
      await until(`${path} is read`, () => {
        const { file } = api.services.context.current;
        return file?.path === path && !file.isReading;
      });
      const links = await brief(path);
      assert.ok(links.length > 0);
      assert.deepEqual(links, shown(api.services.context.current.file?.served));
    });
  }
});
