export type LogLevel = 'debug' | 'info' | 'warning' | 'error';

export interface Logger {
  log(level: LogLevel, message: string, details?: Readonly<Record<string, unknown>>): void;
}

/** Card numbers never reach a log, whatever the caller passes. */
function redact(text: string): string {
  return text.replace(/\b(?:\d[ -]?){13,19}\b/g, '[card number]');
}

/** One JSON object per line, as the log collector reads it. */
export function jsonLogger(write: (line: string) => void, clock: () => number): Logger {
  return {
    log(level, message, details = {}) {
      const time = new Date(clock()).toISOString();
      write(redact(JSON.stringify({ time, level, message, ...details })));
    },
  };
}
