/**
 * Variables that an outer git command, such as a hook that runs us, sets to point git at another repository, index or
 * settings, and those that change what commands print or run. What a person sets for all of git, such as
 * `GIT_CONFIG_GLOBAL`, is not among them. `git rev-parse --local-env-vars` lists the first part; a test compares.
 */
const dropped = new Set([
  'GIT_ALTERNATE_OBJECT_DIRECTORIES',
  'GIT_COMMON_DIR',
  'GIT_CONFIG',
  'GIT_CONFIG_COUNT',
  'GIT_CONFIG_PARAMETERS',
  'GIT_DIR',
  'GIT_GRAFT_FILE',
  'GIT_IMPLICIT_WORK_TREE',
  'GIT_INDEX_FILE',
  'GIT_INTERNAL_SUPER_PREFIX',
  'GIT_NAMESPACE',
  'GIT_NO_REPLACE_OBJECTS',
  'GIT_OBJECT_DIRECTORY',
  'GIT_PREFIX',
  'GIT_REFERENCE_BACKEND',
  'GIT_REPLACE_REF_BASE',
  'GIT_SHALLOW_FILE',
  'GIT_WORK_TREE',

  'GIT_ATTR_SOURCE',
  'GIT_DIFF_OPTS',
  'GIT_EXTERNAL_DIFF',
  'GIT_GLOB_PATHSPECS',
  'GIT_ICASE_PATHSPECS',
  'GIT_NOGLOB_PATHSPECS',
  'GIT_NOTES_DISPLAY_REF',
  'GIT_NOTES_REF',
  'GIT_QUARANTINE_PATH',
  'GIT_REDIRECT_STDERR',
  'GIT_REDIRECT_STDIN',
  'GIT_REDIRECT_STDOUT',
]);
const droppedSettings = /^GIT_CONFIG_(?:KEY|VALUE)_\d+$/;

/**
 * The environment of every git process that we start. None may reach the network, whatever a partial clone lacks or a
 * hook tries, as no command of ours needs another repository; none waits for a person, or gets in the way of a person's
 * own git command.
 *
 * @param settings names and values of settings that go before those of any file
 */
export function gitEnvironment(
  settings: readonly (readonly [name: string, value: string])[] = [],
): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = {};
  for (const [name, value] of Object.entries(process.env)) {
    // On Windows, variable names are case-insensitive.
    const plain = name.toUpperCase();
    if (!dropped.has(plain) && !droppedSettings.test(plain)) env[name] = value;
  }
  // Not as options: a name may hold the sign that would end it there.
  for (const [at, [name, value]] of settings.entries()) {
    env[`GIT_CONFIG_KEY_${at}`] = name;
    env[`GIT_CONFIG_VALUE_${at}`] = value;
  }
  if (settings.length > 0) env['GIT_CONFIG_COUNT'] = String(settings.length);
  return {
    ...env,
    GIT_NO_LAZY_FETCH: '1',
    // For older versions of git, which do not know the line above.
    GIT_ALLOW_PROTOCOL: 'none',
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_LITERAL_PATHSPECS: '1',
    // Otherwise git would write each commit to the pipe on its own, which takes twice as long.
    GIT_FLUSH: '0',
    LC_ALL: 'C',
  };
}

/** Options before every git command: they override settings that would run a program or change the output. */
export const gitOptions: readonly string[] = [
  '--no-pager',
  ...[
    'log.showSignature=false',
    'i18n.logOutputEncoding=UTF-8',
    'core.quotePath=false',
    'core.fsmonitor=false',
    'color.ui=false',
    // Git reads the order of files from a file, which may be missing.
    'diff.orderFile=/dev/null',
  ].flatMap((setting) => ['-c', setting]),
];
