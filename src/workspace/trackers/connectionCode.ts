import { systemClock } from '../../core/clock';
import type { CodeTie } from '../../core/goal/codeLink';
import type { Connection } from '../../trackers/connection/connection';
import type { CodeInquiry, CodeQuestion } from '../../trackers/port/codeInquiry';
import { CodeAnswers } from '../../trackers/sync/codeAnswers';
import { CodeAnswersFile } from '../../trackers/sync/codeAnswersFile';
import type { ConnectionLog } from './connectionLog';

/** What one tracker tells of code only when asked; nothing for a tracker that does not. */
export class ConnectionCode {
  private readonly file: CodeAnswersFile;
  private answers: CodeAnswers | undefined;

  /** @param goalsPath the file that keeps the goals of the connection */
  constructor(
    goalsPath: string,
    private readonly connection: Connection,
    private readonly log: ConnectionLog,
  ) {
    this.file = new CodeAnswersFile(goalsPath, connection);
  }

  /** Everything that was told; undefined for a tracker that does not tell. */
  get ties(): readonly CodeTie[] | undefined {
    return this.answers?.ties;
  }

  /** Asks through this tracker from now on. */
  use(inquiry: CodeInquiry): void {
    this.answers = new CodeAnswers({
      inquiry,
      file: this.file,
      clock: systemClock,
      log: (line) => this.log.debug(line),
      onBug: (error) => this.log.bug(error),
    });
  }

  /** Loads what was kept. */
  async load(): Promise<void> {
    await this.answers?.load();
  }

  /** Asks; about goals, only about the connection's own. @returns whether the answers have changed */
  async ask(questions: readonly CodeQuestion[], signal: AbortSignal): Promise<boolean> {
    const own = questions.filter(
      (each) => each.kind !== 'goal' || each.goal.trackerId === this.connection.id,
    );
    return (await this.answers?.ask(own, signal)) === true;
  }

  /** Forgets the answers, on disk too. @throws the file system's errors */
  async remove(): Promise<void> {
    // A write under way would leave its file behind.
    await this.answers?.ended();
    await this.file.remove();
  }
}
