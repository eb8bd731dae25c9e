import { join } from 'node:path';
import { readBounded, type BoundedRead } from '../files/readBounded';

/** A team's file as read, or why it cannot be read. */
export type TeamFile = BoundedRead | { readonly kind: 'unreadable'; readonly reason: string };

/** Reads a file that a team keeps in a folder, of at most `maxBytes`. */
export async function readTeamFile(root: string, path: string, maxBytes: number): Promise<TeamFile> {
  try {
    return await readBounded(join(root, path), root, maxBytes);
  } catch (error) {
    return { kind: 'unreadable', reason: error instanceof Error ? error.message : String(error) };
  }
}
