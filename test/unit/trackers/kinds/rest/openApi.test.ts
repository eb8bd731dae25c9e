import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020';
import { restOpenApi } from '../../../../../src/trackers/kinds/rest/openApi';
import { testToken } from '../../support/connect';
import { GoalServer, type Data } from './goalServer';

const root = new URL('../../../../../', `file://${__filename}`);
const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, root), 'utf8')) as unknown;

interface Answer {
  readonly content?: Readonly<Record<string, { readonly schema: { readonly $ref: string } }>>;
}
interface Document {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string };
  readonly paths: Readonly<
    Record<
      string,
      {
        readonly get: {
          readonly parameters?: readonly { readonly name: string; readonly in: string }[];
          readonly responses: Readonly<Record<string, Answer>>;
        };
      }
    >
  >;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}

describe('the OpenAPI description of the REST contract', () => {
  const document = read('docs/rest/openapi.json') as Document;
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false });
  ajv.addSchema({ ...document, $id: 'https://goal-lens.example/openapi.json' });
  const check = (ref: string, value: unknown): string => {
    const validate = ajv.getSchema(`https://goal-lens.example/openapi.json${ref}`);
    assert.ok(validate, `${ref} is not in the document`);
    return validate(value) === true ? '' : ajv.errorsText(validate.errors);
  };
  let server: GoalServer;
  beforeEach(async () => {
    server = await new GoalServer(read('examples/rest-server/goals.json') as Data).start();
  });
  afterEach(() => server.stop());

  it('is current: run "node scripts/schema.mjs" after a change of the types', () => {
    assert.deepEqual(document, JSON.parse(JSON.stringify(restOpenApi())));
  });

  it('has the form of OpenAPI 3.1, and every reference leads somewhere', () => {
    assert.match(document.openapi, /^3\.1\.\d$/);
    assert.ok(document.info.title && document.info.version);
    for (const schema of Object.values(document.components.schemas)) {
      assert.ok(ajv.validateSchema({ ...schema, $schema: 'https://json-schema.org/draft/2020-12/schema' }));
    }
    const refs = JSON.stringify(document).matchAll(/"\$ref":"(#[^"]+)"/g);
    for (const [, ref] of refs) {
      assert.ok(ajv.getSchema(`https://goal-lens.example/openapi.json${ref!}`), ref);
    }
    for (const { get } of Object.values(document.paths)) {
      for (const { name, in: place } of get.parameters ?? [])
        assert.ok(name && ['query', 'header'].includes(place));
      for (const status of Object.keys(get.responses)) assert.match(status, /^[2-5]\d\d$/);
    }
  });

  for (const [path, status] of [
    ['/goals', 200],
    ['/goals?limit=2', 200],
    ['/goals?updatedSince=2026-11-19T00:00:00Z', 200],
    ['/goals?keys=SHOP-7,OBJ-1', 200],
    ['/goals?project=shop', 200],
    ['/goals?limit=1000', 400],
    ['/goals?updatedSince=yesterday', 400],
    ['/health', 200],
    ['/projects', 200],
    ['/goals', 401],
    ['/health', 401],
  ] as const) {
    it(`describes what the example server answers to ${path} with ${status}`, async () => {
      const answer = await fetch(`${server.url}${path}`, {
        headers: { Authorization: `Bearer ${status === 401 ? 'wrong' : testToken}` },
      });
      const described = document.paths[new URL(answer.url).pathname]!.get.responses[String(answer.status)];
      assert.equal(answer.status, status);
      const schema = described?.content?.[answer.headers.get('content-type')!]?.schema;
      assert.ok(schema, 'the answer is described');
      assert.equal(check(schema.$ref, await answer.json()), '');
    });
  }

  it('describes a 304, and a service without projects', async () => {
    const headers = { Authorization: `Bearer ${testToken}` };
    const etag = (await fetch(`${server.url}/goals`, { headers })).headers.get('etag')!;
    const again = await fetch(`${server.url}/goals`, { headers: { ...headers, 'If-None-Match': etag } });
    assert.equal(again.status, 304);
    assert.ok(document.paths['/goals']!.get.responses['304']);
    server.data = { goals: [] };
    const none = await fetch(`${server.url}/projects`, { headers });
    assert.equal(none.status, 404);
    assert.equal(check('#/components/schemas/Problem', await none.json()), '');
  });

  it('refuses what is no page', () => {
    const page = { schema: 'goal-lens/v1', generatedAt: '2026-11-22T12:00:00Z', nextCursor: null, goals: [] };
    assert.equal(check('#/components/schemas/GoalsPage', page), '');
    assert.notEqual(check('#/components/schemas/GoalsPage', { ...page, schema: 'goal-lens/v2' }), '');
    assert.notEqual(check('#/components/schemas/GoalsPage', { ...page, goals: [{ key: 'A-1' }] }), '');
  });
});
