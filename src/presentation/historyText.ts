import * as l10n from '@vscode/l10n';
import { counted } from '../core/counted';
import { ageText } from './ageText';
import { agoText } from './targetText';
import type { TextOptions } from './textOptions';

/** The history of a goal, ready to show. */
export interface HistoryText {
  readonly commits: readonly {
    readonly sha: string;
    readonly subject: string;
    /** "2 days ago". */
    readonly when: string;
    /** "2d". */
    readonly age: string;
  }[];
  readonly files: readonly {
    readonly path: string;
    readonly name: string;
    /** With forward slashes; empty at the top. */
    readonly folder: string;
    /** "4 commits". */
    readonly commits: string;
  }[];
}

/** A goal's latest commits (times in epoch seconds) and its most touched files, in words. */
export function historyText(
  commits: readonly { readonly sha: string; readonly subject: string; readonly time: number }[],
  files: readonly { readonly path: string; readonly commits: number }[],
  options: TextOptions,
): HistoryText {
  return {
    commits: commits.map(({ sha, subject, time }) => ({
      sha,
      subject,
      when: agoText(time * 1000, options),
      age: ageText(time * 1000, options),
    })),
    files: files.map(({ path, commits: count }) => ({
      path,
      name: path.slice(path.lastIndexOf('/') + 1),
      folder: path.slice(0, Math.max(0, path.lastIndexOf('/'))),
      commits: counted(count, { one: l10n.t('{0} commit', count), other: l10n.t('{0} commits', count) }),
    })),
  };
}
