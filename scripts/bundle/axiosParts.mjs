// @ts-check
import { resolve } from 'node:path';

/** Other ways of sending than Node's clients, proxies, multipart bodies, and `data:` addresses: a fifth of axios. */
const unused = /\/(xhr|fetch|shouldBypassProxy|formDataToStream|createMultipartBody|fromDataURI)\.js$/;

/**
 * Leaves out the parts of axios that no request of ours reaches; it imports them all, whichever are asked for.
 *
 * @type {import('esbuild').Plugin}
 */
export const axiosParts = {
  name: 'axios-parts',
  setup(builder) {
    builder.onResolve({ filter: unused }, ({ importer }) =>
      /[\\/]node_modules[\\/]axios[\\/]lib[\\/]/.test(importer)
        ? { path: resolve('scripts/bundle/noAxiosPart.mjs') }
        : undefined,
    );
  },
};
