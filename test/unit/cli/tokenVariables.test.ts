import assert from 'node:assert/strict';
import { askingIn } from '../../../src/cli/pipeline';

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
});
