import assert from 'node:assert/strict';
import { join } from 'node:path';
import { cacheFolder } from '../../../src/cli/cacheFolder';

describe('cacheFolder', () => {
  const home = join('/', 'home', 'ada');
  const cases: readonly [NodeJS.Platform, Record<string, string>, string][] = [
    ['linux', {}, join(home, '.cache', 'goal-lens')],
    ['linux', { XDG_CACHE_HOME: join('/', 'fast') }, join('/', 'fast', 'goal-lens')],
    // The specification has relative paths ignored.
    ['linux', { XDG_CACHE_HOME: 'fast' }, join(home, '.cache', 'goal-lens')],
    ['darwin', { XDG_CACHE_HOME: join('/', 'fast') }, join(home, 'Library', 'Caches', 'goal-lens')],
    ['win32', { LOCALAPPDATA: join('/', 'local') }, join('/', 'local', 'goal-lens', 'Cache')],
    ['win32', {}, join(home, 'AppData', 'Local', 'goal-lens', 'Cache')],
  ];
  for (const [platform, env, expected] of cases) {
    it(`is ${expected} on ${platform} with ${JSON.stringify(env)}`, () => {
      assert.equal(cacheFolder({ platform, home, env }), expected);
    });
  }
});
