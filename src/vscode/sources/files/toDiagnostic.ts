import { Diagnostic, DiagnosticSeverity, Range } from 'vscode';

/** A problem in one of a team's files; lines and columns are zero-based. */
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

/** Converts a problem for the Problems panel. */
export function toDiagnostic({ message, range, severity }: FileProblem): Diagnostic {
  const diagnostic = new Diagnostic(
    new Range(range.startLine, range.startColumn, range.endLine, range.endColumn),
    message,
    severity === 'error' ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
  );
  diagnostic.source = 'Goal Lens';
  return diagnostic;
}
