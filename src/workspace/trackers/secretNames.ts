/** What VS Code's secret storage offers for this. */
interface Secrets {
  delete(key: string): PromiseLike<void>;
  /** From VS Code 1.105 on. */
  keys?(): PromiseLike<readonly string[]>;
}

/**
 * Deletes the secret of a name in small letters, and those of its other spellings: in versions in which case told
 * accounts apart each had its own, and no setting may spell it so any more.
 */
export async function deleteSecret(secrets: Secrets, prefix: string, name: string): Promise<void> {
  const own = prefix + name;
  await secrets.delete(own);
  for (const key of await keysOf(secrets)) {
    const isOther = key !== own && key.startsWith(prefix);
    if (isOther && key.slice(prefix.length).toLowerCase() === name) await secrets.delete(key);
  }
}

/** All keys; none where VS Code does not list them. */
async function keysOf(secrets: Secrets): Promise<readonly string[]> {
  try {
    return (await secrets.keys?.()) ?? [];
  } catch {
    // While this was a proposal, only some extensions could use it.
    return [];
  }
}
