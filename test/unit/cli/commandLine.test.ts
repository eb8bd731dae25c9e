import assert from 'node:assert/strict';
import { parseCommandLine } from '../../../src/cli/commandLine';
import { UsageError } from '../../../src/cli/usageError';

describe('parseCommandLine', () => {
  it('reads a command with its subject and options, in any order', () => {
    assert.deepEqual(parseCommandLine(['--format', 'json', 'brief', '-C', 'shop', 'SHOP-7']), {
      command: 'brief',
      subject: 'SHOP-7',
      subjects: [],
      folder: 'shop',
      format: 'json',
      all: false,
      verbose: false,
    });
  });

  it('shows the help where nothing is asked, and wherever it is asked for', () => {
    for (const args of [[], ['--help'], ['-h'], ['goals', '--help']]) {
      assert.deepEqual(parseCommandLine(args), { command: 'help' });
    }
    assert.deepEqual(parseCommandLine(['-v']), { command: 'version' });
  });

  for (const [args, message] of [
    [['reprot'], /“reprot” is not possible for the command. Write one of: goals, brief, links, status/],
    [['--all'], /Name a command/],
    [['goals', '--format', 'xml'], /“xml” is not possible for --format. Write one of: text, json/],
    [['goals', '--colour'], /Unknown option '--colour'/],
    [['goals', 'SHOP-7'], /“SHOP-7” is one argument too many for goals/],
    [['brief', 'a', 'b'], /“b” is one argument too many for brief/],
    [['links'], /Name a commit, a branch or a path for links/],
    [['status', '--folder'], /argument missing/],
  ] as const) {
    it(`says what is wrong with: ${args.join(' ')}`, () => {
      assert.throws(
        () => parseCommandLine(args),
        (error: unknown) => {
          assert.ok(error instanceof UsageError);
          assert.match(error.message, message);
          return true;
        },
      );
    });
  }
});
