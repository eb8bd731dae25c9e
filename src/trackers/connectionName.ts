import type { Connection } from './connection/connection';
import { factsOf } from './registry';

/** What people call a connection. */
export function connectionName({ name, kind, url }: Pick<Connection, 'name' | 'kind' | 'url'>): string {
  return name ?? `${factsOf(kind).name} ${new URL(url).host}`;
}
