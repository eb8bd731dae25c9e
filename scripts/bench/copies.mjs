// @ts-check
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Copies the extension without its activation events, so that it stays idle until somebody starts it.
 * @param {string} extension
 * @param {string} target
 */
export async function makeIdleCopy(extension, target) {
  await cp(extension, target, { recursive: true });
  const file = join(target, 'package.json');
  const manifest = JSON.parse(await readFile(file, 'utf8'));
  await writeFile(file, JSON.stringify({ ...manifest, activationEvents: [] }));
  return target;
}

/**
 * Creates an extension that does nothing, to measure what the editor needs for any extension.
 * @param {string} target
 * @param {{ publisher?: string, activationEvents?: readonly string[] }} [options]
 */
export async function makeEmptyExtension(target, { publisher = 'bench', activationEvents = [] } = {}) {
  await mkdir(target, { recursive: true });
  const manifest = {
    name: 'empty',
    publisher,
    version: '0.0.1',
    engines: { vscode: '^1.100.0' },
    main: './extension.js',
    extensionKind: ['workspace'],
    activationEvents,
  };
  await writeFile(join(target, 'package.json'), JSON.stringify(manifest));
  await writeFile(join(target, 'extension.js'), 'exports.activate = () => undefined;\n');
  return target;
}
