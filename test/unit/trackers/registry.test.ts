import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { build } from 'esbuild';
import { importedAtOnce } from '../../../scripts/bundle/programFiles.mjs';
import { connectionSchema, toConnection } from '../../../src/trackers/connection/connection';
import { trackerKinds } from '../../../src/trackers/connection/trackerKind';
import { connectionName } from '../../../src/trackers/connectionName';
import { factsOf } from '../../../src/trackers/registry';
import { typedAddress } from '../../../src/trackers/typedAddress';
import { unusedSettings } from '../../../src/trackers/unusedSettings';
import { entryFor } from './support/kinds';

interface Manifest {
  readonly contributes: {
    readonly configuration: {
      readonly properties: {
        readonly 'goalLens.trackers': {
          readonly items: {
            readonly properties: Readonly<Record<string, { readonly enum?: readonly string[] }>>;
          };
        };
      };
    };
  };
}

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
const declared = manifest.contributes.configuration.properties['goalLens.trackers'].items.properties;

describe('the registry of tracker kinds', () => {
  it('has the kinds that package.json offers, in the same order', () => {
    assert.deepEqual(declared['kind']?.enum, trackerKinds);
  });

  it('has the properties that package.json offers: each is used by a kind, or by all', () => {
    const used = new Set<string>(trackerKinds.flatMap((kind) => factsOf(kind).settings));
    const ofAll = ['kind', 'url', 'name', 'follow', 'signIn', 'signInAs'];
    assert.deepEqual([...used, ...ofAll].toSorted(), Object.keys(declared).toSorted());
    assert.deepEqual(Object.keys(connectionSchema.shape).toSorted(), Object.keys(declared).toSorted());
  });

  it('is told in docs/trackers.md as it is: which kind uses which property', () => {
    const rows = readFileSync('docs/trackers.md', 'utf8').matchAll(/^\| `(\w+)` +\| ([^|]+?) +\|/gm);
    const told = new Map([...rows].map(([, name = '', kinds = '']) => [name, kinds]));
    const all = trackerKinds.map((kind) => factsOf(kind).name);
    const namesIn = (text: string): string[] => {
      if (text === 'all') return all;
      if (text.startsWith('all but ')) return all.filter((name) => !text.slice(8).split(', ').includes(name));
      return text.split(', ');
    };
    const wanted = new Set<string>(trackerKinds.flatMap((kind) => factsOf(kind).settings));
    for (const name of wanted) {
      const kinds = trackerKinds.filter((kind) => factsOf(kind).settings.some((each) => each === name));
      assert.deepEqual(
        namesIn(told.get(name) ?? '').toSorted(),
        kinds.map((kind) => factsOf(kind).name).toSorted(),
        name,
      );
    }
  });

  for (const kind of trackerKinds) {
    it(`has an adapter for ${kind}, and addresses that a token may be sent to`, async () => {
      const { address, load, tokenPage, guide } = factsOf(kind);
      assert.equal(typeof (await load()).create, 'function');
      for (const url of [address.fixed, address.usual, address.example].flatMap((each) => each ?? [])) {
        const api = typedAddress(kind, url);
        assert.ok(connectionSchema.safeParse({ kind, url: api }).success, api);
        const page = tokenPage(api);
        if (page !== undefined) assert.equal(new URL(page).protocol, 'https:');
      }
      for (const text of Object.values(guide())) assert.match(text as string, /\S/);
    });
  }

  it('is light: no adapter and no library but that for translation is loaded with it', async () => {
    const { metafile } = await build({
      entryPoints: ['src/trackers/registry.ts'],
      bundle: true,
      write: false,
      splitting: true,
      outdir: 'out',
      format: 'esm',
      platform: 'node',
      packages: 'external',
      metafile: true,
    });
    const entry = Object.keys(metafile.outputs).find(
      (path) => metafile.outputs[path]?.entryPoint === 'src/trackers/registry.ts',
    );
    const loaded = importedAtOnce(metafile, entry ?? '').flatMap((path) => metafile.outputs[path] ?? []);
    const files = loaded.flatMap(({ inputs }) => Object.keys(inputs));
    assert.deepEqual(files.filter((path) => !path.endsWith('/facts.ts')).toSorted(), [
      'src/trackers/kinds/github/githubAddress.ts',
      'src/trackers/port/kindFacts.ts',
      'src/trackers/registry.ts',
    ]);
    const libraries = loaded.flatMap(({ imports }) =>
      imports.flatMap(({ external, kind, path }) => (external && kind === 'import-statement' ? path : [])),
    );
    assert.deepEqual([...new Set(libraries)], ['@vscode/l10n']);
  });
});

describe('the address that a person types', () => {
  for (const [kind, typed, url] of [
    ['jira', 'shop', 'https://shop.atlassian.net'],
    ['jira', 'https://shop.atlassian.net/jira/software/projects/SHOP/boards/1', 'https://shop.atlassian.net'],
    ['jira', 'https://jira.shop.example/jira/', 'https://jira.shop.example/jira'],
    ['azureDevOps', 'https://dev.azure.com/shop/Web/_boards/board', 'https://dev.azure.com/shop'],
    ['azureDevOps', 'https://tfs.shop.example/tfs/Main', 'https://tfs.shop.example/tfs/Main'],
    ['redmine', ' redmine.shop.example/redmine/?a=b#c ', 'https://redmine.shop.example/redmine'],
    ['gitlab', 'gitlab.com', 'https://gitlab.com'],
  ] as const) {
    it(`${typed} is ${url}`, () => {
      assert.equal(typedAddress(kind, typed), url);
    });
  }

  for (const typed of [
    'https://github.com@evil.example/',
    'github.com@evil.example',
    'https://github.com:443@evil.example/acme/shop',
    'https://:secret@github.com',
  ]) {
    it(`${typed} only looks like another: no kind takes it`, () => {
      for (const kind of trackerKinds) {
        const url = typedAddress(kind, typed);
        assert.equal(connectionSchema.safeParse({ kind, url }).success, false, `${kind}: ${url}`);
      }
    });
  }
});

describe('a property that a kind does not use', () => {
  it('is named', () => {
    const at = (kind: 'redmine' | 'jira') => {
      const entry = { ...entryFor(kind, 'https://shop.example'), query: 'x', keyPrefix: 'SHOP' };
      return unusedSettings(toConnection(connectionSchema.parse(entry)));
    };
    assert.deepEqual(at('redmine'), ['query']);
    assert.deepEqual(at('jira'), ['keyPrefix']);
  });

  it('is never one that belongs to every connection', () => {
    for (const kind of trackerKinds) {
      const entry = { ...entryFor(kind, 'https://shop.example'), signIn: 'token', name: 'Shop' };
      const connection = toConnection(connectionSchema.parse(entry));
      assert.deepEqual(
        unusedSettings(connection).filter((name) => name !== 'user'),
        [],
      );
      assert.equal(connectionName(connection), 'Shop');
    }
  });
});
