const forms = [
  /^Merge (?:remote-tracking )?branch(?:es)? '([^']{1,255})'/,
  /^Merge pull request #\d+ from (?:[\w.-]{1,100}\/)?(\S{1,255})$/,
  /^Merged in (\S{1,255}) \(pull request #\d+\)/,
  /^Merge pull request #\d+ in \S+ from (\S{1,255}) to \S+$/,
];

/** The branch that a merge names in its subject, as worded by git, GitHub, GitLab and Bitbucket. */
export function mergedBranch(subject: string): string | undefined {
  if (!subject.startsWith('Merge')) return undefined;
  const line = subject.slice(0, 600);
  for (const form of forms) {
    const branch = form.exec(line)?.[1];
    if (branch !== undefined) return branch.replace(/^(?:origin|upstream)\//, '');
  }
  return undefined;
}
