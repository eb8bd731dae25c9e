// @ts-check
// Prints CHANGELOG.md's section for the version in package.json.
import { readFileSync } from 'node:fs';
import { notesOf } from './changelog.mjs';

/** @param {string} path */
const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const { version } = JSON.parse(read('package.json'));
console.log(notesOf(read('CHANGELOG.md'), version) ?? `Version ${version}.`);
