import { parse } from 'yaml';
import * as z from 'zod';
import { checkRules, severities } from '../../core/check/checkRules';
import { levels } from '../../core/goal/goal';
import { isKey } from '../../core/references/goalKeys';
import { isTimeZone, maxWeeks } from '../../core/report/reportPeriod';
import { parseYaml } from '../goalsFile/parseYaml';
import { defined, type Defined } from '../record/defined';
import { line, list, word } from '../record/fieldSchemas';

const whole = (least: number, most: number) =>
  z
    .int({ error: `must be a whole number from ${least} to ${most}` })
    .min(least, { error: `must be ${least} or more` })
    .max(most, { error: `must be ${most} or less` });

const share = z
  .union(
    [
      z.number().min(0).max(1),
      z
        .string()
        .regex(/^\s*(100(\.0+)?|\d{1,2}(\.\d{1,4})?)\s*%\s*$/)
        .transform((text) => parseFloat(text) / 100),
    ],
    { error: 'must be a share: 0.5 or "50%"' },
  )
  .meta({ examples: ['50%', 0.5] });

const rules = z
  .strictObject(
    Object.fromEntries(
      checkRules.map((rule) => [
        rule,
        z.enum(severities, { error: `must be one of ${severities.join(', ')}` }).optional(),
      ]),
    ),
    { error: `must be a map with ${checkRules.join(', ')}` },
  )
  .meta({ description: 'How much each rule of “goal-lens check” weighs.' });

/** The contents of a team's `.goals/report.yaml`. */
const reportFileSchema = z
  .strictObject({
    branch: line(255).describe('The branch whose landings count.').optional(),
    weeks: whole(1, maxWeeks).describe('So many whole weeks. Default: 12.').optional(),
    timeZone: line(60)
      .refine(isTimeZone, { error: 'must be a time zone such as UTC or Europe/Berlin' })
      .describe('Whose days and weeks. Default: UTC.')
      .optional(),
    level: word(z.enum(levels, { error: `must be one of ${levels.join(', ')}` }))
      .describe('The level that effort is listed by. Default: initiative.')
      .optional(),
    staleDays: whole(1, 365)
      .describe('After so many days without a landing an urgent goal is stale. Default: 14.')
      .optional(),
    bots: list(line(200), 200, '[renovate@shop.example]')
      .describe('Names or addresses of bots, beside those with [bot] in them.')
      .optional(),
    targets: z
      .record(line(64).refine(isKey, { error: 'must be P1 to P4 or the key of a goal' }), share, {
        error: 'must be a map such as { P1: 50% }',
      })
      .refine((targets) => Object.values(targets).reduce((sum, each) => sum + each, 0) <= 1 + 1e-9, {
        error: 'must not be more than 100% together',
      })
      .describe('What you want effort to go to, by P1 to P4 or by the key of a goal.')
      .optional(),
    rules: rules.optional(),
  })
  .meta({
    title: 'Goal Lens report file',
    description: 'How a team counts and what it checks: .goals/report.yaml.',
  });

/** What a team says about its report and its checks. */
export type ReportFile = Defined<z.output<typeof reportFileSchema>>;

/** A report file that cannot be used; the message names the field and what is possible. */
export interface ReportFileFault {
  readonly message: string;
}

const maxFaults = 3;
const maxNames = 5;
const maxNameLength = 64;

/** Reads a report file. A file with any mistake is not used at all: a check must not pass because of a typing error. */
export function parseReportFile(text: string): ReportFile | ReportFileFault {
  // The library calls itself for each level, so it gets nothing that is nested too deeply.
  if (parseYaml(text).faults.some(({ code }) => code === 'RESOURCE_EXHAUSTION')) {
    return { message: '.goals/report.yaml is nested too deeply. Write one name and its value a line.' };
  }
  let value: unknown;
  try {
    value = parse(text, {
      schema: 'core',
      version: '1.2',
      merge: false,
      maxAliasCount: 0,
      logLevel: 'error',
    });
  } catch (error) {
    const [reason = ''] = (error instanceof Error ? error.message : String(error)).split(/:?\n/);
    return { message: `.goals/report.yaml is not valid YAML: ${reason}.` };
  }
  const result = reportFileSchema.safeParse(value ?? {});
  if (result.success) return defined(result.data);
  const faults = result.error.issues.slice(0, maxFaults).map(({ path, message, code, ...issue }) => {
    const name = path.map(String).join('.');
    if (code === 'unrecognized_keys' && 'keys' in issue) {
      return `${[name, listOf(issue.keys)].filter(Boolean).join('.')} is not a field it has`;
    }
    return `${name || 'it'} ${message}`;
  });
  return { message: `.goals/report.yaml cannot be used: ${faults.join('; ')}.` };
}

function listOf(names: readonly string[]): string {
  const shown = names.slice(0, maxNames).map((name) => name.slice(0, maxNameLength));
  return shown.join(', ') + (names.length > maxNames ? ', …' : '');
}

/** The JSON schema (draft 7) of a report file. */
export function reportFileJsonSchema(): object {
  return z.toJSONSchema(reportFileSchema, { io: 'input', target: 'draft-7', unrepresentable: 'any' });
}
