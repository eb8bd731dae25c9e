import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getL10nJson } from '@vscode/l10n-dev';
import { views } from '../../src/vscode/ids';
import { commands } from '../../src/vscode/ids';

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string }[];
    readonly menus: Readonly<Record<string, readonly { readonly command: string }[]>>;
    readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
    readonly walkthroughs: readonly {
      readonly steps: readonly {
        readonly description: string;
        readonly media: { readonly svg: string };
      }[];
    }[];
  };
}

const text = readFileSync('package.json', 'utf8');
const manifest = JSON.parse(text) as Manifest;
const words = JSON.parse(readFileSync('package.nls.json', 'utf8')) as Readonly<Record<string, string>>;

describe('the manifest', () => {
  it('declares exactly the commands that the code knows', () => {
    const declared = manifest.contributes.commands.map(({ command }) => command);
    assert.deepEqual(declared.toSorted(), Object.values(commands).toSorted());
  });

  it('puts only declared commands into menus and walkthroughs', () => {
    const known = new Set<string>(Object.values(commands));
    const inMenus = Object.values(manifest.contributes.menus)
      .flat()
      .map(({ command }) => command);
    const inWords = Object.values(words).flatMap((word) =>
      [...word.matchAll(/\(command:(goalLens\.[\w.]+)\)/g)].map(([, id]) => id),
    );
    assert.deepEqual(
      [...inMenus, ...inWords].filter((id) => id === undefined || !known.has(id)),
      [],
    );
  });

  it('has a word for every placeholder, and no word too many', () => {
    const used = new Set([...text.matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key));
    assert.deepEqual(
      [...used].filter((key) => key === undefined || !(key in words)),
      [],
    );
    assert.deepEqual(
      Object.keys(words).filter((key) => !used.has(key)),
      [],
    );
  });

  it('declares the views that the code fills, and walkthrough pictures that exist, in each language', () => {
    assert.deepEqual(
      Object.values(manifest.contributes.views)
        .flat()
        .map(({ id }) => id),
      [views.panel, views.goals],
    );
    const steps = manifest.contributes.walkthroughs.flatMap((walkthrough) => walkthrough.steps);
    assert.ok(steps.length > 0);
    for (const file of ['package.nls.json', 'package.nls.de.json']) {
      const said = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, string>>;
      const pictures = steps.map(({ media }) => said[media.svg.replaceAll('%', '')] ?? '');
      assert.deepEqual(
        pictures.filter((picture) => !existsSync(picture)),
        [],
      );
    }
  });

  it('lists every text of the code for translation, as `npm run l10n` does', async function () {
    // The whole source is parsed.
    this.timeout(60_000);
    const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.ts'),
    );
    const found = await getL10nJson(
      sources.map((file) => ({ extension: '.ts', contents: readFileSync(join('src', file), 'utf8') })),
    );
    const listed = JSON.parse(readFileSync('l10n/bundle.l10n.json', 'utf8')) as Readonly<
      Record<string, unknown>
    >;
    assert.deepEqual(Object.keys(listed).toSorted(), Object.keys(found).toSorted());
  });
});
