// @ts-check
import process from 'node:process';

/**
 * Replaces what the MCP server library takes from the platform, without Ajv. Ajv is as large as the rest of the library
 * and only validates people's answers to questions from a server; ours asks none.
 */
export class DefaultJsonSchemaValidator {
  /** @returns {never} */
  getValidator() {
    throw new Error('This server asks people nothing, so that no answer of theirs is checked.');
  }
}

export { process };
