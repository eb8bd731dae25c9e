import type { Asking, SignIn } from '../workspace/asking';

type Environment = Readonly<Record<string, string | undefined>>;

/** What a pull request is measured against, as CI systems say it; undefined where they say of none. */
export function baseOf(env: Environment): string | undefined {
  const onGitlab = given(env, 'CI_MERGE_REQUEST_DIFF_BASE_SHA');
  if (onGitlab !== undefined) return onGitlab;
  const branch = given(env, 'GITHUB_BASE_REF') ?? given(env, 'SYSTEM_PULLREQUEST_TARGETBRANCH');
  return branch ? `refs/remotes/origin/${branch.replace(/^refs\/heads\//, '')}` : undefined;
}

const tokenPrefix = 'GOAL_LENS_TOKEN_';

/**
 * How trackers are asked in a pipeline: those for whose host it has a token, as the base of a pull request has them;
 * undefined where it has no token at all.
 *
 * @param base what is measured against, where the command line says it
 */
export function askingIn(env: Environment, base: string | undefined): Asking | undefined {
  if (!Object.entries(env).some(([name, value]) => name.startsWith(tokenPrefix) && value)) return undefined;
  return {
    base: base ?? baseOf(env),
    token: (place) => {
      const name = tokenVariable(place);
      return name === undefined ? undefined : given(env, name);
    },
  };
}

/** Names of hosts as DNS has them, with a port: only they have a variable of their own. */
const hostSyntax = /^[a-z\d](?:[a-z\d-]*[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]*[a-z\d])?)*(?::\d+)?$/;

/**
 * The variable that holds the token for a place, which belongs to a host and an account there, whatever a setting says.
 * No two places share one: a dot or colon is one underscore, a hyphen two, and three stand before the
 * account. Undefined where a name has other characters.
 */
function tokenVariable({ url, signInAs }: SignIn): string | undefined {
  const { host } = new URL(url);
  if (!hostSyntax.test(host) || (signInAs !== undefined && !/^[a-z\d]+$/i.test(signInAs))) return undefined;
  const name = host.replaceAll('-', '__').replace(/[.:]/g, '_');
  return tokenPrefix + (signInAs === undefined ? name : `${name}___${signInAs}`).toUpperCase();
}

/** A variable that holds something: a secret that a fork has no right to comes as an empty text. */
function given(env: Environment, name: string): string | undefined {
  return env[name] === '' ? undefined : env[name];
}
