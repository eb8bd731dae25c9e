import assert from 'node:assert/strict';
import { parseRemote } from '../../../../src/core/references/remote';

describe('parseRemote', () => {
  for (const [url, expected] of [
    ['https://github.com/acme/shop.git', 'github.com acme/shop'],
    ['https://github.com/acme/shop', 'github.com acme/shop'],
    ['https://github.com/Acme/Shop.git/', 'github.com acme/shop'],
    ['http://ana:secret@github.com:8080/acme/shop.git', 'github.com acme/shop'],
    ['git://github.com/acme/shop.git', 'github.com acme/shop'],
    ['ssh://git@github.com/acme/shop.git', 'github.com acme/shop'],
    ['ssh://git@ssh.github.com:443/acme/shop.git', 'github.com acme/shop'],
    ['git+ssh://git@github.com/acme/shop', 'github.com acme/shop'],
    ['git@github.com:acme/shop.git', 'github.com acme/shop'],
    ['git@github.com:/acme/shop.git', 'github.com acme/shop'],
    ['github.com:acme/shop', 'github.com acme/shop'],
    ['[git@github.com:22]:acme/shop.git', 'github.com acme/shop'],
    ['git@[github.com:22]:acme/shop.git', 'github.com acme/shop'],
    ['ssh://git@[::1]:2222/acme/shop.git', '[::1] acme/shop'],
    ['git@gitlab.com:acme/web/team/shop.git', 'gitlab.com acme/web/team/shop'],
    ['ssh://git@altssh.gitlab.com:443/acme/shop.git', 'gitlab.com acme/shop'],
    ['https://gitlab.example/gitlab/acme/shop.git', 'gitlab.example gitlab/acme/shop'],
    ['https://dev.azure.com/acme/Shop/_git/web', 'dev.azure.com acme/shop/web'],
    ['https://acme@dev.azure.com/acme/My%20Shop/_git/web', 'dev.azure.com acme/my shop/web'],
    ['git@ssh.dev.azure.com:v3/acme/Shop/web', 'dev.azure.com acme/shop/web'],
    ['acme@vs-ssh.visualstudio.com:v3/acme/Shop/web', 'dev.azure.com acme/shop/web'],
    ['https://acme.visualstudio.com/DefaultCollection/Shop/_git/web', 'dev.azure.com acme/shop/web'],
    ['https://acme.visualstudio.com/Shop/_git/web', 'dev.azure.com acme/shop/web'],
    ['https://tfs.example/tfs/Main/Shop/_git/web', 'tfs.example tfs/main/shop/web'],
    ['git@constructor:acme/shop.git', 'constructor acme/shop'],
    ['https://__proto__/acme/shop', '__proto__ acme/shop'],
    ['ssh://git@toString/acme/shop', 'tostring acme/shop'],
    ['https://github.com/100%/shop', 'github.com 100%/shop'],
    ['ftp://git.example/shop.git', 'git.example shop'],
    ['https://github.com/acme/shop.git.io', 'github.com acme/shop.git.io'],
    ['https://github.com/defaultcollection/shop', 'github.com defaultcollection/shop'],
    ['https://acme.visualstudio.com/shop', 'dev.azure.com acme/shop'],
    ['https://tfs.example/v3/Shop/_git/web', 'tfs.example v3/shop/web'],
    ['git@host.example:a://b', 'host.example a://b'],
    [`https://github.com/${'a'.repeat(2048 - 19)}`, `github.com ${'a'.repeat(2048 - 19)}`],
    [`https://github.com/${'a'.repeat(2049 - 19)}`, undefined],
    ['https:///acme/shop', undefined],
    ['xhttps://github.com/acme/shop', undefined],
    ['httpsx://github.com/acme/shop', undefined],
    ['h2://github.com/acme/shop', undefined],
    ['/srv/git/shop.git', undefined],
    ['../shop', undefined],
    ['./a:b', undefined],
    ['file:///srv/git/shop.git', undefined],
    ['C:\\git\\shop', undefined],
    ['C:/git/shop', undefined],
    ['https://github.com', undefined],
    ['https://github.com/', undefined],
    ['ext::sh -c true', undefined],
    ['', undefined],
    [`https://github.com/${'a'.repeat(3000)}`, undefined],
  ] as const) {
    it(`reads ${url.slice(0, 80)}`, () => {
      const remote = parseRemote(url);
      assert.equal(remote && `${remote.host} ${remote.path}`, expected);
    });
  }
});
