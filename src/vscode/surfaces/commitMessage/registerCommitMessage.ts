import { languages } from 'vscode';
import type { Disposable } from '../../../core/event';
import type { Services } from '../../services';
import { CommentMarks } from './commentMarks';
import { CommitCompletions, commitDocuments, completionTriggers } from './commitCompletions';
import { CommitDiagnostics } from './commitDiagnostics';

/** Registers what helps to write a commit message: goals that complete it, and what is wrong with its tags. */
export function registerCommitMessage(services: Services): Disposable[] {
  const comments = new CommentMarks(services.git, services.log);
  return [
    languages.registerCompletionItemProvider(
      commitDocuments,
      new CommitCompletions(services, comments),
      ...completionTriggers,
    ),
    new CommitDiagnostics(services, comments),
  ];
}
