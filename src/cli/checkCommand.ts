import { readFileSync } from 'node:fs';
import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { defaultSeverities } from '../core/check/checkRules';
import {
  checkAzure,
  checkGithub,
  checkGitlab,
  checkJunit,
  checkMarkdown,
  checkSarif,
  checkText,
} from '../presentation/check/checkFormats';
import { checkReport, type CheckReport } from '../presentation/check/checkReport';
import { oneLine } from '../presentation/oneLine';
import type { Workspace } from '../workspace/workspace';
import type { CheckOptions } from './checkLine';
import { exitCodes, type ExitCode } from './exitCodes';
import { baseOf } from './pipeline';
import { teamSettings } from './teamSettings';
import { UsageError } from './usageError';

/** The environment in which a check runs. */
export interface CheckPlace {
  readonly cwd: string;
  readonly version: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

const maxMessage = 1024 * 1024;

/**
 * `goal-lens check`: what a branch's commits say about goals. Fails if there is a finding at least as severe as
 * `--fail-on`.
 *
 * @throws {UsageError} {LandingError} {GitError}
 */
export async function checkCommand(
  workspace: Workspace,
  line: CheckOptions,
  place: CheckPlace,
): Promise<{ readonly text: string; readonly exitCode: ExitCode }> {
  const base = line.base ?? baseOf(place.env);
  if (base === undefined) {
    throw new UsageError(
      'Name what the commits are measured against with --base, such as --base origin/main.',
    );
  }
  // A pull request must not change the rules it is checked by.
  const { bots = [], rules = {} } = await teamSettings(workspace, base);
  const unread = workspace.catalog.trackers.find(({ fault, goals }) => fault && goals.length === 0);
  if (unread) {
    const text = `${oneLine(`${unread.name}: ${unread.fault?.message}`)}\n`;
    return { text, exitCode: exitCodes.cannotTell };
  }
  const message = line.messageFile === undefined ? undefined : await readMessage(line.messageFile, place.cwd);
  const given = Object.fromEntries(Object.entries(rules).filter(([, severity]) => severity !== undefined));
  const severities = { ...defaultSeverities, ...given };
  const read = await workspace.check({ base, head: line.head ?? 'HEAD', bots, message, severities });
  if (!read)
    throw new UsageError('There is no git repository here. Run it in one, or name its folder with -C.');
  const report = checkReport(read, workspace.rules.trailer);
  const summary = checkMarkdown(report);
  const write: Record<CheckOptions['format'], () => string | Promise<string>> = {
    text: () => checkText(report),
    json: () => `${JSON.stringify(report, undefined, 2)}\n`,
    github: async () => {
      const file = place.env['GITHUB_STEP_SUMMARY'];
      if (file) await appendFile(file, `${summary}\n`);
      return checkGithub(report);
    },
    azure: async () => checkAzure(report) + (await uploadSummary(summary, place)),
    junit: () => checkJunit(report),
    gitlab: () => checkGitlab(report),
    sarif: () => checkSarif(report, place.version),
  };
  return { text: await write[line.format](), exitCode: exitCodeOf(report, line.failOn) };
}

async function readMessage(file: string, cwd: string): Promise<string> {
  try {
    // On every system, 0 is standard input.
    const text = file === '-' ? readFileSync(0, 'utf8') : await readFile(resolve(cwd, file), 'utf8');
    return text.slice(0, maxMessage);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`“${file}” cannot be read: ${reason}.`);
  }
}

async function uploadSummary(summary: string, { env }: CheckPlace): Promise<string> {
  const folder = env['AGENT_TEMPDIRECTORY'];
  if (!folder) return '';
  const file = join(folder, 'goal-lens-check.md');
  await writeFile(file, summary);
  return `##vso[task.uploadsummary]${file}\n`;
}

function exitCodeOf({ errors, warnings }: CheckReport, failOn: CheckOptions['failOn']): ExitCode {
  if (failOn === 'never') return exitCodes.ok;
  return errors > 0 || (failOn === 'warning' && warnings > 0) ? exitCodes.nothing : exitCodes.ok;
}
