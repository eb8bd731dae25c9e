/**
 * An OpenAPI document with what a WADL description says: paths, their queries, and the JSON schemas that Jira puts into
 * its texts for bodies and answers. Names only; the rest is left out.
 */
export function openApiOfWadl(wadl: string): string {
  const reading = new WadlReading();
  for (const { groups = {} } of wadl.matchAll(tag)) {
    const { end, element, attributes = '', code } = groups;
    if (code !== undefined) reading.code(code);
    else if (end) reading.end(element);
    else {
      const of = (name: string): string => new RegExp(`\\s${name}="([^"]*)"`).exec(attributes)?.[1] ?? '';
      reading.begin(element, of);
    }
  }
  return JSON.stringify({ paths: reading.paths });
}

const tag =
  /<(?<end>\/?)ns2:(?<element>resource|method|request|response|param)\b(?<attributes>[^>]*?)\/?>|<ns3:code>(?<code>[^<]*)<\/ns3:code>/g;

interface Operation {
  readonly parameters: { readonly in: 'query'; readonly name: string }[];
  requestBody?: { readonly schema: unknown };
  responses?: { readonly '200': { readonly schema: unknown } };
}

class WadlReading {
  readonly paths: Record<string, Record<string, Operation>> = {};
  private readonly at: string[] = [];
  private operation: Operation = { parameters: [] };
  private isAnswer = false;

  begin(element: string | undefined, of: (attribute: string) => string): void {
    if (element === 'resource') this.at.push(of('path').replace(/^\/|\/$/g, ''));
    else if (element === 'method') {
      this.operation = { parameters: [] };
      const path = `/rest/${this.at.filter(Boolean).join('/')}`;
      (this.paths[path] ??= {})[of('name').toLowerCase()] = this.operation;
    } else if (element === 'param') {
      if (of('style') === 'query') this.operation.parameters.push({ in: 'query', name: of('name') });
    } else this.isAnswer = element === 'response' && of('status').startsWith('200');
  }

  end(element: string | undefined): void {
    if (element === 'resource') this.at.pop();
    else if (element === 'response') this.isAnswer = false;
  }

  /** An example, or a schema. */
  code(text: string): void {
    if (!text.startsWith('{"id":"https://docs.atlassian.com/jira/REST/schema/')) return;
    const schema: unknown = JSON.parse(plain(text));
    if (this.isAnswer) this.operation.responses = { '200': { schema } };
    else this.operation.requestBody ??= { schema };
  }
}

function plain(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}
