import { Diagnostic, DiagnosticSeverity, Range } from 'vscode';

/** A problem in one of the files a team keeps; lines and columns count from 0. */
export interface FileProblem {
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly range: {
    readonly startLine: number;
    readonly startColumn: number;
    readonly endLine: number;
    readonly endColumn: number;
  };
}

/** The problem as the Problems panel shows it. */
export function toDiagnostic({ message, range, severity }: FileProblem): Diagnostic {
  const diagnostic = new Diagnostic(
    new Range(range.startLine, range.startColumn, range.endLine, range.endColumn),
    message,
    severity === 'error' ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
  );
  diagnostic.source = 'Goal Lens';
  return diagnostic;
}
