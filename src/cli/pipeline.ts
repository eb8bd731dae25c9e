import type { SignIn } from '../core/tracker/signInPlace';
import type { Asking } from '../workspace/asking';

type Environment = Readonly<Record<string, string | undefined>>;

/** The base of a pull request, according to the CI system; undefined if it names none. */
export function baseOf(env: Environment): string | undefined {
  const onGitlab = given(env, 'CI_MERGE_REQUEST_DIFF_BASE_SHA');
  if (onGitlab !== undefined) return onGitlab;
  const branch = given(env, 'GITHUB_BASE_REF') ?? given(env, 'SYSTEM_PULLREQUEST_TARGETBRANCH');
  return branch ? `refs/remotes/origin/${branch.replace(/^refs\/heads\//, '')}` : undefined;
}

const tokenPrefix = 'GOAL_LENS_TOKEN_';

/**
 * How a pipeline asks trackers: those for whose host it has a token, as configured at the base of a pull request;
 * undefined if it has no token at all.
 *
 * @param base the base to compare with, if the command line names it
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

/** Host names as in DNS, with an optional port: only these have a variable of their own. */
const hostSyntax = /^[a-z\d](?:[a-z\d-]*[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]*[a-z\d])?)*(?::\d+)?$/;

/**
 * The variable that holds a place's token, which is bound to a host and an account there, whatever a setting says. No
 * two places share one: a dot or colon becomes one underscore, a hyphen two, and three precede the account. A service
 * without https, which only this machine may be, always has its port, as another may speak https there. Undefined if a
 * name has other characters.
 */
function tokenVariable({ url, signInAs }: SignIn): string | undefined {
  const { host: written, port, protocol } = new URL(url);
  const host = protocol === 'http:' && port === '' ? `${written}:80` : written;
  if (!hostSyntax.test(host) || (signInAs !== undefined && !/^[a-z\d]+$/i.test(signInAs))) return undefined;
  const name = host.replaceAll('-', '__').replace(/[.:]/g, '_');
  return tokenPrefix + (signInAs === undefined ? name : `${name}___${signInAs}`).toUpperCase();
}

/** A variable's value unless empty: a secret withheld from a fork arrives as an empty text. */
function given(env: Environment, name: string): string | undefined {
  return env[name] === '' ? undefined : env[name];
}
