import { parse } from 'yaml';
import * as z from 'zod';
import type { ReceivedRequest } from '../unit/trackers/support/trackerServer';

/** A JSON schema as far as names go, in the form of Swagger 2, OpenAPI 3 or zod. */
interface Shape {
  readonly $ref?: string;
  readonly allOf?: readonly Shape[];
  readonly anyOf?: readonly Shape[];
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
  readonly schema?: Shape;
  readonly content?: Readonly<Record<string, Shape>>;
  readonly name?: string;
  readonly in?: string;
}

interface Operation {
  readonly parameters?: readonly Shape[];
  readonly requestBody?: Shape;
  readonly responses?: Readonly<Record<string, Shape>>;
}

type PathItem = Readonly<Record<string, Operation>> & Pick<Operation, 'parameters'>;

interface Description {
  readonly paths: Readonly<Record<string, PathItem>>;
}

/** A vendor's description of a REST API: which requests it knows, and which names its answers have. */
export class OpenApi {
  private readonly document: Description;

  /** `texts` are the parts of it, in JSON or YAML. */
  constructor(texts: readonly string[]) {
    const parts = texts.map((text) => parse(text.replace(/^\uFEFF/, '')) as Record<string, unknown>);
    const names = new Set(parts.flatMap((part) => Object.keys(part)));
    const merged = [...names].map((name): [string, unknown] => [
      name,
      joined(parts.map((part) => part[name])),
    ]);
    this.document = { paths: {}, ...Object.fromEntries(merged) };
  }

  /** What it does not know of a request, one entry each. */
  unknownIn({ method, url, body }: ReceivedRequest): string[] {
    const path = decodeURIComponent(url.pathname);
    const found = this.operation(method, path);
    if (!found) return [`${method} ${path}`];
    const names = found.parameters.filter((each) => each.in === 'query').map((each) => each.name);
    const unknown = [...url.searchParams.keys()].filter((name) => !names.includes(name));
    const inBody = this.whole(found.body).properties ?? {};
    unknown.push(...Object.keys(body ?? {}).filter((name) => !(name in inBody)));
    return unknown.map((name) => `${method} ${path}: ${name}`);
  }

  /** The names that we read in an answer and that it does not have. */
  unknownTo(method: string, path: string, ours: z.ZodType): string[] {
    const answer = this.operation(method, path)?.answer;
    return answer ? this.missing(shapeOf(ours), answer, path) : [`${method} ${path}`];
  }

  /** The names that we read in an entry of a list and that it does not have. */
  unknownInEntry(method: string, path: string, ours: z.ZodType): string[] {
    const answer = this.operation(method, path)?.answer;
    return answer ? this.missing(shapeOf(ours), this.whole(answer).items, path) : [`${method} ${path}`];
  }

  private operation(method: string, path: string) {
    for (const [template, item] of Object.entries(this.document.paths)) {
      const operation = item[method.toLowerCase()];
      if (!operation || !isAt(template, path)) continue;
      const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])].map((each) =>
        this.followed(each),
      );
      const body = operation.requestBody ?? parameters.find((each) => each.in === 'body')?.schema;
      return { parameters, body, answer: operation.responses?.['200'] };
    }
    return undefined;
  }

  private missing(ours: Shape, theirs: Shape | undefined, at: string): string[] {
    if (!theirs) return [at];
    const whole = this.whole(theirs);
    const parts = ours.anyOf ?? [ours];
    return parts.flatMap(({ properties = {}, items }) => [
      ...(items && whole.items ? this.missing(items, whole.items, `${at}[]`) : []),
      // What is open there, as the fields of an issue are, has no names to compare with.
      ...Object.entries(whole.properties ? properties : {}).flatMap(([name, shape]) =>
        this.missing(shape, whole.properties?.[name], `${at}.${name}`),
      ),
    ]);
  }

  /** A schema with what it refers to and what it is made of. */
  private whole(shape: Shape = {}): Shape {
    const { schema, content, ...own } = this.followed(shape);
    const inner = schema ?? content?.['application/json'];
    if (inner) return this.whole(inner);
    const parts = [...(own.allOf ?? []).map((part) => this.whole(part)), own];
    const properties = joined(parts.map((each) => each.properties ?? {}));
    return { ...joined(parts), ...(Object.keys(properties).length > 0 && { properties }) };
  }

  private followed(shape: Shape): Shape {
    if (shape.$ref === undefined) return shape;
    const names = shape.$ref.replace(/^#\//, '').split('/');
    return this.followed(names.reduce<object>((at, name) => Reflect.get(at, name) as object, this.document));
  }
}

/**
 * Whether a template of a path leads there. What comes first in one of Azure DevOps, the organization, project and
 * team, may be left out from the left.
 */
function isAt(template: string, path: string): boolean {
  const names = template.split('/').filter((name) => name !== '');
  const given = path.split('/').filter((name) => name !== '');
  const optional = names.slice(0, Math.max(names.length - given.length, 0));
  return (
    optional.every((name) => /^\{\w+\}$/.test(name)) &&
    given.length === names.length - optional.length &&
    given.every((each, index) => segment(names[optional.length + index] ?? '').test(each))
  );
}

function segment(template: string): RegExp {
  const parts = template.split(/\{[^}]+\}/).map((part) => part.replace(/[.*+?^$()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.+')}$`);
}

function shapeOf(ours: z.ZodType): Shape {
  return z.toJSONSchema(ours, { io: 'input', unrepresentable: 'any' }) as Shape;
}

function joined<T>(parts: readonly T[]): T {
  return Object.assign({}, ...parts) as T;
}
