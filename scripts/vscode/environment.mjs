// @ts-check

/**
 * This process's environment for a VS Code: without a surrounding VS Code's or npm script's, and without a gallery.
 * @param {NodeJS.ProcessEnv} [extra]
 * @returns {NodeJS.ProcessEnv}
 */
export function serverEnvironment(extra) {
  const foreign = /^(VSCODE_|ELECTRON_|npm_|NODE_OPTIONS$)/i;
  const own = Object.entries(process.env).filter(([name]) => !foreign.test(name));
  return { ...Object.fromEntries(own), EXTENSIONS_GALLERY: '{}', ...extra };
}
