import assert from 'node:assert/strict';
import { markdownMarks, withoutSection, withSection } from '../../../src/agents/setup/markedSection';

const section = { versions: ['New one', 'Old\none'], marks: markdownMarks } as const;
const { begin, end } = markdownMarks;
const whole = `${begin}\nNew one\n${end}\n`;

describe('a section between marks', () => {
  const unclear: Readonly<Record<string, string>> = {
    'whose end is lost': `A\n\n${begin}\nline1\nPERSON TEXT\n`,
    'whose end is lost, before a whole one': `A\n\n${begin}\nline1\nPERSON TEXT\n\n${whole}`,
    'whose begin is there twice': `${begin}\nPERSON\n${begin}\nNew one\n${end}\n`,
    'whose begin is lost': `A\nNew one\n${end}\n`,
    'that ends before it begins': `${end}\nPERSON\n${begin}\n`,
    'that is there twice': `${whole}PERSON\n${whole}`,
    'with words of a person in it': `${begin}\nNew one\nPERSON\n${end}\n`,
    'whose words a person has replaced': `${begin}\nPERSON\n${end}\n`,
    'that a person has emptied': `${begin}\n${end}\n`,
  };
  for (const [name, text] of Object.entries(unclear)) {
    it(`is left to the person: one ${name}`, () => {
      for (const given of [text, text.replaceAll('\n', '\r\n')]) {
        assert.equal(withSection(given, section), undefined);
        assert.equal(withoutSection(given, section), given);
      }
    });
  }

  it('does not begin in a sentence that quotes the mark', () => {
    const words = `Doc: \`${begin}\` is the mark, \`${end}\` the other\nPERSON\n`;
    assert.equal(withSection(words, section), `${words}\n${whole}`);
    assert.equal(withoutSection(`${words}\n${whole}`, section), words);
  });

  it('is still ours after a formatter, which is not undone', () => {
    const formatted = `# A\n\n${begin}\n\nNew\none\n\n${end}\n`;
    assert.equal(withSection(formatted, section), formatted);
    assert.equal(withoutSection(formatted, section), '# A\n');
  });

  it('is brought up to date from any text that we ever wrote', () => {
    assert.equal(
      withSection(`${begin}\r\nOld\r\none\r\n${end}\r\n`, section),
      whole.replaceAll('\n', '\r\n'),
    );
  });
});
