import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

type Texts = Readonly<Record<string, string | { readonly message: string }>>;

const read = (file: string): Texts => JSON.parse(readFileSync(file, 'utf8')) as Texts;
const messageOf = (text: Texts[string] | undefined): string =>
  text === undefined ? '' : typeof text === 'string' ? text : text.message;
/** What has to be the same in every language: places for values, icons, code, commands and settings. */
const fixedParts = (text: string): string[] =>
  [
    ...text.matchAll(
      /\{\d\}|\$\([\w~-]+\)|\(command:[\w.]+\)|#goalLens\.[\w.]+#|goalLens\.\w[\w.]*\w|(?<=[“„`])git [a-z-]+(?: --[\w-]+)?/g,
    ),
  ]
    .map(([part]) => part)
    .toSorted();
/** Names, and words that German has from English. */
const sameInBoth =
  /^(?:[^a-z]*|(?:\W|\{\d\})*(?:Commits?|Trailer|Status|Labels|Text|Segmente?|Initiative|Epic|Objective|Pull Request|Jira|Cloud|and|Data|Center|Filter|Offline|Teams|Warnungen|goals|Repository|Objectives|Epics)(?:\W|\{\d\})*)*$/;

for (const [english, german] of [
  ['l10n/bundle.l10n.json', 'l10n/bundle.l10n.de.json'],
  ['package.nls.json', 'package.nls.de.json'],
] as const) {
  describe(german, () => {
    const texts = read(english);
    const translated = read(german);
    const each = Object.entries(texts).map(([key, text]) => ({
      key,
      text: messageOf(text),
      translation: messageOf(translated[key]),
    }));

    it('has a translation of every text, and of nothing else', () => {
      assert.deepEqual(Object.keys(translated).toSorted(), Object.keys(texts).toSorted());
      assert.deepEqual(
        each.filter(({ translation }) => translation.trim() === ''),
        [],
      );
    });

    it('has the same places for values, icons, commands and settings', () => {
      const partsOf = (text: string): string => [...new Set(fixedParts(text))].join();
      const differing = each.filter(({ text, translation }) => partsOf(text) !== partsOf(translation));
      assert.deepEqual(differing, []);
    });

    it('leaves nothing in English', () =>
      assert.deepEqual(
        each
          .filter(({ text, translation }) => text === translation && !sameInBoth.test(text))
          .map(({ text }) => text),
        [],
      ));

    it('is written with the quotation marks of German, and without typewriter ellipses', () =>
      assert.deepEqual(
        each.filter(({ translation }) => /“[^”]*”|\.\.\.(?!\/)/.test(translation)).map(({ key }) => key),
        [],
      ));
  });
}
