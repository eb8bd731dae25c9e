/**
 * Loads and starts something once, on first use. Where it could not be loaded, the next use tries again; where it was
 * loaded and then failed, it does not, as half of it may be running.
 */
export function startOnce<Loaded, Started>(
  load: () => Promise<Loaded>,
  start: (loaded: Loaded) => Started | Promise<Started>,
): () => Promise<Started> {
  let started: Promise<Started> | undefined;
  const begin = async (): Promise<Started> => {
    let loaded: Loaded;
    try {
      loaded = await load();
    } catch (error) {
      started = undefined;
      throw error;
    }
    return start(loaded);
  };
  return () => (started ??= begin());
}
