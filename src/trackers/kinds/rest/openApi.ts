import * as z from 'zod';
import {
  contractName,
  goalSchema,
  goalsPageSchema,
  healthSchema,
  keysAtOnce,
  pageSize,
  problemSchema,
  projectsSchema,
} from './contract';

const components = {
  Goal: goalSchema,
  GoalsPage: goalsPageSchema,
  Health: healthSchema,
  Projects: projectsSchema,
  Problem: problemSchema,
};

const describedErrors = {
  '400': 'A parameter is wrong.',
  '401': 'No token, or one that is not valid.',
  '403': 'The token does not allow this.',
  '404': 'Not here.',
  '429': 'Asked too often; Retry-After says when to come back.',
  '503': 'Not able to answer for now; Retry-After says when to come back.',
};

/** The OpenAPI 3.1 description of the REST contract, made from the types that goals are read with. */
export function restOpenApi(): object {
  return {
    openapi: '3.1.1',
    info: {
      title: 'Goal Lens REST contract',
      version: '1.0.0',
      summary: `What a service answers that Goal Lens reads goals from: ${contractName}.`,
      description:
        'Only GET. Addresses stand below a base address that people enter. docs/rest.md explains the contract.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [
      { url: 'https://{host}/{base}', variables: { host: { default: 'localhost' }, base: { default: '' } } },
    ],
    security: [{ token: [] }, {}],
    paths: {
      '/goals': {
        get: {
          operationId: 'listGoals',
          summary: 'Goals, a page at a time: all, those that changed, or those with certain keys.',
          parameters: goalsParameters(),
          responses: {
            '200': {
              ...json('GoalsPage', 'A page of goals.'),
              headers: {
                ETag: header('Changes when the goals of this answer do; generatedAt may stay out.'),
              },
            },
            '304': { description: 'The answer with the ETag in If-None-Match is still current.' },
            ...errors('400', '401', '403', '429', '503'),
          },
        },
      },
      '/health': {
        get: {
          operationId: 'health',
          summary: 'The contract and the name of the service.',
          responses: {
            '200': json('Health', 'The service answers.'),
            ...errors('401', '403', '429', '503'),
          },
        },
      },
      '/projects': {
        get: {
          operationId: 'listProjects',
          summary: 'What can be followed. A service without projects answers 404.',
          responses: {
            '200': json('Projects', 'The projects.'),
            ...errors('401', '403', '404', '429', '503'),
          },
        },
      },
    },
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas: componentSchemas(),
    },
  };
}

function goalsParameters(): object[] {
  const query = (name: string, description: string, schema: object) => ({
    name,
    in: 'query',
    required: false,
    description,
    schema,
  });
  const commaList = { type: 'array', items: { type: 'string' } };
  return [
    query('updatedSince', 'Only what changed at this moment or after it, and what is gone since.', {
      type: 'string',
      format: 'date-time',
    }),
    query('cursor', 'The nextCursor of the page before.', { type: 'string' }),
    query('limit', 'How many goals a page may have at most.', {
      type: 'integer',
      minimum: 1,
      maximum: pageSize,
      default: pageSize,
    }),
    {
      ...query(
        'keys',
        'Only the goals with these keys, in any case, whatever their project; unknown ones are left out.',
        { ...commaList, maxItems: keysAtOnce },
      ),
      style: 'form',
      explode: false,
    },
    {
      ...query('project', 'Only the goals of these projects.', { ...commaList, maxItems: 50 }),
      style: 'form',
      explode: false,
    },
    {
      name: 'If-None-Match',
      in: 'header',
      required: false,
      description: 'The ETag of the answer that the client has.',
      schema: { type: 'string' },
    },
  ];
}

function json(component: keyof typeof components, description: string): object {
  return { description, content: { 'application/json': { schema: { $ref: refTo(component) } } } };
}

function errors(...statuses: (keyof typeof describedErrors)[]): object {
  const content = { 'application/problem+json': { schema: { $ref: refTo('Problem') } } };
  const retry = { 'Retry-After': header('Seconds, or a date (RFC 9110).') };
  return Object.fromEntries(
    statuses.map((status) => [
      status,
      {
        description: describedErrors[status],
        ...((status === '429' || status === '503') && { headers: retry }),
        content,
      },
    ]),
  );
}

function header(description: string): object {
  return { description, schema: { type: 'string' } };
}

function refTo(component: string): string {
  return `#/components/schemas/${component}`;
}

function componentSchemas(): object {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(components)) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, { io: 'input', target: 'draft-2020-12', uri: refTo });
  // OpenAPI says itself which dialect its schemas are in, and where each of them is.
  return Object.fromEntries(
    Object.entries(schemas).map(([id, schema]) => [
      id,
      Object.fromEntries(Object.entries(schema).filter(([name]) => name !== '$schema' && name !== '$id')),
    ]),
  );
}
