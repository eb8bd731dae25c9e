// Runs the command line from its source, and says as its last line which packages it has loaded.
process.on('exit', () => {
  const packages = Object.keys(require.cache).flatMap(
    (path) => /node_modules[/\\]([^/\\]+)/.exec(path)?.[1] ?? [],
  );
  process.stdout.write(`${[...new Set(packages)].sort().join(' ')}\n`);
});
Object.assign(globalThis, { goalLensVersion: '0.0.0-test' });
void import('../../../src/cli/main');
