import assert from 'node:assert/strict';
import { stat } from 'node:fs/promises';
import { vsix } from './support/shop';

describe('the package', () => {
  it('is smaller than 740 kB', async () => {
    const { path } = await vsix();
    const { size } = await stat(path);
    assert.ok(size < 740_000, `${size} bytes`);
  });

  it('holds what runs and nothing else', async () => {
    const { files } = await vsix();
    const unexpected = files.filter(
      (file) =>
        !/^(dist\/.*\.js|dist\/pages\/.*\.css|l10n\/.*\.json|media\/.*\.(svg|png|md)|skills\/.*\.md|schemas\/.*\.json|package.*\.json|README\.md|CHANGELOG\.md|LICENSE)$/.test(
          file,
        ),
    );
    assert.deepEqual(unexpected, []);
    for (const needed of [
      'dist/extension.js',
      'dist/pages/panel.js',
      'dist/pages/panel.css',
      'schemas/goals.schema.json',
    ]) {
      assert.ok(files.includes(needed), needed);
    }
  });
});
