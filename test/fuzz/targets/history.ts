import { decodeHistory, encodeHistory } from '../../../src/git/history/historyCodec';

/** A kept history is read or refused; what is read can be kept again. */
export async function fuzz(data: Buffer): Promise<void> {
  const history = await decodeHistory(data).catch((error: unknown) => {
    if (error instanceof Error) return undefined;
    throw new Error(`Not an error: ${String(error)}`);
  });
  if (history) await decodeHistory(await encodeHistory(history));
}
