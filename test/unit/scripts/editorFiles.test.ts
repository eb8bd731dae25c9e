import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { buildSync, formatMessagesSync, type BuildFailure } from 'esbuild';

interface Task {
  readonly label: string;
  readonly script?: string;
  readonly args?: readonly string[];
  readonly dependsOn?: string | readonly string[];
  readonly problemMatcher?: unknown;
}
interface Launch {
  readonly program?: string;
  readonly preLaunchTask?: string;
}
interface EsbuildMatcher {
  readonly pattern: readonly { readonly regexp: string }[];
}

const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
const { tasks } = read('.vscode/tasks.json') as { tasks: readonly Task[] };
const { configurations } = read('.vscode/launch.json') as { configurations: readonly Launch[] };

describe('the files for developing in VS Code', () => {
  it('name tasks, scripts and programs that exist', () => {
    const labels = new Set(tasks.map(({ label }) => label));
    const wanted = [
      ...configurations.flatMap(({ preLaunchTask = [] }) => preLaunchTask),
      ...tasks.flatMap(({ dependsOn = [] }) => dependsOn),
    ];
    assert.ok(wanted.length > 0);
    assert.deepEqual(
      wanted.filter((label) => !labels.has(label)),
      [],
    );
    const { scripts } = read('package.json') as { scripts: Readonly<Record<string, string>> };
    assert.deepEqual(
      tasks.filter(({ script }) => script !== undefined && !(script in scripts)),
      [],
    );
    const paths = [
      ...tasks.flatMap(({ args = [] }) => args.filter((arg) => arg.endsWith('.mjs'))),
      ...configurations
        .flatMap(({ program = [] }) => program)
        .map((path) => path.replace('${workspaceFolder}/', '')),
    ];
    assert.deepEqual(
      paths.filter((path) => !existsSync(path)),
      [],
    );
  });

  it('find the place and the words of an error in what esbuild prints', () => {
    const watch = tasks.find(({ label }) => label === 'watch');
    const { pattern } = watch?.problemMatcher as EsbuildMatcher;
    const lines = printed('const x = ;').split('\n').slice(0, pattern.length);
    const found = lines.map((line, index) => new RegExp(pattern[index]?.regexp ?? '$.').exec(line)?.slice(1));
    assert.deepEqual(found, [['ERROR', 'Unexpected ";"'], [], ['start.ts', '1', '10']]);
  });
});

/** What esbuild prints of a source that it cannot read. */
function printed(contents: string): string {
  try {
    buildSync({
      stdin: { contents, sourcefile: 'start.ts', loader: 'ts' },
      write: false,
      logLevel: 'silent',
    });
  } catch (error) {
    return formatMessagesSync((error as BuildFailure).errors, { kind: 'error' }).join('');
  }
  throw new Error('esbuild found no fault.');
}
