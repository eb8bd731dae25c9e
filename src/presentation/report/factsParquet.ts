import { parquetWriteBuffer } from 'hyparquet-writer';
import type { Fact } from '../../core/report/facts';
import { oneLine } from '../oneLine';

/**
 * Facts as a Parquet file, readable by DuckDB, Spark and others: the columns of `examples/organisation/v1`. No column
 * name is an SQL reserved word.
 */
export function factsParquet(facts: readonly Fact[]): Uint8Array {
  const texts = (of: (fact: Fact) => string): string[] => facts.map((fact) => oneLine(of(fact)));
  const column = { nullable: false };
  return new Uint8Array(
    parquetWriteBuffer({
      columnData: [
        { name: 'repository', type: 'STRING', data: texts(({ repository }) => repository), ...column },
        { name: 'iso_week', type: 'STRING', data: texts(({ week }) => week), ...column },
        { name: 'target', type: 'STRING', data: texts(({ kind }) => kind), ...column },
        { name: 'goal_key', type: 'STRING', data: texts(({ key }) => key), ...column },
        { name: 'goal_title', type: 'STRING', data: texts(({ title }) => title), ...column },
        { name: 'goal_level', type: 'STRING', data: texts(({ level }) => level), ...column },
        { name: 'goal_rank', type: 'INT32', data: facts.map(({ rank }) => rank), ...column },
        { name: 'evidence', type: 'STRING', data: texts(({ evidence }) => evidence), ...column },
        {
          name: 'effort_units',
          type: 'INT64',
          data: facts.map(({ effort }) => (effort === null ? null : BigInt(effort))),
        },
        { name: 'change_units', type: 'INT64', data: facts.map(({ changes }) => BigInt(changes)), ...column },
      ],
      kvMetadata: [{ key: 'goal-lens', value: 'fact-v1' }],
      createdBy: 'goal-lens',
    }),
  );
}
