import { FieldSplitter } from '../run/fieldSplitter';
import type { Git } from '../run/git';
import { inputLines } from '../run/inputLines';

/** The paths that a commit touched, relative to the repository's root, with forward slashes. */
export interface CommitPaths {
  readonly sha: string;
  readonly paths: readonly string[];
}

/** A commit that touches more says nothing about any single file; the rest is left out. */
const maxPaths = 1000;

/**
 * The paths that commits touched, in the commits' order, without merges, whose parents touched what they bring. A
 * renamed file appears under both names. Bytes that are not UTF-8 become U+FFFD.
 *
 * @throws {GitError} and the signal's reason
 */
export async function* readPaths(
  git: Git,
  root: string,
  shas: Iterable<string>,
  signal?: AbortSignal,
): AsyncGenerator<CommitPaths> {
  // With a status before each path, a file named like an object cannot be taken for the next commit.
  const args = ['diff-tree', '--stdin', '-r', '--root', '-z', '--name-status', '--no-renames', '--no-color'];
  const splitter = new FieldSplitter();
  let sha: string | undefined;
  let paths: string[] = [];
  let isPath = false;
  // The path of a thousand commits is one string, not a thousand.
  const known = new Map<string, string>();
  for await (const chunk of git.stream(root, args, { input: inputLines(shas), signal })) {
    for (const field of splitter.texts(chunk)) {
      if (isPath) {
        if (paths.length < maxPaths) paths.push(once(known, field));
        isPath = false;
      } else if (field.length < 40) {
        isPath = true;
      } else {
        if (sha !== undefined) yield { sha, paths };
        sha = field;
        paths = [];
      }
    }
  }
  if (sha !== undefined) yield { sha, paths };
}

function once(known: Map<string, string>, text: string): string {
  const first = known.get(text);
  if (first === undefined) known.set(text, text);
  return first ?? text;
}
