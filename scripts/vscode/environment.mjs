// @ts-check

/**
 * This process's environment, adapted for a VS Code: without the variables of a surrounding VS Code or npm script, and
 * without a gallery.
 * @param {NodeJS.ProcessEnv} [extra]
 * @returns {NodeJS.ProcessEnv}
 */
export function serverEnvironment(extra) {
  const foreign = /^(VSCODE_|ELECTRON_|npm_|NODE_OPTIONS$)/i;
  const own = Object.entries(process.env).filter(([name]) => !foreign.test(name));
  return { ...Object.fromEntries(own), EXTENSIONS_GALLERY: '{}', ...extra };
}
