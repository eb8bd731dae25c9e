import { languages } from 'vscode';
import type { Disposable } from '../../../core/event';
import type { Services } from '../../services';
import { CommentMarks } from './commentMarks';
import { CommitCompletions, commitDocuments, completionTriggers } from './commitCompletions';
import { CommitDiagnostics } from './commitDiagnostics';

/** Registers completion and diagnostics for commit messages. */
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
