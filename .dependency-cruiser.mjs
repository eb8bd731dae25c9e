// @ts-check
/*
 * The borders of the house: what each folder of `src` may import, stated once. `npm run lint` holds them, and allows no
 * circle between files (type-only imports included) or between folders.
 */

/**
 * What a folder may import besides itself. `core` stands for the files directly in it; any other name takes in what is
 * below it. The first folder that holds a file decides, so a more specific one comes first.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
const mayImport = {
  'core/goal': ['core'],
  'core/brief': ['core'],
  'core/views': ['core', 'core/goal', 'core/catalog'],
  'core/references': ['core', 'core/goal'],
  'core/drift': ['core', 'core/goal', 'core/catalog', 'core/views'],
  'core/tracker': ['core', 'core/goal', 'core/references'],
  'core/catalog': ['core', 'core/goal', 'core/references', 'core/tracker'],
  'core/message': ['core', 'core/goal', 'core/references'],
  'core/paths': ['core', 'core/goal', 'core/references'],
  'core/links': [
    ...['core', 'core/goal', 'core/catalog', 'core/views', 'core/references', 'core/message', 'core/paths'],
  ],
  'core/editing': [
    ...['core', 'core/goal', 'core/catalog', 'core/views', 'core/references', 'core/message', 'core/links'],
    'core/tracker',
  ],
  'core/report': [
    ...['core', 'core/goal', 'core/catalog', 'core/views', 'core/references', 'core/message', 'core/paths'],
    'core/links',
  ],
  'core/check': [
    ...['core', 'core/goal', 'core/catalog', 'core/views', 'core/references', 'core/message', 'core/paths'],
    ...['core/links', 'core/report', 'core/tracker'],
  ],
  core: [],
  files: ['core'],
  'teamFiles/record': ['core/**'],
  teamFiles: ['core/**', 'files'],
  'trackers/connection': ['core/**'],
  'trackers/http': ['core/**', 'trackers/connection'],
  'trackers/port': ['core/**', 'trackers/connection', 'trackers/http'],
  'trackers/mapping': ['core/**', 'teamFiles/record', 'trackers/connection', 'trackers/port'],
  'trackers/sync': ['core/**', 'files', 'trackers/connection', 'trackers/http', 'trackers/port'],
  'trackers/kinds': [
    ...['core/**', 'teamFiles/record'],
    ...['trackers/connection', 'trackers/http', 'trackers/mapping', 'trackers/port'],
  ],
  'trackers/thread': ['core/**', 'trackers/*', 'trackers/connection', 'trackers/http', 'trackers/port'],
  trackers: ['core/**', 'files', 'teamFiles'],
  'git/run': ['core/**', 'files'],
  git: ['core/**', 'files'],
  presentation: ['core/**'],
  pageShell: [],
  'panel/contract': [],
  panel: ['core/**', 'presentation', 'pageShell'],
  'reportPage/contract': [],
  reportPage: ['core/**', 'presentation'],
  'pages/shared': ['panel/contract'],
  'pages/panel': ['panel/contract', 'pages/shared'],
  'pages/report': ['reportPage/contract', 'pages/shared'],
  workspace: ['core/**', 'files', 'teamFiles', 'trackers', 'git', 'presentation'],
  reporting: [
    ...['core/**', 'git/run', 'git/landing', 'git/remotes', 'teamFiles/reportFile', 'presentation'],
    ...['reportPage', 'workspace'],
  ],
  agents: ['core/**', 'files', 'git/links', 'presentation', 'workspace', 'reporting'],
  mcp: ['core/**', 'presentation', 'workspace', 'agents'],
  cli: [
    ...['core/**', 'git/run', 'git/landing', 'git/links', 'teamFiles/goalsFile', 'presentation'],
    ...['files', 'workspace', 'reporting', 'agents', 'mcp'],
  ],
  'vscode/sources': [
    ...['core/**', 'files', 'teamFiles', 'trackers', 'git', 'presentation', 'workspace', 'vscode/*'],
  ],
  'vscode/context': ['core/**', 'git', 'vscode/*', 'vscode/sources'],
  vscode: [
    ...['core/**', 'files', 'teamFiles', 'trackers', 'git', 'presentation', 'panel', 'workspace'],
    ...['pageShell', 'reportPage', 'reporting', 'agents'],
  ],
};

/** @param {string} name */
const pattern = (name) => {
  if (name === 'core') return '^src/core/[^/]+$';
  if (name.endsWith('/**')) return `^src/${name.slice(0, -3)}/`;
  if (name.endsWith('/*')) return `^src/${name.slice(0, -2)}/[^/]+$`;
  return `^src/${name}/`;
};

const folders = Object.keys(mayImport);

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...folders.map((folder, at) => ({
      name: `border-of-${folder}`,
      comment: `src/${folder} may import: ${mayImport[folder]?.join(', ') || 'nothing'}.`,
      severity: /** @type {const} */ ('error'),
      from: {
        path: `^src/${folder}/`,
        pathNot: folders
          .slice(0, at)
          .filter((each) => each.startsWith(`${folder}/`))
          .map(pattern),
      },
      to: { path: '^src/', pathNot: [`^src/${folder}/`, ...(mayImport[folder] ?? []).map(pattern)] },
    })),
    {
      name: 'only-vscode-imports-vscode',
      comment: 'Only src/vscode and src/extension.ts may import vscode, be it for types alone.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/vscode/', '^src/extension\\.ts$'] },
      to: { path: '^(vscode$|node_modules/@types/vscode/)' },
    },
    {
      name: 'every-folder-has-a-border',
      comment: 'A new folder of src states above what it may import.',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: ['^src/extension\\.ts$', ...folders.map((folder) => `^src/${folder}/`)],
      },
      to: {},
    },
    { name: 'no-circle-of-files', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-circle-of-folders', severity: 'error', scope: 'folder', from: {}, to: { circular: true } },
  ],
  options: {
    // Type-only imports count.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
  },
};
