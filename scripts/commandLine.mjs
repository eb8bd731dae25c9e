// @ts-check
import { writeSync } from 'node:fs';
import { parseArgs } from 'node:util';

/** @typedef {import('node:util').ParseArgsConfig} ParseArgsConfig */
/** @typedef {NonNullable<ParseArgsConfig['options']>} Options */

/**
 * Parses the command line of a script; with --help, prints the usage and ends the process.
 * @template {Options} O
 * @param {string} usage
 * @param {O} options
 * @returns {ReturnType<typeof parseArgs<{ options: O, allowPositionals: true }>>}
 */
export function readCommandLine(usage, options) {
  const help = { help: { type: /** @type {const} */ ('boolean'), short: 'h', default: false } };
  /** @type {any} */
  let read;
  try {
    read = parseArgs({ options: { ...options, ...help }, allowPositionals: true });
  } catch (error) {
    // Node.js adds advice for special cases after its first sentence.
    const [sentence = ''] = /** @type {Error} */ (error).message.split(/\.? (?=To specify)|\n/);
    wrongUsage(sentence);
  }
  if (read.values.help) {
    // Written synchronously: the process ends before a pipe would be drained.
    writeSync(1, `${usage}\n`);
    process.exit(0);
  }
  return read;
}

/**
 * Ends the process with the exit code for an invalid command line.
 * @param {string} reason What is wrong, without a full stop.
 * @returns {never}
 */
export function wrongUsage(reason) {
  writeSync(2, `${reason.replace(/\.$/, '')}. See --help.\n`);
  process.exit(2);
}

/**
 * Ends the process if there are more than this many positional arguments.
 * @param {string[]} positionals
 * @param {number} most
 */
export function expectAtMost(positionals, most) {
  const unexpected = positionals[most];
  if (unexpected !== undefined) wrongUsage(`Unexpected argument '${unexpected}'`);
}

/**
 * Parses a whole number within bounds; ends the process if it is invalid.
 * @param {string} option As a person writes it.
 * @param {string} value
 * @param {number} least
 * @param {number} most
 */
export function wholeNumber(option, value, least, most = Number.MAX_SAFE_INTEGER) {
  const number = Number(value);
  if (/^-?\d+$/.test(value) && number >= least && number <= most) return number;
  const range = most === Number.MAX_SAFE_INTEGER ? `from ${least} on` : `from ${least} to ${most}`;
  return wrongUsage(`${option} takes a whole number ${range}, not '${value}'`);
}
