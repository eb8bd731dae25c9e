import assert from 'node:assert/strict';
import { never, pagesOf } from '../../support/connect';
import type { CannedAnswer, ReceivedRequest } from '../../support/trackerServer';
import { envelope, useServices } from './goalServer';

const now = Date.parse(envelope.generatedAt);

/** A service that refuses every request in which one of these projects is asked for. */
const without =
  (lost: readonly string[], status: number) =>
  ({ url }: ReceivedRequest): CannedAnswer => {
    const projects = url.searchParams.get('project')?.split(',') ?? [];
    const [missing] = projects.filter((each) => lost.includes(each));
    if (missing !== undefined) return { status, json: { title: `No project ${missing}` } };
    const goals = projects.map((each) => ({ key: `${each}-1`, title: each, level: 'item' }));
    return { json: { ...envelope, name: 'Roadmap', goals } };
  };

describe('Projects that a REST service refuses', () => {
  const { answer } = useServices();
  const follow = ['a', 'b', 'c'];

  for (const status of [400, 403, 404, 410]) {
    for (const [at, lost] of follow.entries()) {
      it(`are named, and the others read: number ${at + 1} of three, with ${status}`, async () => {
        const { tracker } = await answer(without([lost], status), { follow });
        const pages = await pagesOf(tracker);
        const keys = pages.flatMap(({ goals }) => goals.map(({ key }) => key));
        assert.deepEqual(
          keys,
          follow.filter((each) => each !== lost).map((each) => `${each}-1`),
        );
        assert.deepEqual(pages.at(-1), {
          goals: [],
          unread: [{ place: lost, detail: `No project ${lost}` }],
          mark: now,
        });
        const { server, limits } = await tracker.checkConnection(never);
        assert.equal(server, 'Roadmap');
        assert.deepEqual(limits, [{ kind: 'unreadable', of: lost, detail: `No project ${lost}` }]);
      });
    }
  }

  it('are a fault where none is left, or only one is followed', async () => {
    for (const some of [follow, ['a']]) {
      const { tracker, server } = await answer(without(some, 404), { follow: some });
      await assert.rejects(pagesOf(tracker), { reason: 'notFound' });
      await assert.rejects(tracker.checkConnection(never), { reason: 'notFound' });
      await server.stop();
    }
  });
});
