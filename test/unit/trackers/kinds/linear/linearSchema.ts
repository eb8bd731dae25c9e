import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { buildSchema, type GraphQLSchema } from 'graphql';

let known: GraphQLSchema | undefined;

/**
 * Linear's schema as far as queries reach, rebuilt from the types in @linear/sdk, which graphql-codegen made of it:
 * https://the-guild.dev/graphql/codegen/plugins/typescript/typescript. The package has no schema file.
 */
export function linearSchema(): GraphQLSchema {
  known ??= buildSchema(new SchemaText(readTypes()).write());
  return known;
}

/** What stands after `type X =` or `enum X`, by name. */
type Types = ReadonlyMap<string, string>;

function readTypes(): Types {
  const folder = path.resolve('node_modules/@linear/sdk/dist');
  const file = readdirSync(folder).find((name) => /^index-.*\.d\.mts$/.test(name));
  if (!file) throw new Error('@linear/sdk has no types where they were.');
  const text = readFileSync(path.join(folder, file), 'utf8').replace(/\/\*[^]*?\*\//g, '');
  const found = text.matchAll(
    /^(?:type (\w+) = ([^;{]*;|[^;{]*\{[^]*?^\});?|declare enum (\w+) (\{[^]*?^\}))/gm,
  );
  return new Map(Array.from(found, (match) => [match[1] ?? match[3] ?? '', match[2] ?? match[4] ?? '']));
}

const builtIn: ReadonlySet<string> = new Set(['ID', 'String', 'Boolean', 'Int', 'Float']);

class SchemaText {
  private readonly written = new Map<string, string>();
  private readonly waiting: { readonly name: string; readonly isInput: boolean }[] = [
    { name: 'Query', isInput: false },
  ];

  constructor(private readonly types: Types) {}

  write(): string {
    for (let next = this.waiting.pop(); next; next = this.waiting.pop()) {
      if (this.written.has(next.name)) continue;
      this.written.set(next.name, '');
      this.written.set(next.name, this.definition(next.name, next.isInput));
    }
    return [...this.written.values()].join('\n');
  }

  private definition(name: string, isInput: boolean): string {
    const type = this.types.get(name);
    if (type === undefined) throw new Error(`The types do not say what ${name} is.`);
    const values = [...type.matchAll(/^ {2}\w+ = "(\w+)"/gm)].map(([, value]) => value);
    if (values.length > 0) return `enum ${name} { ${values.join(' ')} }`;
    if (!type.includes('{')) {
      const members = type
        .replace(/;$/, '')
        .split('|')
        .map((member) => member.trim());
      for (const member of members) this.waiting.push({ name: member, isInput: false });
      return `union ${name} = ${members.join(' | ')}`;
    }
    const fields = [...type.matchAll(/^ {2}(\w+)(\??): (.*);$/gm)].filter(
      ([, field]) => field !== '__typename',
    );
    const lines = fields.map(([, field = '', mark, of = '']) => {
      const args = isInput ? '' : this.args(name, field);
      return `  ${field}${args}: ${this.reference(of, mark === '?', isInput)}`;
    });
    if (isInput) return `input ${name} {\n${lines.join('\n')}\n}`;
    const interfaces = type
      .slice(0, type.indexOf('{'))
      .split('&')
      .map((each) => each.trim())
      .filter(Boolean);
    for (const each of interfaces) this.waiting.push({ name: each, isInput: false });
    const kind = type.includes('__typename') ? 'type' : 'interface';
    const after = interfaces.length > 0 ? ` implements ${interfaces.join(' & ')}` : '';
    return `${kind} ${name}${after} {\n${lines.join('\n')}\n}`;
  }

  private args(type: string, field: string): string {
    const args = this.types.get(`${type}${field.charAt(0).toUpperCase()}${field.slice(1)}Args`);
    const all = [...(args ?? '').matchAll(/^ {2}(\w+)(\??): (.*);$/gm)].map(
      ([, name = '', mark, of = '']) => `${name}: ${this.reference(of, mark === '?', true)}`,
    );
    return all.length > 0 ? `(${all.join(', ')})` : '';
  }

  private reference(of: string, isOptional: boolean, isInput: boolean): string {
    const [, maybe] = /^(?:Input)?Maybe<(.*)>$/.exec(of) ?? [];
    if (maybe !== undefined) return this.reference(maybe, true, isInput);
    const mark = isOptional ? '' : '!';
    const [, entries] = /^Array<(.*)>$/.exec(of) ?? [];
    if (entries !== undefined) return `[${this.reference(entries, false, isInput)}]${mark}`;
    const [, scalar] = /^Scalars\["(\w+)"\]/.exec(of) ?? [];
    if (scalar === undefined) this.waiting.push({ name: of, isInput });
    else if (!builtIn.has(scalar)) this.written.set(scalar, `scalar ${scalar}`);
    return (scalar ?? of) + mark;
  }
}
