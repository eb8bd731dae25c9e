// @ts-check
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';
import { ensureHost } from './install.mjs';

const names = ['chromium', 'google-chrome', 'google-chrome-stable', 'chromium-browser', 'microsoft-edge'];

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Starts a Chromium: the one GOAL_LENS_BROWSER names, otherwise the machine's, otherwise the host's own.
 * @param {{ headless?: boolean }} [options]
 * @returns {Promise<import('playwright-core').Browser>}
 */
export async function launchBrowser({ headless = true } = {}) {
  const host = await ensureHost();
  const fontconfig = { FONTCONFIG_FILE: join(host.fonts, 'fonts.conf') };
  const installed = process.env['GOAL_LENS_BROWSER'] || findInstalled();
  if (installed)
    return chromium.launch({
      executablePath: installed,
      headless,
      args: flags,
      env: { ...process.env, ...fontconfig },
    });

  if (process.arch !== 'x64')
    throw new Error('No Chromium was found: install one, or set GOAL_LENS_BROWSER to its path.');
  if (!headless)
    throw new Error(
      'A visible browser needs an installed Chromium: the one that comes along draws no windows.',
    );
  // A bare machine lacks NSS and Expat, which Chromium loads; the host brings them along.
  const libraries = [join(host.browser, 'lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':');
  const env = { ...process.env, ...fontconfig, LD_LIBRARY_PATH: libraries };
  return chromium.launch({ executablePath: join(host.browser, 'chromium'), args: flags, env });
}

/** The path of the first known browser on the PATH, if any. */
export function findInstalled() {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return names
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((file) => existsSync(file));
}
