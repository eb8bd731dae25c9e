import * as z from 'zod';

/** Added by zod to every object and read by nobody: clients send only the fields they know. */
const superfluous: ReadonlySet<string> = new Set(['$schema', 'propertyNames', 'additionalProperties']);

/** Makes a schema describe itself in few words, because definitions cost an agent's attention in every conversation. */
export function terse<T extends z.ZodObject>(schema: T): Terse<T> {
  const describe = (io: 'input' | 'output') => (): Record<string, unknown> =>
    shorter(z.toJSONSchema(schema, { io })) as Record<string, unknown>;
  const standard = {
    ...schema['~standard'],
    jsonSchema: { input: describe('input'), output: describe('output') },
  };
  return { '~standard': standard };
}

/** The part of a schema that the server library uses. */
export type Terse<T extends z.ZodObject> = Pick<T, '~standard'>;

function shorter(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shorter);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name, of]) => !superfluous.has(name) || (name === 'additionalProperties' && of !== false))
      .map(([name, of]) => [name, shorter(of)]),
  );
}
