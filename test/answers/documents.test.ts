import assert from 'node:assert/strict';
import { adfText } from '../../src/trackers/kinds/jira/adfText';
import { literalsIn } from './literals';
import { pinnedFile } from './pinnedFile';

describe('A document of Jira Cloud, as another project keeps it', () => {
  it('loses no word', async () => {
    const place = {
      repository: 'ankitpokhrel/jira-cli',
      commit: '1f3b2eff05028e90f5280915ca1bdb3c72f48969',
    };
    const all = literalsIn(await pinnedFile(place, 'pkg/adf/testdata/md.json'));
    const read = adfText(all[0]);
    const words = all.flatMap(({ text }) => (typeof text === 'string' ? text.split(/\s+/) : []));
    assert.ok(words.length > 100);
    assert.deepEqual(
      words.filter((word) => !read.includes(word)),
      [],
    );
  });
});
