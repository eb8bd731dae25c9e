import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PostgresServer } from '../../scripts/postgres/postgresServer.mjs';
import { expectedViews, ordered, type Row } from '../support/organisation/expectedViews';
import { GeneratedOrganisation } from '../support/organisation/generatedFacts';

const example = join('examples', 'organisation', 'v1');

describe('the facts of 500 repositories in PostgreSQL', () => {
  let organisation: GeneratedOrganisation;
  let postgres: PostgresServer;

  const run = (sql: string): string => postgres.psql(sql, organisation.folder);
  const rows = (query: string): Row[] =>
    run(`SELECT row_to_json(answer) FROM (${query}) AS answer;`)
      .split('\n')
      .filter((line) => line !== '')
      .map((line) =>
        Object.values(JSON.parse(line) as Record<string, string | number | null>).map((value) =>
          value === null ? null : String(value),
        ),
      );

  before(async function () {
    // The first run on a machine installs PostgreSQL.
    this.timeout(600_000);
    organisation = new GeneratedOrganisation(500);
    postgres = new PostgresServer();
    await postgres.start();
  });
  after(async () => {
    await postgres.stop();
    organisation.remove();
  });

  it('give the integers that merge gives', async () => {
    const facts = await organisation.merged();
    run(readFileSync(join(example, 'postgresql.sql'), 'utf8'));
    run(readFileSync(join(example, 'views.sql'), 'utf8'));
    for (const [query, expected] of expectedViews(facts)) {
      assert.deepEqual(ordered(rows(query)), ordered(expected), query);
    }
    assert.equal(
      run("SELECT DISTINCT goal_title FROM goal_lens_goals_v1 WHERE goal_key = 'SHOP-9'").trim(),
      'Search, "quoted" \\ and =so on',
    );
  });
});
