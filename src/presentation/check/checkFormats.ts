import * as l10n from '@vscode/l10n';
import { counted } from '../../core/counted';
import { inline } from '../markdownInline';
import { checkSummary, type CheckLine, type CheckReport } from './checkReport';

/** GitHub shows at most ten annotations per kind and step (https://github.com/actions/toolkit/issues/734). */
const maxAnnotations = 9;

/** A check result for a terminal. */
export function checkText(report: CheckReport): string {
  const lines = report.findings.map(
    ({ severity, rule, commit, subject, text }) =>
      `${severity.padEnd(7)}  ${rule.padEnd(17)}  ${commit === null ? '' : `${commit.slice(0, 7)} ${subject ?? ''}: `}${text}`,
  );
  const declared = report.declared.map(({ commit, subject, reason }) =>
    [`${commit.slice(0, 7)} ${subject}`, l10n.t('declares that it serves no goal'), reason]
      .filter(Boolean)
      .join(': '),
  );
  return `${[...lines, ...declared, checkSummary(report)].join('\n')}\n`;
}

/** A check result in Markdown, for a job summary. */
export function checkMarkdown(report: CheckReport): string {
  const rows = report.findings.map(
    ({ severity, rule, commit, subject, text }) =>
      `| ${[severity, rule, commit?.slice(0, 7) ?? '', subject ?? '', text].map((cell) => inline(cell, 300)).join(' | ')} |`,
  );
  const head = [
    l10n.t('Severity'),
    l10n.t('Rule'),
    l10n.t('Commit'),
    l10n.t('Subject'),
    l10n.t('What to do'),
  ];
  const table =
    rows.length === 0 ? [] : [`| ${head.join(' | ')} |`, '| --- | --- | --- | --- | --- |', ...rows];
  const declared = report.declared.map(
    ({ commit, subject, reason }) =>
      `- ${commit.slice(0, 7)} ${inline(subject, 120)}: ${inline(reason, 200)}`,
  );
  return [
    `### ${l10n.t('Goals of these commits')}`,
    inline(checkSummary(report), 300),
    ...(table.length > 0 ? [table.join('\n')] : []),
    ...(declared.length > 0 ? [l10n.t('Declared to serve no goal:'), declared.join('\n')] : []),
    '',
  ].join('\n\n');
}

/** Workflow commands for GitHub Actions: errors first, and how many more there are. */
export function checkGithub(report: CheckReport): string {
  const lines = (['error', 'warning'] as const).flatMap((severity) => {
    const of = report.findings.filter((each) => each.severity === severity);
    const more = of.length - maxAnnotations;
    return [
      ...of
        .slice(0, maxAnnotations)
        .map((line) => `::${severity} title=${githubProperty(titleOf(line))}::${githubData(line.text)}`),
      ...(more > 0
        ? [`::${severity}::${githubData(l10n.t('And {0} more, in the summary of the job.', more))}`]
        : []),
    ];
  });
  return `${[...lines, checkSummary(report)].join('\n')}\n`;
}

/** Logging commands for Azure Pipelines. */
export function checkAzure(report: CheckReport): string {
  const lines = report.findings.map(
    (line) =>
      `##vso[task.logissue type=${line.severity};code=${line.rule};]${azureData(`${titleOf(line)}: ${line.text}`)}`,
  );
  return `${[...lines, checkSummary(report)].join('\n')}\n`;
}

/** A GitLab code quality report. */
export function checkGitlab({ findings }: CheckReport): string {
  const issues = findings.map((line) => ({
    description: `${titleOf(line)}: ${line.text}`,
    check_name: line.rule,
    fingerprint: line.fingerprint,
    severity: line.severity === 'error' ? 'major' : 'minor',
    location: { path: line.path ?? '.goals/goals.yaml', lines: { begin: 1 } },
  }));
  return `${JSON.stringify(issues, undefined, 2)}\n`;
}

/** A SARIF 2.1.0 log. */
export function checkSarif({ findings }: CheckReport, version: string): string {
  const rules = [...new Set(findings.map(({ rule }) => rule))].map((id) => ({ id }));
  const results = findings.map((line) => ({
    ruleId: line.rule,
    level: line.severity,
    message: { text: `${titleOf(line)}: ${line.text}` },
    partialFingerprints: { 'goalLens/v1': line.fingerprint },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: encodeURI(line.path ?? '.goals/goals.yaml') },
          region: { startLine: 1 },
        },
      },
    ],
  }));
  const driver = {
    name: 'goal-lens',
    version,
    informationUri: 'https://github.com/goal-lens/goal-lens',
    rules,
  };
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver }, results }],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

/** A JUnit XML report, which GitLab and others show next to test results: commits have no file. */
export function checkJunit({ findings, checked, errors, warnings }: CheckReport): string {
  const cases = findings.map(
    (line) =>
      `    <testcase classname="${xml(line.rule)}" name="${xml(titleOf(line))}">\n` +
      `      <failure type="${line.severity}" message="${xml(line.text)}"/>\n    </testcase>`,
  );
  const passed =
    cases.length > 0
      ? []
      : [
          `    <testcase classname="goal-lens" name="${xml(counted(checked, { one: l10n.t('{0} commit', checked), other: l10n.t('{0} commits', checked) }))}"/>`,
        ];
  const count = Math.max(1, findings.length);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites tests="${count}" failures="${errors + warnings}">`,
    `  <testsuite name="goal-lens check" tests="${count}" failures="${errors + warnings}">`,
    ...cases,
    ...passed,
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}

function titleOf({ commit, subject, rule }: CheckLine): string {
  return commit === null ? rule : `${commit.slice(0, 7)} ${subject ?? ''}`.trim();
}

// https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts
function githubData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function githubProperty(text: string): string {
  return githubData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

// https://github.com/microsoft/azure-pipelines-task-lib/blob/master/node/taskcommand.ts
function azureData(text: string): string {
  return text.replaceAll('%', '%AZP25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function xml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
