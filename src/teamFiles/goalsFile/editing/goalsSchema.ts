/** A part of a JSON schema, as far as completion and hover texts need it. */
export interface SchemaNode {
  readonly description?: string;
  readonly type?: string;
  readonly enum?: readonly (string | number)[];
  readonly const?: string;
  readonly examples?: readonly (string | number)[];
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly required?: readonly string[];
  readonly items?: SchemaNode;
  readonly anyOf?: readonly SchemaNode[];
}

/** A name that a map may have. */
export interface FieldInfo {
  readonly name: string;
  readonly description?: string;
  readonly isRequired: boolean;
  /** Whether its value goes on lines of its own. */
  readonly isNested: boolean;
}

/** What the schema of goals files says about a place in one. */
export class GoalsSchema {
  constructor(private readonly root: SchemaNode) {}

  /** The names that the map at a path may have. */
  names(path: readonly string[]): FieldInfo[] {
    return this.at(path).flatMap((node) =>
      Object.entries(node.properties ?? {}).map(([name, field]) => ({
        name,
        ...(field.description !== undefined && { description: field.description }),
        isRequired: node.required?.includes(name) ?? false,
        isNested: alternatives(field).every(({ type }) => type === 'object' || type === 'array'),
      })),
    );
  }

  /** The words that the field at a path allows, else its examples. */
  values(path: readonly string[]): string[] {
    const nodes = this.at(path);
    const fixed = nodes.flatMap((node) => [
      ...(node.enum ?? []),
      ...(node.const === undefined ? [] : [node.const]),
    ]);
    const found = fixed.length > 0 ? fixed : nodes.flatMap(({ examples = [] }) => examples);
    return [...new Set(found.map(String))];
  }

  /** Whether the field at a path allows only its words. */
  isClosed(path: readonly string[]): boolean {
    const nodes = this.at(path).filter(({ type }) => type !== 'object');
    return nodes.length > 0 && nodes.every((node) => node.enum !== undefined || node.const !== undefined);
  }

  /** What the field at a path is for. */
  description(path: readonly string[]): string | undefined {
    const [name, ...above] = path.toReversed();
    if (name === undefined) return undefined;
    return this.names(above.toReversed()).find((field) => field.name === name)?.description;
  }

  private at(path: readonly string[]): SchemaNode[] {
    let nodes = alternatives(this.root);
    for (const name of path) {
      nodes = nodes.flatMap(({ properties }) => {
        const node = properties && Object.hasOwn(properties, name) ? properties[name] : undefined;
        return node ? alternatives(node) : [];
      });
    }
    return nodes;
  }
}

/** The forms that a value may have; for a list, those of its entries. */
function alternatives(node: SchemaNode): SchemaNode[] {
  if (node.anyOf) return node.anyOf.flatMap(alternatives);
  return node.items ? alternatives(node.items) : [node];
}
