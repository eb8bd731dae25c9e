// @ts-check
import { readdirSync, readFileSync } from 'node:fs';
import { heapMegabytes } from './heap.mjs';

/**
 * @typedef {object} Resources What the extension host holds.
 * @property {number} heap In MB, after a collection.
 * @property {number} handles What keeps Node.js's loop alive: sockets, timers, processes, watchers of its own.
 * @property {number} files Open file descriptors; NaN where the system does not tell.
 * @property {number} watches Folders watched by the host and by VS Code for it; NaN where the system does not tell.
 */

/** @returns {Resources} */
export function resources() {
  return {
    heap: heapMegabytes(),
    handles: process.getActiveResourcesInfo().length,
    files: countOf(() => readdirSync('/proc/self/fd').length),
    watches: countOf(watches),
  };
}

/** The watches of this process, its parent, and the parent's other children, one of which is the file watcher. */
function watches() {
  let count = 0;
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const isNear = Number(pid) === process.ppid || parentOf(pid) === process.ppid;
      if (!isNear) continue;
      for (const file of readdirSync(`/proc/${pid}/fdinfo`)) {
        const info = readFileSync(`/proc/${pid}/fdinfo/${file}`, 'utf8');
        count += info.match(/^inotify wd:/gm)?.length ?? 0;
      }
    } catch {
      // The process has ended meanwhile.
    }
  }
  return count;
}

/** @param {string} pid */
function parentOf(pid) {
  return Number(/^PPid:\s*(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
}

/** @param {() => number} count */
function countOf(count) {
  try {
    return count();
  } catch {
    return NaN;
  }
}
