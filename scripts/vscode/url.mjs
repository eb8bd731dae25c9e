// @ts-check

/**
 * @typedef {object} Target What a workbench opens.
 * @property {string} [folder] The absolute path of a folder.
 * @property {string} [workspace] The absolute path of a .code-workspace file.
 * @property {string} [extensionDevelopmentPath] The absolute path of an extension; the server
 * must run with `development`.
 * @property {string} [extensionTestsPath] The absolute path of the module whose `run` runs the tests.
 */

/**
 * Builds the address of a workbench that opens the target.
 * @param {string} authority
 * @param {Target & { connectionToken?: string | undefined }} target
 */
export function workbenchUrl(authority, target) {
  const url = new URL(`http://${authority}/`);
  if (target.connectionToken) url.searchParams.set('tkn', target.connectionToken);
  if (target.folder) url.searchParams.set('folder', target.folder);
  else if (target.workspace) url.searchParams.set('workspace', target.workspace);
  // Asks for an empty window: otherwise the workbench would reopen what it showed last.
  else url.searchParams.set('ew', 'true');

  const payload = ['extensionDevelopmentPath', 'extensionTestsPath'].flatMap((name) => {
    const path = target[/** @type {'extensionDevelopmentPath'} */ (name)];
    return path ? [[name, `vscode-remote://${authority}${encodeURI(path)}`]] : [];
  });
  if (payload.length > 0) url.searchParams.set('payload', JSON.stringify(payload));
  return url.href;
}
