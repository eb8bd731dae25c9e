import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import assert from 'node:assert/strict';
import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectedViews, ordered, type Row } from '../support/organisation/expectedViews';
import { GeneratedOrganisation } from '../support/organisation/generatedFacts';

const example = join('examples', 'organisation', 'v1');

describe('the facts of 500 repositories in DuckDB', () => {
  let organisation: GeneratedOrganisation;
  let duckdb: DuckDBConnection;

  async function rows(query: string): Promise<Row[]> {
    const answer = await duckdb.runAndReadAll(query);
    return answer
      .getRows()
      .map((row) => row.map((value) => (value === null ? null : String(value as string | bigint))));
  }

  async function define(facts: string): Promise<void> {
    const files = readFileSync(join(example, 'duckdb.sql'), 'utf8').replace('facts/*.parquet', facts);
    await duckdb.run(files);
    await duckdb.run(readFileSync(join(example, 'views.sql'), 'utf8'));
  }

  before(async () => {
    organisation = new GeneratedOrganisation(500);
    duckdb = await (await DuckDBInstance.create()).connect();
  });
  after(() => {
    duckdb.closeSync();
    organisation.remove();
  });

  it('give the integers that merge gives', async () => {
    await define(join(organisation.folder, 'facts', '*.parquet'));
    const facts = await organisation.merged();
    assert.ok(facts.some(({ effort }) => effort === null) && facts.some(({ effort }) => effort !== null));
    for (const [query, expected] of expectedViews(facts)) {
      assert.deepEqual(ordered(await rows(query)), ordered(expected), query);
    }
  });

  it('give the same of the one file that merge writes', async () => {
    const facts = await organisation.merged();
    await organisation.merged('--format', 'parquet', '-o', 'merged.parquet');
    await define(join(organisation.folder, 'merged.parquet'));
    for (const [query, expected] of expectedViews(facts)) {
      assert.deepEqual(ordered(await rows(query)), ordered(expected), query);
    }
  });

  it('show what would count twice', async () => {
    const file = join(organisation.folder, 'facts', '1.parquet');
    copyFileSync(file, join(organisation.folder, 'facts', 'again.parquet'));
    await define(join(organisation.folder, 'facts', '*.parquet'));
    const twice = await rows('SELECT DISTINCT repository FROM goal_lens_counted_twice_v1');
    assert.deepEqual(twice, [['git.shop.example/team-1/app-1']]);
  });
});
