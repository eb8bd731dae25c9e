import type { Connection } from './connection/connection';
import { factsOf } from './registry';

const common: ReadonlySet<string> = new Set(['id', 'kind', 'url', 'name', 'follow', 'signIn', 'signInAs']);

/** The properties of a connection that its kind of tracker ignores. */
export function unusedSettings(connection: Connection): string[] {
  const used: ReadonlySet<string> = new Set(factsOf(connection.kind).settings);
  return Object.keys(connection).filter((name) => !common.has(name) && !used.has(name));
}
