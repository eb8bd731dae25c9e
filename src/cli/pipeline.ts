import type { Asking } from '../workspace/asking';

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
    token: (address) => given(env, tokenVariable(address)),
  };
}

/** The variable that holds the token for an address: a token belongs to a host, whatever a setting says. */
function tokenVariable(address: string): string {
  const host = new URL(address).host.toUpperCase().replace(/[^A-Z0-9]+/g, '_');
  return `${tokenPrefix}${host}`;
}

/** A variable that holds something: a secret that a fork has no right to comes as an empty text. */
function given(env: Environment, name: string): string | undefined {
  return env[name] === '' ? undefined : env[name];
}
