import assert from 'node:assert/strict';
import { GraphQLError } from 'graphql';
import { hasMark, keysIn, never, pagesOf, pagesUntilFault } from '../../support/connect';
import { TestClock } from '../../support/testClock';
import {
  everything,
  goalsOf,
  initiativeKey,
  issue,
  needs,
  onePage,
  project,
  projectKey,
  useLinear,
  type Lists,
} from './linearWorkspace';

describe('Linear, lists and keys', function () {
  const { start, server, askedFor } = useLinear(this);

  it('reads every page, and marks the last one with the latest change', async () => {
    const tracker = await start({
      issues: ({ after }) =>
        after === undefined
          ? { nodes: [issue], pageInfo: { hasNextPage: true, endCursor: 'next' } }
          : onePage([
              { ...issue, id: 'n-143', identifier: 'ENG-143', updatedAt: '2026-11-01T00:00:00.000Z' },
            ]),
    });
    const pages = await pagesOf(tracker);
    assert.deepEqual(
      pages.flatMap(({ goals }) => goals.map(({ key }) => key)),
      ['ENG-142', 'ENG-143'],
    );
    assert.deepEqual(
      pages.map(({ mark }) => mark),
      [...pages.slice(1).map(() => undefined), Date.parse(issue.updatedAt)],
    );
  });

  it('does not mark what may have changed while it read', async () => {
    const clock = new TestClock();
    const lists: Lists = {
      initiatives: () => {
        clock.advance(60_000);
        return onePage([]);
      },
      issues: () => onePage([issue]),
    };
    const tracker = await start(lists, {}, clock);
    assert.equal((await pagesOf(tracker)).at(-1)?.mark, Date.parse(issue.updatedAt) - 60_000);
  });

  for (const list of ['initiatives', 'projects', 'issues']) {
    it(`keeps what came of ${list} whose cursor comes again, and reads the other lists`, async () => {
      const whole = everything[list]!({}) as object;
      const again = () => ({ ...whole, pageInfo: { hasNextPage: true, endCursor: 'same' } });
      const { pages, reason } = await pagesUntilFault(await start({ ...everything, [list]: again }));
      assert.deepEqual(new Set(keysIn(pages)), new Set([initiativeKey, projectKey, 'ENG-142']));
      assert.deepEqual([hasMark(pages), reason], [false, 'wrongShape']);
    });
  }

  for (const list of ['customerNeeds', 'teams']) {
    it(`gives all goals where it is the cursor of ${list} that comes again`, async () => {
      const again = () => ({ nodes: [], pageInfo: { hasNextPage: true, endCursor: 'same' } });
      const tracker = await start({ ...everything, [list]: again }, { follow: ['ENG'] });
      // Without teams nothing is missing; without needs impact is, which is told, and asked for again.
      const isWhole = list === 'teams';
      const { pages, reason } = isWhole
        ? { pages: await pagesOf(tracker), reason: 'wrongShape' }
        : await pagesUntilFault(tracker);
      assert.deepEqual([keysIn(pages).length, hasMark(pages), reason], [3, isWhole, 'wrongShape']);
    });
  }

  it('reads an entry again whose lists may go on, with longer ones, and tells where that is not enough', async () => {
    const initiatives = (count: number) => ({
      nodes: Array.from({ length: count }, (_, at) => {
        const slugId = String(at).padStart(12, '0');
        return { slugId, url: `https://linear.app/acme/initiative/goal-${slugId}` };
      }),
    });
    for (const [count, notes] of [
      [7, []],
      [100, ['p-1 may have more than the 100 initiatives that are read.']],
    ] as const) {
      const tracker = await start({
        projects: ({ filter }) =>
          onePage([{ ...project, initiatives: initiatives(filter?.['id'] ? count : 5) }]),
      });
      const pages = await pagesOf(tracker);
      const [goal] = pages.flatMap(({ goals }) => goals);
      assert.equal([goal!.parentKey, ...(goal!.otherParentKeys ?? [])].length, count);
      assert.deepEqual(
        pages.flatMap((each) => each.notes ?? []),
        notes,
      );
      assert.deepEqual(askedFor('projects').at(-1)?.filter, { id: { in: ['p-1'] } });
      await server().stop();
    }
  });

  it('keeps an entry as it came where Linear refuses longer lists', async () => {
    const teams = { nodes: ['A', 'B', 'C', 'D', 'E'].map((key) => ({ key })) };
    const tracker = await start({
      projects: ({ filter }) => {
        if (filter?.['id']) throw new GraphQLError('Query too complex');
        return onePage([{ ...project, teams }]);
      },
    });
    const pages = await pagesOf(tracker);
    assert.deepEqual(
      [keysIn(pages), pages.flatMap(({ notes }) => notes ?? [])],
      [[projectKey], ['p-1 may have more than the 5 teams that are read.']],
    );
  });

  it('asks for the followed teams only, except for initiatives', async () => {
    await pagesOf(await start(everything, { follow: ['eng'] }));
    assert.deepEqual(askedFor('issues')[0]?.filter, { team: { key: { in: ['ENG'] } } });
    assert.deepEqual(askedFor('projects')[0]?.filter, {
      accessibleTeams: { some: { key: { in: ['ENG'] } } },
    });
    assert.deepEqual(askedFor('initiatives')[0]?.filter, {});
  });

  it('names a followed team that is gone, and reads the others', async () => {
    const teams: Lists = { ...everything, teams: () => onePage([{ key: 'ENG', name: 'Engineering' }]) };
    const tracker = await start(teams, { follow: ['eng', 'OPS'] });
    const pages = await pagesOf(tracker);
    assert.ok(pages.some(({ goals }) => goals.some(({ key }) => key === 'ENG-142')));
    const lost = [{ place: 'OPS', detail: 'no team OPS that you may see' }];
    assert.deepEqual(pages.at(-1)!.unread, lost);
    assert.deepEqual(askedFor('teams')[0]?.filter, { key: { in: ['ENG', 'OPS'] } });
  });

  it('fails where no followed team is left, but not where teams may not be read', async () => {
    const gone = await start({ ...everything, teams: () => onePage([]) }, { follow: ['ENG', 'OPS'] });
    await assert.rejects(pagesOf(gone), { reason: 'notFound' });
    await server().stop();
    const hidden = await start(
      {
        ...everything,
        teams: () => {
          throw new GraphQLError('Forbidden', { extensions: { type: 'forbidden', code: 'FORBIDDEN' } });
        },
      },
      { follow: ['ENG'] },
    );
    assert.deepEqual((await pagesOf(hidden)).at(-1)!.unread, []);
  });

  it('asks for changes since a moment, and tells what is archived or in the bin', async () => {
    const tracker = await start({
      issues: () =>
        onePage([
          issue,
          { ...issue, id: 'n-1', archivedAt: '2026-11-22T09:00:00.000Z' },
          { ...issue, id: 'n-2', trashed: true },
        ]),
    });
    const pages = await pagesOf(tracker, Date.UTC(2026, 10, 22));
    assert.deepEqual(askedFor('issues')[0]?.filter, { updatedAt: { gte: '2026-11-22T00:00:00.000Z' } });
    assert.equal(askedFor('issues')[0]?.includeArchived, true);
    assert.deepEqual(
      pages.flatMap(({ goals }) => goals.map(({ id }) => id)),
      ['n-142'],
    );
    assert.deepEqual(
      pages.flatMap(({ deletedIds }) => deletedIds ?? []),
      ['n-1', 'n-2'],
    );
  });

  it('reads a project and an issue again when only what customers asked for has changed', async () => {
    const isById = (filter: object | undefined): boolean => filter !== undefined && 'id' in filter;
    const tracker = await start({
      projects: ({ filter }) => onePage(isById(filter) ? [project] : []),
      issues: ({ filter }) => onePage(isById(filter) ? [issue] : []),
      customerNeeds: ({ filter }) => onePage(filter && 'or' in filter ? [needs[1]] : needs),
    });
    const goals = await goalsOf(tracker, Date.UTC(2026, 10, 22));
    assert.deepEqual(
      goals.map(({ key, impact }) => [key, impact?.requests?.value]),
      [
        [projectKey, 4],
        ['ENG-142', 3],
      ],
    );
  });

  it('finds issues by team and number, and projects and initiatives by the id in their address', async () => {
    const tracker = await start(everything);
    const keys = ['eng-142', 'OPS-7', 'acme/shop#12', 'PAY', projectKey.toUpperCase(), 'SHOP.E-3'];
    const { goals } = await tracker.getByKeys(keys, never);
    assert.deepEqual(goals.map(({ key }) => key).sort(), ['ENG-142', initiativeKey, projectKey].sort());
    assert.deepEqual(askedFor('issues')[0]?.filter, {
      or: [
        { team: { key: { eq: 'ENG' } }, number: { in: [142] } },
        { team: { key: { eq: 'OPS' } }, number: { in: [7] } },
      ],
    });
    assert.deepEqual(askedFor('projects')[0]?.filter, { slugId: { in: ['a1b2c3d4e5f6'] } });
  });

  it('asks nothing for keys that cannot be its own', async () => {
    const { goals } = await (
      await start(everything)
    ).getByKeys(['acme/shop#12', '#3', 'AB', 'SHOP.E-3'], never);
    assert.deepEqual(goals, []);
    assert.deepEqual(server().requests, []);
  });

  it('finds an issue by an identifier that it had in another team, and says so of every issue', async () => {
    const tracker = await start({
      ...everything,
      issues: ({ filter }) => onePage(filter?.['or'] ? [] : [issue]),
      issue: (({ id }: { readonly id: string }) => {
        if (id === 'OLD-3') return issue;
        throw new Error('Entity not found: Issue');
      }) as never,
    });
    const { goals } = await tracker.getByKeys(['OLD-3', 'OLD-4'], never);
    assert.deepEqual(
      goals.map(({ key, aliases }) => [key, aliases]),
      [['ENG-142', ['OLD-3']]],
    );
    const listed = (await goalsOf(tracker)).find(({ key }) => key === 'ENG-142');
    assert.deepEqual(listed!.aliases, ['OLD-3']);
  });
});
