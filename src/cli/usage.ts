/** What `goal-lens --help` prints. */
export const usage = `Which goal does this code serve, and how do we know?

Usage: goal-lens <command> [options]

Commands:
  goals                    the open goals, most important first
  brief [PATH|BRANCH|KEY]  the goal of a file, a branch or a key; of the current branch where left out
  links COMMIT|BRANCH|PATH…
                           why each is linked to goals, or that it is not
  status                   where goals come from, how old they are, and what is checked out

Options:
  -C, --folder DIR         the folder to look at (default: the current one)
      --format text|json   how to print the answer (default: text)
      --all                goals: closed goals and objectives too
      --verbose            say on standard error what is read
  -h, --help               this text
  -v, --version            the version

Exit codes: 0 an answer, 1 nothing linked or known, 2 wrong usage, 3 cannot tell.

Goals come from .goals/goals.yaml and from what the VS Code extension has kept of connected trackers.
No tracker is asked, and nothing is changed.
`;
