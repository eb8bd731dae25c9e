// Runs the command line from its source: node --import tsx test/unit/mcp/cliProgram.ts mcp --workspace DIR
Object.assign(globalThis, { goalLensVersion: '0.0.0-test' });
void import('../../../src/cli/main');
