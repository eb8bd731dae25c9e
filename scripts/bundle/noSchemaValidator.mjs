// @ts-check
import process from 'node:process';

/**
 * Stands in for what the MCP server library takes from the platform: without Ajv, which is as large as the rest of the
 * library and checks only answers that people give to questions of a server. Ours asks none.
 */
export class DefaultJsonSchemaValidator {
  /** @returns {never} */
  getValidator() {
    throw new Error('This server asks people nothing, so that no answer of theirs is checked.');
  }
}

export { process };
