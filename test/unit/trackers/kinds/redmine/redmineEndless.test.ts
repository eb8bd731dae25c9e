import assert from 'node:assert/strict';
import { never } from '../../support/connect';
import { FaultServer } from '../../support/faultServer';
import { FaultySync, keptGoals } from '../../support/faultySync';
import { entryFor } from '../../support/kinds';

const updated_on = '2026-11-22T11:30:00Z';

/** Full pages of issues, the same for every request. */
const pages = {
  'that can be used': (id: number) => ({ id, subject: 'Again', updated_on }),
  'without a time': (id: number) => ({ id, subject: 'Again' }),
  'that cannot be used': (id: number) => ({ id, updated_on }),
  'that are nothing': () => null,
};

describe('Redmine, with the same page for ever', () => {
  for (const [what, issue] of Object.entries(pages)) {
    it(`ends, and loses nothing, with issues ${what}`, async () => {
      const issues = Array.from({ length: 100 }, (_, index) => issue(index + 1));
      const server = await FaultServer.start((response, { url }) => {
        response.setHeader('Content-Type', 'application/json');
        const json = { issues, total_count: 100, issue_priorities: [], issue_statuses: [] };
        response.statusCode = url?.includes('/versions') ? 404 : 200;
        response.end(JSON.stringify(json));
      });
      const faulty = await FaultySync.make(entryFor('redmine', server.url));
      try {
        await faulty.sync.sync(never);
        const { error, goals } = faulty.sync.state;
        assert.equal(error?.reason, 'wrongShape');
        assert.ok(server.requests.length < 15, `${server.requests.length} requests`);
        for (const kept of keptGoals) assert.ok(goals.some(({ id }) => id === kept.id));
      } finally {
        await faulty.remove();
        await server.stop();
      }
    });
  }
});
