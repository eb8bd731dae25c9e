// Writes the JSON schemas in schemas/ and docs/rest/openapi.json from the types that goals are parsed with.
import { mkdir, writeFile } from 'node:fs/promises';
import { tsImport } from 'tsx/esm/api';

const { goalsJsonSchema } = await tsImport('../src/teamFiles/goalsFile/jsonSchema.ts', import.meta.url);
const { reportJsonSchema } = await tsImport('../src/presentation/report/reportSchema.ts', import.meta.url);
const { factsJsonSchema } = await tsImport('../src/presentation/report/factsSchema.ts', import.meta.url);
const { reportFileJsonSchema } = await tsImport('../src/teamFiles/reportFile/reportFile.ts', import.meta.url);
const { restOpenApi } = await tsImport('../src/trackers/kinds/rest/openApi.ts', import.meta.url);

/** @param {string} path @param {object} document */
async function write(path, document) {
  const target = new URL(`../${path}`, import.meta.url);
  await mkdir(new URL('.', target), { recursive: true });
  await writeFile(target, `${JSON.stringify(document, null, 2)}\n`);
}

await write('schemas/goals.schema.json', goalsJsonSchema());
await write('schemas/report.schema.json', reportJsonSchema());
await write('schemas/facts.schema.json', factsJsonSchema());
await write('schemas/report-file.schema.json', reportFileJsonSchema());
await write('docs/rest/openapi.json', restOpenApi());
