/** What `git rev-parse --local-env-vars` lists: set by a hook around us, it would point git at another repository. */
const ofAnotherRepository = [
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
  'GIT_REPLACE_REF_BASE',
  'GIT_SHALLOW_FILE',
  'GIT_WORK_TREE',
];

/** The environment for a git that only reads: no locks, no network, English, and nothing of an outer git command. */
export function gitEnvironment(): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    GIT_OPTIONAL_LOCKS: '0',
    LC_ALL: 'C',
    // In a partial clone git would fetch what is missing: reading the history must never reach for the network. The
    // second line is for git before 2.45, which does not know the first.
    GIT_NO_LAZY_FETCH: '1',
    GIT_ALLOW_PROTOCOL: 'none',
    GIT_TERMINAL_PROMPT: '0',
    // Git would write each commit to the pipe by itself: that takes twice the time.
    GIT_FLUSH: '0',
  };
  for (const name of ofAnotherRepository) Reflect.deleteProperty(env, name);
  return env;
}
