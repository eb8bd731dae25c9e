import { promisify } from 'node:util';
import { deflate, inflate } from 'node:zlib';
import { checkColumns } from './checkColumns';
import { checkFacts } from './checkFacts';
import type { CommitColumns } from './commitColumns';
import type { StoredHistory } from './storedHistory';

/**
 * Part of the file's name, so that older and newer versions of Goal Lens do not take each other's files for damaged.
 */
export const formatVersion = 4;
/** How much of a file tells its age, in bytes: the magic, the version and the time. */
export const headerBytes = 16;

const magic = Buffer.from('GLHI');
const maxInflated = 1024 * 1024 * 1024;
const fastest = 1;
/** The furthest from 1970 that a date can be, in milliseconds. */
const furthest = 8.64e15;

/** What is stored beside the columns, as JSON. */
type Meta = Omit<StoredHistory, 'columns' | 'readAt'> & Pick<CommitColumns, 'count' | 'shaBytes'>;

/** Encodes a history. Numbers are in this machine's byte order, as the file never leaves it. */
export async function encodeHistory(history: StoredHistory): Promise<Buffer> {
  const { readAt, tips, walked, notes, borders, commits, columns } = history;
  const { count, shaBytes } = columns;
  const meta: Meta = { tips, walked, notes, borders, commits, count, shaBytes };
  const parts = [
    Buffer.from(JSON.stringify(meta)),
    columns.shas,
    bytesOf(columns.times),
    columns.subjects,
    bytesOf(columns.subjectEnds),
    bytesOf(columns.candidates),
    bytesOf(columns.candidateEnds),
    bytesOf(columns.paths),
    bytesOf(columns.pathEnds),
    columns.isPathsRead,
    // Neither terms nor paths contain NUL.
    Buffer.from(columns.terms.join('\0')),
    Buffer.from(columns.files.join('\0')),
  ];
  const payload = Buffer.concat(parts.flatMap((part) => [lengthOf(part), part]));
  const header = Buffer.alloc(headerBytes);
  magic.copy(header);
  header.writeUInt32LE(formatVersion, 4);
  header.writeDoubleLE(readAt, 8);
  // The compressed bytes end with a checksum.
  return Buffer.concat([header, await promisify(deflate)(payload, { level: fastest })]);
}

/**
 * The time in a header, in milliseconds since 1970; undefined if the header is not ours, or is damaged so that it tells
 * no time. No checksum covers it: another time than the right one only lets a file be written once more, or once less.
 */
export function readAtOf(header: Buffer): number | undefined {
  if (header.length < headerBytes || !header.subarray(0, 4).equals(magic)) return undefined;
  const readAt = header.readDoubleLE(8);
  const isTime = Math.abs(readAt) <= furthest;
  return isTime && header.readUInt32LE(4) === formatVersion ? readAt : undefined;
}

/** Decodes a history. @throws {Error} of any kind if the bytes are damaged */
export async function decodeHistory(file: Buffer): Promise<StoredHistory> {
  const readAt = readAtOf(file);
  if (readAt === undefined) throw new Error('It does not start as a history does.');
  const options = { maxOutputLength: maxInflated };
  const payload = await promisify(inflate)(file.subarray(headerBytes), options);
  let at = 0;
  const next = (): Buffer => {
    const length = payload.readUInt32LE(at);
    const part = payload.subarray(at + 4, at + 4 + length);
    if (part.length !== length) throw new Error('It ends too soon.');
    at += 4 + length;
    return part;
  };
  const { count, shaBytes, ...meta } = JSON.parse(next().toString()) as Meta;
  const columns: CommitColumns = {
    count,
    shaBytes,
    shas: Buffer.from(next()),
    times: new Float64Array(copyOf(next())),
    subjects: Buffer.from(next()),
    subjectEnds: new Uint32Array(copyOf(next())),
    candidates: new Uint32Array(copyOf(next())),
    candidateEnds: new Uint32Array(copyOf(next())),
    paths: new Uint32Array(copyOf(next())),
    pathEnds: new Uint32Array(copyOf(next())),
    isPathsRead: Uint8Array.from(next()),
    terms: stringsOf(next()),
    files: stringsOf(next()),
  };
  checkFacts(meta);
  checkColumns(columns);
  return { ...meta, readAt, columns };
}

function bytesOf({ buffer, byteOffset, byteLength }: Uint32Array | Float64Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

function lengthOf(part: Uint8Array): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(part.length);
  return length;
}

/** Bytes copied to the start of a buffer of their own, from which numbers can be read. */
function copyOf(part: Buffer): ArrayBuffer {
  return new Uint8Array(part).buffer;
}

function stringsOf(part: Buffer): string[] {
  return part.length === 0 ? [] : part.toString().split('\0');
}
