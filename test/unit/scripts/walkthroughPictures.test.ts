import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { texts } from '../../../scripts/walkthrough/texts.mjs';
import { walkthroughPictures } from '../../../scripts/walkthrough/pictures.mjs';

const folder = 'media/walkthrough';

describe('the pictures of the walkthrough', () => {
  const drawn = walkthroughPictures();

  it('are as they are drawn: run "node scripts/walkthroughPictures.mjs" after a change', () => {
    const written = readdirSync(folder).map((name) => [name, readFileSync(`${folder}/${name}`, 'utf8')]);
    assert.deepEqual(Object.fromEntries(written), drawn);
  });

  it('have no colour of their own, so that they match every theme', () => {
    for (const svg of Object.values(drawn))
      for (const [, value = ''] of svg.matchAll(/(?:fill|stroke)="([^"]*)"/g))
        assert.match(value, /^(?:none|var\(--vscode-.*\))$/);
  });

  it('say the same in each language', () => {
    assert.deepEqual(Object.keys(texts.de), Object.keys(texts.en));
  });
});
