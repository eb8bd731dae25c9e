import { readFileSync } from 'node:fs';

const text = readFileSync('node_modules/@atlassian/forge-graphql-types/dist/graphql-types.d.ts', 'utf8');

/** What Atlassian's own types say of a field, as GraphQL spells it (`[Goal]`, `ID!`); undefined where there is none. */
export function fieldType(type: string, field: string): string | undefined {
  const found = new RegExp(`^    ${field}(\\??): (.*);$`, 'm').exec(body(`export type ${type} = `));
  return found ? spelled(found[2] ?? '', found[1] === '?') : undefined;
}

/** The names of the arguments of a field. */
export function argumentsOf(type: string, field: string): string[] {
  const args = body(`export type ${type}${field.charAt(0).toUpperCase()}${field.slice(1)}Args = `);
  return Array.from(args.matchAll(/^ {4}(\w+)\??:/gm), ([, name = '']) => name);
}

/** The values of an enumeration. */
export function valuesOf(name: string): string[] {
  return Array.from(body(`export declare enum ${name} `).matchAll(/ = "(\w+)"/g), ([, value = '']) => value);
}

/** The types of a union. */
export function membersOf(name: string): string[] {
  const start = text.indexOf(`export type ${name} = `);
  const line = start < 0 ? '' : text.slice(start, text.indexOf(';', start));
  return line
    .split('=')
    .slice(1)
    .join('')
    .split('|')
    .map((each) => each.trim());
}

function body(head: string): string {
  const start = text.indexOf(`\n${head}`);
  return start < 0 ? '' : text.slice(start, text.indexOf('\n}', start)).replace(/\/\*[^]*?\*\//g, '');
}

function spelled(of: string, isOptional: boolean): string {
  const [, maybe] = /^Maybe<(.*)>$/.exec(of) ?? [];
  if (maybe !== undefined) return spelled(maybe, true);
  const [, entries] = /^Array<(.*)>$/.exec(of) ?? [];
  const [, scalar] = /^Scalars\['(\w+)'\]$/.exec(of) ?? [];
  const name = entries === undefined ? (scalar ?? of) : `[${spelled(entries, false)}]`;
  return isOptional ? name : `${name}!`;
}
