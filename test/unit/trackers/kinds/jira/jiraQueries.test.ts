import assert from 'node:assert/strict';
import {
  changesQuery,
  jqlText,
  keysQuery,
  minutesSince,
  wholeQuery,
} from '../../../../../src/trackers/kinds/jira/jiraQueries';

describe('Queries in JQL', () => {
  it('are bounded where nothing is followed', () => {
    assert.equal(wholeQuery({}), 'updated >= "-180d" ORDER BY created ASC, key ASC');
    assert.equal(changesQuery({ follow: [] }, 5), 'updated >= "-5m" ORDER BY updated ASC, key ASC');
  });

  it('hold the connection’s own condition, without its order', () => {
    assert.equal(
      changesQuery({ follow: ['A', 'B'], query: 'labels = x OR labels = y order by rank desc' }, 7),
      'project in ("A", "B") AND updated >= "-7m" AND (labels = x OR labels = y) ORDER BY updated ASC, key ASC',
    );
    assert.equal(
      wholeQuery({ query: 'summary ~ "order by me"' }),
      'updated >= "-180d" AND (summary ~ "order by me") ORDER BY created ASC, key ASC',
    );
    assert.equal(wholeQuery({ query: ' ORDER BY rank' }), wholeQuery({}));
  });

  it('hold no text that could be read as more than a text', () => {
    assert.equal(jqlText('A") OR project in ("B'), '"A\\") OR project in (\\"B"');
    assert.equal(jqlText('back\\slash" \n'), '"back\\\\slash\\" \\u000a"');
    assert.equal(keysQuery(['A-1', 'B-2']), 'issuekey in ("A-1", "B-2")');
  });

  it('reach back by whole minutes, at least one', () => {
    assert.equal(minutesSince(0, 60_000), 1);
    assert.equal(minutesSince(0, 60_001), 2);
    assert.equal(minutesSince(1000, 0), 1);
  });
});
