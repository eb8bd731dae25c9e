import assert from 'node:assert/strict';
import { never } from '../../support/connect';
import { onePage, useLinear } from './linearWorkspace';

describe('Linear, the connection', function () {
  const { start } = useLinear(this);

  it('says who is signed in and which teams can be followed', async () => {
    const tracker = await start({
      viewer: () => ({ name: 'Priya Nair', email: 'priya@example.com' }),
      organization: () => ({ name: 'Acme', customersEnabled: false }),
      teams: () => onePage([{ key: 'ENG', name: 'Engineering', description: null }]),
    });
    assert.deepEqual(await tracker.checkConnection(never), {
      account: 'Priya Nair',
      server: 'Linear, workspace Acme',
      limits: [{ kind: 'noCustomerRequests' }],
    });
    assert.deepEqual(await tracker.followables(never), [{ value: 'ENG', label: 'Engineering' }]);
    assert.deepEqual(await tracker.fields(never), []);
  });

  it('names a followed team that is gone', async () => {
    const tracker = await start(
      {
        viewer: () => ({ name: 'Priya Nair', email: 'priya@example.com' }),
        organization: () => ({ name: 'Acme', customersEnabled: true }),
        teams: () => onePage([{ key: 'ENG', name: 'Engineering', description: null }]),
      },
      { follow: ['ENG', 'OPS'] },
    );
    const { limits } = await tracker.checkConnection(never);
    assert.deepEqual(limits, [{ kind: 'unreadable', of: 'OPS', detail: 'no team OPS that you may see' }]);
  });
});
