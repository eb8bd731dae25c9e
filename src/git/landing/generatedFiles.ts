import { FieldSplitter } from '../run/fieldSplitter';
import type { Git } from '../run/git';
import { inputLines } from '../run/inputLines';

/** What the people of a repository set on files that a program or others wrote; GitHub and GitLab read it too. */
const attributes = ['linguist-generated', 'linguist-vendored'];

/**
 * Returns the files that the repository's attributes mark as generated or vendored, because nobody's work on a goal is in
 * them. Git reads the attributes from the work tree.
 *
 * @param paths relative to the root
 * @throws {GitError} and the signal's reason
 */
export async function generatedFiles(
  git: Git,
  root: string,
  paths: Iterable<string>,
  signal?: AbortSignal,
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  const splitter = new FieldSplitter();
  const asked = ['check-attr', '-z', '--stdin', ...attributes];
  let [path, field] = ['', 0];
  for await (const chunk of git.stream(root, asked, { input: inputLines(paths, '\0'), signal })) {
    for (const part of splitter.push(chunk)) {
      // Each answer is a path, an attribute and its value.
      if (field === 0) path = part.toString();
      if (field === 2 && /^(?:set|true)$/.test(part.toString())) found.add(path);
      field = (field + 1) % 3;
    }
  }
  return found;
}
