const names = new Set(
  [
    ...['package-lock.json', 'npm-shrinkwrap.json', 'yarn.lock', 'pnpm-lock.yaml', 'bun.lock', 'Cargo.lock'],
    ...['composer.lock', 'Gemfile.lock', 'poetry.lock', 'uv.lock', 'Pipfile.lock', 'go.sum', 'flake.lock'],
  ].map((name) => name.toLowerCase()),
);

/** Whether a package manager writes the file: such a file is not work for a goal. */
export function isLockFile(path: string): boolean {
  return names.has(path.slice(path.lastIndexOf('/') + 1).toLowerCase());
}
