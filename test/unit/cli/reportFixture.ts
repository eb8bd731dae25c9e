import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ReportRecord } from '../../../src/presentation/report/reportSchema';
import { GitRepositoryFixture } from '../../support/gitRepository';
import { importLandings } from '../git/landing/landingFixture';
import { goalsFile, reportCommits, runReport, type ReportRun } from './reportRun';

/** A repository with goals and landings, and a person's folder without settings. */
export class ReportFixture {
  readonly repository = new GitRepositoryFixture();
  readonly home = mkdtempSync(join(tmpdir(), 'goal-lens-home-'));

  constructor() {
    importLandings(this.repository.root, reportCommits);
    this.repository.git('reset', '--quiet', '--hard', 'main');
    this.repository.write('.goals/goals.yaml', goalsFile);
  }

  /** Runs `goal-lens report` there. */
  run(...args: string[]): Promise<ReportRun> {
    return this.runIn(this.repository.root, ...args);
  }

  /** Runs `goal-lens report` elsewhere. */
  runIn(cwd: string, ...args: string[]): Promise<ReportRun> {
    return runReport(cwd, this.home, args);
  }

  /** The report on the four weeks with landings. */
  async record(...args: string[]): Promise<ReportRecord> {
    const { exitCode, out } = await this.run('--weeks', '4', ...args, '--format', 'json');
    assert.equal(exitCode, 0);
    return JSON.parse(out) as ReportRecord;
  }

  remove(): void {
    this.repository.remove();
    rmSync(this.home, { recursive: true, force: true });
  }
}
