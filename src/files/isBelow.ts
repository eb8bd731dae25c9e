import { sep } from 'node:path';

/** Whether a path is below a folder; both have their links resolved. */
export function isBelow(path: string, folder: string): boolean {
  return path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
