import { GoalCatalog } from '../../core/catalog/goalCatalog';
import { rulesIn } from '../../core/links/referenceRules';
import { dayOf } from '../../core/report/reportPeriod';
import type { TrackerState } from '../../core/tracker/trackerState';
import { readRemotes } from '../../git/remotes/readRemotes';
import { Git } from '../../git/run/git';
import { placeOf as repositoryPlace } from '../../git/run/repositoryPlace';
import { reportSentences } from '../../presentation/report/reportSentences';
import type { ReportRecord } from '../../presentation/report/reportSchema';
import type { ReportSheet } from '../../reportPage/contract/reportSheet';
import { reportSheet } from '../../reportPage/sheet/reportSheet';
import { placeStamp } from '../../workspace/report/placeStamp';
import { readPathMap } from '../../workspace/teamPathMap';
import type { ReadReport, StagedRequest } from '../../workspace/report/readReport';
import { readRecentFirst } from '../../workspace/report/recentFirst';
import type { ReportPlace, ReportProgress, ReportRequest } from '../../workspace/report/reportRequest';
import { reportRequest } from '../askedReport';
import { recordOf, spellingIn } from '../recordOf';
import type { ReportFormat } from '../reportFormats';
import { writeReport } from '../writeReport';
import { commitsBehind } from './commitsBehind';
import type { CommitsBehind, MakingListener, ThreadRepository, ThreadRequest } from './threadMessages';

/** The last report. */
interface MadeReport {
  /** Everything the report depends on except the goals. */
  readonly stamp: string;
  readonly sheet: ReportSheet;
  readonly read: ReadReport;
  readonly record: ReportRecord;
  readonly places: readonly ReportPlace[];
  readonly language: string;
}

/** Makes reports for an editor, and keeps the last one for follow-ups: the commits behind a figure, an export. */
export class ReportMaker {
  private catalog = new GoalCatalog([]);
  private made: MadeReport | undefined;
  private readonly git: Git;

  constructor(gitPath: string) {
    this.git = new Git(() => gitPath);
  }

  /** Sets the goals that count from now on. */
  useGoals(trackers: readonly TrackerState[]): void {
    this.catalog = new GoalCatalog(trackers);
    this.made = undefined;
  }

  /** @throws {LandingError} {GitError} and the signal's reason */
  async make(
    request: ThreadRequest,
    listener: MakingListener<ReportProgress>,
    signal: AbortSignal,
  ): Promise<ReportSheet> {
    const { asked, team, now, language } = request;
    const places = await Promise.all(request.repositories.map((each) => this.placeOf(each, signal)));
    const record = (read: ReadReport): ReportRecord => recordOf(read, places, whole, language);
    const whole: StagedRequest = {
      ...reportRequest(asked, team, now),
      onProgress: listener.onProgress,
      onStage: (read) =>
        listener.onStage(reportSheet(record(read), { language, earlyOf: whole.period.from })),
    };
    const stamp = await stampOf(places, request, whole, signal);
    if (this.made?.stamp === stamp) return this.made.sheet;
    const read = await readRecentFirst(places, whole, signal);
    signal.throwIfAborted();
    const found = record(read);
    this.made = { stamp, sheet: reportSheet(found, { language }), read, record: found, places, language };
    return this.made.sheet;
  }

  /** The commits behind a figure of the last report. */
  commits(drill: string): CommitsBehind {
    const { read, places, language } = this.last();
    return commitsBehind(read, { spell: spellingIn(places, read.catalog), language }, drill);
  }

  /** The last report in one of its formats. */
  write(format: ReportFormat): Promise<string> {
    const { read, record, places, language } = this.last();
    return writeReport(read, record, places, format, language);
  }

  /** The opening sentences of the last report. */
  sentences(): string[] {
    const { record, language } = this.last();
    return reportSentences(record, language);
  }

  private last(): MadeReport {
    if (!this.made) throw new Error('No report was made.');
    return this.made;
  }

  private async placeOf(
    { root, folder, trailer, referenceTrailers }: ThreadRepository,
    signal: AbortSignal,
  ): Promise<ReportPlace> {
    const { git, catalog } = this;
    const [remotes, pathMap] = await Promise.all([readRemotes(git, root, signal), readPathMap(root)]);
    const references = catalog.in({ folder, remotes });
    const rules = rulesIn(references, { trailer, referenceTrailers });
    return { git, root, catalog, folder, references, rules, pathMap };
  }
}

/** Identifies what a report depends on; nothing in it is finer than the day it is counted on. */
async function stampOf(
  places: readonly ReportPlace[],
  { asked, team, language, repositories }: ThreadRequest,
  { branch, period, now }: ReportRequest,
  signal: AbortSignal,
): Promise<string> {
  const stamps = await Promise.all(
    places.map(async (place) => {
      const { commonDir } = await repositoryPlace(place.git, place.root, signal);
      return placeStamp(place, { commonDir }, branch, signal);
    }),
  );
  const day = dayOf(now, period.timeZone);
  return JSON.stringify([stamps, asked, team, language, repositories, day, period.from, period.to]);
}
