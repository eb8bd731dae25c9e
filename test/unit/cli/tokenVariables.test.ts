import assert from 'node:assert/strict';
import fc from 'fast-check';
import { askingIn } from '../../../src/cli/pipeline';
import { signInPlace } from '../../../src/core/tracker/signInPlace';

/** The names of the variables that are looked up for a place. */
function variablesFor(place: { readonly url: string; readonly signInAs?: string }): string[] {
  const asked: string[] = [];
  const env = new Proxy<Record<string, string | undefined>>(
    { GOAL_LENS_TOKEN_X: 'x' },
    {
      get: (target, name) => {
        asked.push(String(name));
        return Reflect.get(target, name) as unknown;
      },
    },
  );
  const asking = askingIn(env, 'main');
  // What was looked at to see whether there is a token at all.
  asked.length = 0;
  asking?.token(place);
  return [...new Set(asked)];
}

describe('the variable that holds a token', () => {
  for (const [url, signInAs, name] of [
    ['https://shop.atlassian.net', undefined, 'SHOP_ATLASSIAN_NET'],
    ['https://a-b.x/jira', undefined, 'A__B_X'],
    ['https://a.b.x', undefined, 'A_B_X'],
    ['https://jira.my-team.example', undefined, 'JIRA_MY__TEAM_EXAMPLE'],
    ['https://xn--bcher-kva.example', undefined, 'XN____BCHER__KVA_EXAMPLE'],
    ['https://shop.example:443/api', undefined, 'SHOP_EXAMPLE'],
    ['http://127.0.0.1:3000', undefined, '127_0_0_1_3000'],
    ['http://localhost/redmine', undefined, 'LOCALHOST_80'],
    ['https://git.shop.example:8443', undefined, 'GIT_SHOP_EXAMPLE_8443'],
    ['https://api.linear.app', 'Client2', 'API_LINEAR_APP___CLIENT2'],
  ] as const) {
    it(`of ${url}${signInAs ? ` as ${signInAs}` : ''} is ${name}`, () => {
      const place = signInAs === undefined ? { url } : { url, signInAs };
      assert.deepEqual(variablesFor(place), [`GOAL_LENS_TOKEN_${name}`]);
    });
  }

  it('is none for what could be taken for another place', () => {
    for (const url of ['https://a_b.x', 'https://a.-b.x', 'https://[::1]:3000']) {
      assert.deepEqual(variablesFor({ url }), [], url);
    }
    assert.deepEqual(variablesFor({ url: 'https://a.x', signInAs: 'b.c' }), []);
  });

  it('is never that of another place', () => {
    const label = fc.stringMatching(/^[ab](-{0,2}[ab8])?$/);
    const host = fc.tuple(fc.array(label, { minLength: 1, maxLength: 3 }), fc.constantFrom('', ':8', ':443'));
    const account = fc.option(fc.constantFrom('a', 'B', 'b', '8'), { nil: undefined });
    const place = fc.record({
      url: fc
        .tuple(fc.constantFrom('http', 'https'), host)
        .map(([scheme, [labels, port]]) => `${scheme}://${labels.join('.')}.x${port}`),
      signInAs: account,
    });
    const reached = ({ url, ...rest }: { url: string; signInAs: string | undefined }): string => {
      // Two services cannot listen at one port.
      const { protocol, hostname, port } = new URL(url);
      return signInPlace({
        url: `https://${hostname}:${port || (protocol === 'http:' ? 80 : 443)}`,
        ...rest,
      });
    };
    const named = (each: { url: string; signInAs: string | undefined }): string[] =>
      variablesFor({ url: each.url, ...(each.signInAs !== undefined && { signInAs: each.signInAs }) });
    fc.assert(
      fc.property(place, place, (one, other) => {
        if (named(one)[0] !== named(other)[0]) return;
        assert.equal(reached(one), reached(other), JSON.stringify([one, other]));
      }),
      { numRuns: 3_000 },
    );
  });
});
