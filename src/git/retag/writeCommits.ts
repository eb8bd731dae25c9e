import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import type { Git } from '../run/git';

/** How a repository names its objects. */
export type ObjectFormat = 'sha1' | 'sha256';

const packVersion = 2;
const commitType = 1;

/** The object format of the repository that this id comes from. */
export function objectFormatOf(id: string): ObjectFormat {
  return id.length === 40 ? 'sha1' : 'sha256';
}

/** The id that git gives to a commit with this content. */
export function commitIdOf(content: Buffer, format: ObjectFormat): string {
  return createHash(format).update(`commit ${content.length}\0`).update(content).digest('hex');
}

/**
 * Writes commits into the repository byte for byte, all at once, as a pack that git unpacks.
 *
 * @throws {GitError} if git fails
 */
export async function writeCommits(
  git: Git,
  root: string,
  contents: readonly Buffer[],
  format: ObjectFormat,
  signal: AbortSignal,
): Promise<void> {
  await git.run(root, ['unpack-objects', '-q'], { input: packOf(contents, format), signal });
}

function packOf(contents: readonly Buffer[], format: ObjectFormat): Buffer {
  const header = Buffer.from('PACK\0\0\0\0\0\0\0\0');
  header.writeUInt32BE(packVersion, 4);
  header.writeUInt32BE(contents.length, 8);
  const objects = contents.flatMap((content) => [entryHeader(content.length), deflateSync(content)]);
  const pack = Buffer.concat([header, ...objects]);
  return Buffer.concat([pack, createHash(format).update(pack).digest()]);
}

/** Type and size as a pack has them: four bits of the size, then seven to a byte, while the top bit says "more". */
function entryHeader(size: number): Buffer {
  const bytes: number[] = [];
  let byte = (commitType << 4) | (size & 0x0f);
  for (let rest = Math.floor(size / 16); rest > 0; rest = Math.floor(rest / 128)) {
    bytes.push(byte | 0x80);
    byte = rest & 0x7f;
  }
  bytes.push(byte);
  return Buffer.from(bytes);
}
