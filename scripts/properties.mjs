// @ts-check
// Imported before the tests. fast-check alone stops lists and texts at ten, whatever maximum a property names.
import { createRequire } from 'node:module';

/** @type {typeof import('fast-check')} */
const fc = createRequire(import.meta.url)('fast-check');
fc.configureGlobal({ ...fc.readConfigureGlobal(), defaultSizeToMaxWhenMaxSpecified: true });
