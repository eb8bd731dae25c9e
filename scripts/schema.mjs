// Writes schemas/goals.schema.json from the types that the goals file is read with.
import { writeFile } from 'node:fs/promises';
import { tsImport } from 'tsx/esm/api';

const { goalsJsonSchema } = await tsImport('../src/trackers/goalsFile/jsonSchema.ts', import.meta.url);
const target = new URL('../schemas/goals.schema.json', import.meta.url);
await writeFile(target, `${JSON.stringify(goalsJsonSchema(), null, 2)}\n`);
