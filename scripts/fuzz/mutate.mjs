// @ts-check

const maxLength = 20_000;
/** What every object has, though nobody has written it there. */
const members = ['constructor', '__proto__', 'toString', 'hasOwnProperty'];

/**
 * Makes another input from one or two in the corpus.
 * @param {readonly Buffer[]} corpus
 * @param {() => number} random 0 to 1
 */
export function mutate(corpus, random) {
  /** @param {number} below */
  const upTo = (below) => Math.floor(random() * below);
  const pick = () => corpus[upTo(corpus.length)] ?? Buffer.alloc(0);
  let bytes = Buffer.from(pick());
  for (let left = 1 + upTo(4); left > 0; left -= 1) {
    const at = upTo(bytes.length + 1);
    const end = at + upTo(Math.min(64, bytes.length - at) + 1);
    const before = bytes.subarray(0, at);
    const slice = bytes.subarray(at, end);
    const other = pick();
    const from = upTo(other.length + 1);
    const changes = [
      () => [before, bytes.subarray(end)],
      () => [before, Buffer.of(upTo(256)), bytes.subarray(at)],
      () => [before, Buffer.of(upTo(256)), bytes.subarray(at + 1)],
      () => [before, other.subarray(from, from + upTo(64)), bytes.subarray(at)],
      () => [before, other.subarray(from)],
      () => [before, slice, bytes.subarray(at)],
      () => [before, Buffer.from(members[upTo(members.length)] ?? ''), bytes.subarray(end)],
      // Superlinear growth shows only if something is repeated often.
      () => [before, ...Array(2 ** (1 + upTo(12))).fill(slice.subarray(0, 8)), bytes.subarray(end)],
    ];
    bytes = Buffer.concat(changes[upTo(changes.length)]?.() ?? []).subarray(0, maxLength);
  }
  return bytes;
}
