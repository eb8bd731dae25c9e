import { join } from 'node:path';
import { regularText } from '../../files/regularText';
import { hookNames, isThere } from './hookFile';
import type { HookManager } from './hookManager';

/** Something for a person to add to one of their files. */
export interface HookEdit {
  readonly path: string;
  /** The lines to add; the whole content where the file is new. */
  readonly text: string;
  readonly isNew: boolean;
  /** Whether the file calls our hook already. */
  readonly isDone: boolean;
}

/** What a person does so that a tool runs our hook. */
export interface HookSteps {
  readonly edits: readonly HookEdit[];
  /** A command to run afterwards, from the top of the work tree. */
  readonly thenRun: string | undefined;
}

type HookName = (typeof hookNames)[number];

/** The steps for a tool. The lines do nothing in clones where the hook is not set up. */
export async function hookStepsFor({ tool, path }: HookManager, root: string): Promise<HookSteps> {
  switch (tool) {
    case 'husky': {
      const starter = await regularText(join(path, '_', 'husky.sh'));
      const isOld = starter !== undefined && !/deprecated/i.test(starter);
      const head = isOld ? '#!/usr/bin/env sh\n. "$(dirname -- "$0")/_/husky.sh"\n\n' : '';
      return inHooks(path, head, isOld);
    }
    case 'core.hooksPath':
    case 'linked folder':
      return inHooks(path, '#!/bin/sh\n', true);
    case 'lefthook':
      return inFile(path, hookNames.map(lefthookEntry).join(''), 'lefthook install');
    case 'pre-commit':
      return inFile(
        path,
        hookNames.map(preCommitEntry).join(''),
        'pre-commit install --hook-type prepare-commit-msg --hook-type commit-msg',
      );
    case 'simple-git-hooks':
      return inFile(path, hookNames.map(simpleGitHooksEntry).join(''), 'npx simple-git-hooks');
    case 'overcommit':
      return overcommitSteps(path, root);
  }
}

/** The shell line that runs our hook where it is set up; `args` are the arguments that git gives to the hook. */
function lineFor(name: HookName, args: string): string {
  return `f="$(git rev-parse --git-common-dir)/goal-lens/${name}"; [ ! -f "$f" ] || sh "$f" ${args}`;
}

async function inHooks(folder: string, head: string, isExecutable: boolean): Promise<HookSteps> {
  const edits = await Promise.all(
    hookNames.map((name) => editOf(join(folder, name), head, `${lineFor(name, '"$@"')}\n`, [name])),
  );
  const created = edits.filter(({ isNew }) => isNew).map(({ path }) => `"${path}"`);
  const thenRun = isExecutable && created.length > 0 ? `chmod +x ${created.join(' ')}` : undefined;
  return { edits, thenRun };
}

async function inFile(path: string, text: string, thenRun: string): Promise<HookSteps> {
  return { edits: [await editOf(path, '', text, hookNames)], thenRun };
}

function lefthookEntry(name: HookName): string {
  return `${name}:\n  commands:\n    goal-lens:\n      run: ${lineFor(name, name === 'commit-msg' ? `"{1}"` : `"{1}" {2}`)}\n`;
}

function preCommitEntry(name: HookName): string {
  const args = '"$1" "$PRE_COMMIT_COMMIT_MSG_SOURCE" "$PRE_COMMIT_COMMIT_OBJECT_NAME"';
  return [
    `  - repo: local`,
    `    hooks:`,
    `      - id: goal-lens-${name}`,
    `        name: Goal Lens`,
    `        language: system`,
    `        stages: [${name}]`,
    `        always_run: true`,
    `        entry: sh -c '${lineFor(name, args)}' goal-lens`,
    '',
  ].join('\n');
}

function simpleGitHooksEntry(name: HookName): string {
  return `    ${JSON.stringify(name)}: ${JSON.stringify(lineFor(name, '"$@"'))},\n`;
}

/** Overcommit runs only scripts that are tracked, because it signs them. */
async function overcommitSteps(path: string, root: string): Promise<HookSteps> {
  const script = (name: HookName): string => `.git-hooks/goal-lens-${name}`;
  const entry = (name: HookName, type: string): string =>
    `${type}:\n  GoalLens:\n    enabled: true\n    required_executable: './${script(name)}'\n`;
  const scripts = await Promise.all(
    hookNames.map((name) =>
      editOf(join(root, script(name)), '#!/bin/sh\n', `${lineFor(name, '"$@"')}\n`, [name]),
    ),
  );
  const config = await editOf(
    path,
    '',
    entry('prepare-commit-msg', 'PrepareCommitMsg') + entry('commit-msg', 'CommitMsg'),
    hookNames,
  );
  const files = hookNames.map(script).join(' ');
  return {
    edits: [...scripts, config],
    thenRun: `chmod +x ${files} && git add ${files} && overcommit --install && overcommit --sign`,
  };
}

async function editOf(
  path: string,
  head: string,
  text: string,
  names: readonly HookName[],
): Promise<HookEdit> {
  const isNew = !(await isThere(path));
  const now = isNew ? '' : ((await regularText(path)) ?? '');
  const isDone = names.every((name) => new RegExp(`goal-lens[/-]${name}`).test(now));
  return { path, text: isNew ? head + text : text, isNew, isDone };
}
