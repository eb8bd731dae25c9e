import assert from 'node:assert/strict';
import fc from 'fast-check';
import { permalink, type HostKind } from '../../../../src/core/references/permalink';

const sha = '0123456789abcdef0123456789abcdef01234567';
const line = { sha, path: 'src/cart/totals.ts', line: 33 };

describe('permalink', () => {
  for (const [remote, address] of [
    ['git@github.com:Acme/Shop.git', `https://github.com/Acme/Shop/blob/${sha}/src/cart/totals.ts#L33`],
    ['https://github.com/acme/shop', `https://github.com/acme/shop/blob/${sha}/src/cart/totals.ts#L33`],
    [
      'ssh://git@ssh.github.com:443/acme/shop.git',
      `https://github.com/acme/shop/blob/${sha}/src/cart/totals.ts#L33`,
    ],
    [
      'https://ana:secret@github.com/acme/shop.git',
      `https://github.com/acme/shop/blob/${sha}/src/cart/totals.ts#L33`,
    ],
    [
      'git@gitlab.com:acme/web/shop.git',
      `https://gitlab.com/acme/web/shop/-/blob/${sha}/src/cart/totals.ts#L33`,
    ],
    [
      'https://gitlab.acme.example:8443/web/shop.git',
      `https://gitlab.acme.example:8443/web/shop/-/blob/${sha}/src/cart/totals.ts#L33`,
    ],
    ['http://gitlab.local/web/shop.git', `http://gitlab.local/web/shop/-/blob/${sha}/src/cart/totals.ts#L33`],
    [
      'git@bitbucket.org:acme/shop.git',
      `https://bitbucket.org/acme/shop/src/${sha}/src/cart/totals.ts#lines-33`,
    ],
    [
      'https://bitbucket.acme.example/scm/SHOP/web.git',
      `https://bitbucket.acme.example/projects/SHOP/repos/web/browse/src/cart/totals.ts?at=${sha}#33`,
    ],
    [
      'https://bitbucket.acme.example/code/scm/SHOP/web.git',
      `https://bitbucket.acme.example/code/projects/SHOP/repos/web/browse/src/cart/totals.ts?at=${sha}#33`,
    ],
    [
      'https://ana:secret@gitlab.acme.example:8443/web/shop.git',
      `https://gitlab.acme.example:8443/web/shop/-/blob/${sha}/src/cart/totals.ts#L33`,
    ],
    ['https://github.com/100%/shop', `https://github.com/100%25/shop/blob/${sha}/src/cart/totals.ts#L33`],
    ['https://acme.example/stash/scm/~ana/web.git', undefined],
    [
      'ssh://git@bitbucket.acme.example:7999/~ana/web.git',
      `https://bitbucket.acme.example/users/ana/repos/web/browse/src/cart/totals.ts?at=${sha}#33`,
    ],
    [
      'https://codeberg.org/acme/shop.git',
      `https://codeberg.org/acme/shop/src/commit/${sha}/src/cart/totals.ts#L33`,
    ],
    [
      'git@forgejo.acme.example:acme/shop.git',
      `https://forgejo.acme.example/acme/shop/src/commit/${sha}/src/cart/totals.ts#L33`,
    ],
    ['https://constructor/acme/shop.git', undefined],
    ['http://__proto__/acme/shop.git', undefined],
    ['http://gitlab.constructor/a/b', `http://gitlab.constructor/a/b/-/blob/${sha}/src/cart/totals.ts#L33`],
    ['/srv/git/shop.git', undefined],
    ['file:///srv/git/shop.git', undefined],
    ['https://code.acme.example/acme/shop.git', undefined],
  ] as const) {
    it(`leads from ${remote} to ${address ?? 'nowhere'}`, () =>
      assert.equal(permalink(remote, line), address));
  }

  for (const remote of [
    'https://acme@dev.azure.com/acme/Web%20Shop/_git/shop',
    'git@ssh.dev.azure.com:v3/acme/Web%20Shop/shop',
    'https://dev.azure.com/acme/Web%20Shop/_git/shop',
  ]) {
    it(`leads from ${remote} to a line of Azure Repos`, () => {
      const address = permalink(remote, line);
      assert.ok(address);
      const { origin, pathname, searchParams } = new URL(address);
      assert.equal(origin, 'https://dev.azure.com');
      assert.equal(pathname.toLowerCase(), '/acme/web%20shop/_git/shop');
      assert.deepEqual(Object.fromEntries(searchParams), {
        path: '/src/cart/totals.ts',
        version: `GC${sha}`,
        line: '33',
        lineEnd: '34',
        lineStartColumn: '1',
        lineEndColumn: '1',
      });
    });
  }

  it('takes the word of a connected tracker for what a host is', () => {
    const kindOf = (host: string): HostKind | undefined =>
      host === 'code.acme.example' ? 'gitlab' : undefined;
    assert.equal(
      permalink('https://code.acme.example/acme/shop.git', line, kindOf),
      `https://code.acme.example/acme/shop/-/blob/${sha}/src/cart/totals.ts#L33`,
    );
  });

  it('knows a server of Azure DevOps by its addresses', () => {
    const address = permalink('https://tfs.example/tfs/main/shop/_git/web', { ...line, path: 'a b.ts' });
    assert.ok(address?.startsWith('https://tfs.example/tfs/main/shop/_git/web?path=%2Fa%20b.ts&'), address);
  });

  it('asks for the text of a page that hosts render', () => {
    for (const [remote, address] of [
      [
        'git@github.com:acme/shop.git',
        `https://github.com/acme/shop/blob/${sha}/docs/a%20b%23c.md?plain=1#L33`,
      ],
      [
        'git@gitlab.com:acme/shop',
        `https://gitlab.com/acme/shop/-/blob/${sha}/docs/a%20b%23c.md?plain=1#L33`,
      ],
      [
        'git@gitea.com:acme/shop',
        `https://gitea.com/acme/shop/src/commit/${sha}/docs/a%20b%23c.md?display=source#L33`,
      ],
    ] as const)
      assert.equal(permalink(remote, { ...line, path: 'docs/a b#c.md' }), address);
  });

  it('is none without a whole commit', () =>
    assert.equal(permalink('git@github.com:acme/shop.git', { ...line, sha: 'HEAD' }), undefined));

  it('never leaves its host, whatever the file is called, and holds no name or token', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.webSegment(), (name, secret) => {
        const remote = `https://x:t0ken${encodeURIComponent(secret)}@github.com/acme/shop.git`;
        const address = permalink(remote, { ...line, path: `src/${name}` });
        assert.ok(address);
        assert.equal(new URL(address).origin, 'https://github.com');
        assert.ok(!address.includes('t0ken'));
        assert.ok(address.endsWith('#L33'));
      }),
    ));
});
