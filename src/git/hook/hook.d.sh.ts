/** The commit hook, as text: esbuild puts it into the bundle, `scripts/textModules.mjs` gives it to the tests. */
declare const text: string;
export default text;
