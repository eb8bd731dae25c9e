// @ts-check
import { execFile } from 'node:child_process';
import { createReadStream, createWriteStream } from 'node:fs';
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { createBrotliDecompress } from 'node:zlib';

const run = promisify(execFile);

/** Large parts of VS Code's server that only chat agents, dev containers and Windows need. */
const unneeded = [
  '@devcontainers/cli',
  '@github/copilot-sdk',
  '@microsoft/mxc-sdk',
  '@vscode/sandbox-runtime',
  '@vscode/windows-process-tree',
  '@vscode/windows-registry',
];

/** The one package that VS Code's own lock file leaves open. */
const missingFromLock = { tslib: '2.9.1' };

/** The machine's fonts come after ours, so that a page looks the same everywhere. */
const fontsConf = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir prefix="relative">.</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
  <alias binding="strong"><family>sans-serif</family><prefer><family>Open Sans</family><family>DejaVu Sans</family></prefer></alias>
  <alias binding="strong"><family>monospace</family><prefer><family>DejaVu Sans Mono</family></prefer></alias>
</fontconfig>
`;

/** The steps that turn an empty folder with our package.json and lock file into a host. */
export const steps = [
  { title: 'Downloading VS Code, Node.js, Chromium and fonts', run: installPackages },
  { title: "Downloading VS Code's own dependencies", run: installServer },
  { title: 'Unpacking Chromium and fonts', run: unpackBrowser },
];

/** @param {string} host */
async function installPackages(host) {
  await npm(host, 'ci');
}

/** @param {string} host */
async function installServer(host) {
  const server = join(host, 'node_modules/code-server/lib/vscode');
  const manifest = join(server, 'package.json');
  const { dependencies, ...rest } = JSON.parse(await readFile(manifest, 'utf8'));
  for (const name of unneeded) delete dependencies[name];
  await writeFile(
    manifest,
    JSON.stringify({ ...rest, dependencies: { ...dependencies, ...missingFromLock } }),
  );
  // Not `npm ci`, which demands a lock file that names exactly the manifest's packages; the versions
  // and checksums still come from the npm-shrinkwrap.json that code-server ships.
  await npm(server, 'install');
  await npm(join(server, 'extensions'), 'ci');
  for (const name of ['spdlog', 'native-watchdog'])
    await copyFile(
      join(import.meta.dirname, `standins/${name}.cjs`),
      join(server, `node_modules/@vscode/${name}/index.js`),
    );
}

/** @param {string} host */
async function unpackBrowser(host) {
  const packed = join(host, 'node_modules/@sparticuz/chromium/bin');
  const browser = join(host, 'browser');
  const fonts = join(host, 'fonts');
  await mkdir(browser);
  await mkdir(fonts);
  const { extract } = createRequire(join(host, 'package.json'))('tar-fs');
  /** @param {string} name @param {NodeJS.WritableStream} target */
  const unpack = (name, target) =>
    pipeline(createReadStream(join(packed, name)), createBrotliDecompress(), target);
  await Promise.all([
    unpack('chromium.br', createWriteStream(join(browser, 'chromium'), { mode: 0o755 })),
    unpack('al2023.tar.br', extract(browser)),
    unpack('fonts.tar.br', extract(fonts)),
    ...['DejaVuSans', 'DejaVuSans-Bold', 'DejaVuSansMono', 'DejaVuSansMono-Bold'].map((name) =>
      copyFile(join(host, `node_modules/dejavu-fonts-ttf/ttf/${name}.ttf`), join(fonts, `${name}.ttf`)),
    ),
  ]);
  await writeFile(join(fonts, 'fonts.conf'), fontsConf);
  await rm(packed, { recursive: true });
}

/** @param {string} cwd @param {'ci' | 'install'} command */
async function npm(cwd, command) {
  const options = ['--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  // Packages demand the Node.js that comes with the host, not the one that installs it.
  await run('npm', [command, ...options, '--engine-strict=false'], { cwd, maxBuffer: 1 << 24 });
}
