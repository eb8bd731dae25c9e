import type { GoalsFileParser } from './goalsFileParser';

/** Parses goals files on the calling thread, for programs that have nothing else to do meanwhile. */
export const directGoalsFileParser: GoalsFileParser = {
  async parse(text, trackerId, signal) {
    // The parser brings the YAML and schema libraries along.
    const { parseGoalsFile } = await import('./parseGoalsFile');
    signal?.throwIfAborted();
    return parseGoalsFile(text, trackerId);
  },
};
