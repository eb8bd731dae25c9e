/** What VS Code's secret storage offers for this. */
interface Secrets {
  delete(key: string): PromiseLike<void>;
  /** From VS Code 1.105 on. */
  keys?(): PromiseLike<readonly string[]>;
}

/**
 * The names of all secrets below a prefix, each once and in small letters: in versions in which case told accounts apart
 * each spelling had a secret of its own. None where VS Code does not list them.
 */
export async function secretNames(secrets: Secrets, prefix: string): Promise<string[]> {
  const keys = await keysBelow(secrets, prefix);
  return [...new Set(keys.map((key) => key.slice(prefix.length).toLowerCase()))];
}

/** Deletes the secret of a name in small letters, and those of its other spellings, which no setting may have any more. */
export async function deleteSecret(secrets: Secrets, prefix: string, name: string): Promise<void> {
  const own = prefix + name;
  await secrets.delete(own);
  for (const key of await keysBelow(secrets, prefix)) {
    if (key !== own && key.slice(prefix.length).toLowerCase() === name) await secrets.delete(key);
  }
}

async function keysBelow(secrets: Secrets, prefix: string): Promise<readonly string[]> {
  try {
    return ((await secrets.keys?.()) ?? []).filter((key) => key.startsWith(prefix));
  } catch {
    // While this was a proposal, only some extensions could use it.
    return [];
  }
}
