import { authentication } from 'vscode';

/**
 * The scopes needed to read issues, their fields and projects:
 * https://docs.github.com/apps/oauth-apps/building-oauth-apps/scopes-for-oauth-apps
 */
const scopes = ['repo', 'read:org', 'read:project'];

/** The token of VS Code's GitHub account; undefined if nobody is signed in. */
export async function githubAccountToken(): Promise<string | undefined> {
  return (await authentication.getSession('github', scopes, { silent: true }))?.accessToken;
}

/** Lets a person sign in with VS Code's GitHub account; false if they decline. */
export async function signInWithGithubAccount(): Promise<boolean> {
  try {
    await authentication.getSession('github', scopes, { createIfNone: true });
    return true;
  } catch {
    // VS Code throws when the person declines.
    return false;
  }
}
