import assert from 'node:assert/strict';
import { never, pagesOf } from '../../support/connect';
import { acme, project, shop, useGitlab, type RestAnswers } from './gitlabServer';

describe('GitLab, the connection', () => {
  const { start } = useGitlab();

  it('says which path is no group or project that we may see', async () => {
    const tracker = await start({}, { '/user': { json: { username: 'priya' } } });
    for (const work of [pagesOf(tracker), tracker.checkConnection(never)]) {
      await assert.rejects(work, (error: Error) => /notFound.*acme\/shop/.test(error.message));
    }
  });

  it('tells what can be followed, page by page', async () => {
    const rest: RestAnswers = {
      '/groups': ({ url }) =>
        url.searchParams.get('page') === '2'
          ? {
              json: [{ full_path: 'beta', full_name: 'Beta', description: null }],
              headers: { 'X-Next-Page': '' },
            }
          : {
              json: [{ full_path: 'acme', full_name: 'Acme', description: 'Us' }],
              headers: { 'X-Next-Page': '2' },
            },
      '/projects': { json: [{ path_with_namespace: shop, name_with_namespace: 'Acme / Shop' }, { id: 1 }] },
    };
    const tracker = await start({}, rest);
    assert.deepEqual(await tracker.followables(never), [
      { value: 'acme', label: 'Acme', description: 'Us' },
      { value: 'beta', label: 'Beta' },
      { value: shop, label: 'Acme / Shop' },
    ]);
  });

  it('tells which fields may hold impact', async () => {
    const tracker = await start({ acme, [shop]: project });
    assert.deepEqual(await tracker.fields(never), [
      { name: 'priority', type: 'number' },
      { name: 'customer', type: 'list' },
      { name: 'Weight', type: 'number' },
      { name: 'Revenue at stake', type: 'number' },
      { name: 'Tier', type: 'list' },
    ]);
  });
});
