/** The output of `goal-lens --help`. */
export const usage = `Which goal does this code serve, and how do we know?

Usage: goal-lens <command> [options]

Commands:
  goals                    the open goals, most important first
  brief [PATH|BRANCH|COMMIT|KEY]
                           the goal of a file, its lines (FILE:10-20), a branch, a commit or a key, in at most
                           400 tokens for a coding agent; of the current branch where left out
  links COMMIT|BRANCH|PATH…
                           why each is linked to goals, or that it is not
  status                   where goals come from, how old they are, and what is checked out
  report                   whether what landed follows the priorities: effort by goal, team totals only
  merge FILE…              the facts of many repositories as one list (report --format ndjson)
  check                    what the commits of a branch say about goals, for CI
  mcp                      serve goals to coding agents over standard input and output, until it is closed

Options:
  -C, --folder DIR         the folder to look at (default: the current one)
      --format text|json   how to print the answer (default: text); report: markdown, csv, html,
                           ndjson and parquet too; merge: ndjson (default) or parquet;
                           check: github, junit, azure, gitlab and sarif too
      --all                goals: closed goals and objectives too
      --export DIR         goals: writes all goals as files that any server can serve to Goal Lens
      --with-revenue       goals --export: with amounts of money, which are left out otherwise
  -b, --branch BRANCH      report: the branch (default: that of origin, else the current one)
      --weeks N            report: so many whole weeks (default: 12)
      --since D --until D  report: from one day to another (default: today), such as 2026-09-01
      --level LEVEL        report: objective, initiative (default), epic or item
      --time-zone ZONE     report: whose days and weeks (default: UTC)
      --path PATH          report: only commits that touch this file or folder
      --repo DIR           report: a repository; several are added up
  -o, --output FILE        report, check, merge: the file to write
      --base REV           check: what the commits are measured against (default: what CI says)
      --head REV           check: the last commit (default: HEAD)
      --fail-on LEVEL      check: error (default), warning or never
      --message-file FILE  check: the text that the commits are squashed into
      --workspace DIR      mcp: the folder to look at, as -C
      --verbose            say on standard error what is read
  -h, --help               this text
  -v, --version            the version

Exit codes: 0 an answer, 1 nothing linked or known, check: something found; 2 wrong usage, 3 cannot tell.

Goals come from .goals/goals.yaml and from what the VS Code extension has kept of connected trackers.
Report, check and goals --export ask the trackers for which GOAL_LENS_TOKEN_<HOST> is set, no other command does. Nothing
is changed but the files that you name.
`;
