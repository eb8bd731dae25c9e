import { createHash } from 'node:crypto';
import program from './hook.sh';

/** The version of the hook's text, raised with every change. */
export const hookVersion = 4;

const shebang = '#!/bin/sh\n';
const marker = /^#!\/bin\/sh\n# Goal Lens commit hook, version (\d{1,6}), text ([0-9a-f]{16})\n/;

const hookBody = program.slice(shebang.length);

/** The hook: POSIX sh that needs git and the usual small tools (sed, awk, tr, grep, cat, cp, mv, rm, tail). */
export const hookScript = `${shebang}# Goal Lens commit hook, version ${hookVersion}, text ${digest(hookBody)}\n${hookBody}`;

/** What our marker in a file tells about it. */
export interface HookMark {
  readonly version: number;
  /** Whether everything below the marker is as we wrote it. */
  readonly isIntact: boolean;
}

/** Reads our marker, of any version; undefined if the text is not ours. */
export function readHookMark(text: string): HookMark | undefined {
  const match = marker.exec(text);
  if (!match) return undefined;
  return { version: Number(match[1]), isIntact: digest(text.slice(match[0].length)) === match[2] };
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
