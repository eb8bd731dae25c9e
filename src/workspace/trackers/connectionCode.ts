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
  private readonly answers: CodeAnswers;

  /** @param goalsPath the file that keeps the goals of the connection */
  constructor(
    goalsPath: string,
    private readonly connection: Connection,
    inquiry: () => Promise<CodeInquiry | undefined>,
    log: ConnectionLog,
  ) {
    this.file = new CodeAnswersFile(goalsPath, connection);
    this.answers = new CodeAnswers({
      inquiry,
      file: this.file,
      clock: systemClock,
      log: (line) => log.debug(line),
      onBug: (error) => log.bug(error),
    });
  }

  /** Everything that was told. */
  get ties(): readonly CodeTie[] {
    return this.answers.ties;
  }

  /** Loads what was kept. */
  load(): Promise<void> {
    return this.answers.load();
  }

  /** Asks; about goals, only about the connection's own. @returns whether the answers have changed */
  ask(questions: readonly CodeQuestion[], signal: AbortSignal): Promise<boolean> {
    const own = questions.filter(
      (each) => each.kind !== 'goal' || each.goal.trackerId === this.connection.id,
    );
    return this.answers.ask(own, signal);
  }

  /** Forgets the answers, on disk too. @throws the file system's errors */
  async remove(): Promise<void> {
    // A write under way would leave its file behind.
    await this.answers.ended();
    await this.file.remove();
  }
}
