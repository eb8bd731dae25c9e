// @ts-check
// Lets Node.js import shell programs as text, as the bundle does; for programs that run the sources unbundled.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

createRequire(import.meta.url).extensions['.sh'] = (module, file) => {
  module.exports = readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
};
