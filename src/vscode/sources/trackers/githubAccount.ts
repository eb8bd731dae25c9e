import { authentication } from 'vscode';

/**
 * What reading issues, their fields and projects takes.
 * https://docs.github.com/apps/oauth-apps/building-oauth-apps/scopes-for-oauth-apps
 */
const scopes = ['repo', 'read:org', 'read:project'];

/** The token of VS Code's GitHub account; undefined where nobody is signed in. */
export async function githubAccountToken(): Promise<string | undefined> {
  return (await authentication.getSession('github', scopes, { silent: true }))?.accessToken;
}

/** Lets a person sign in with VS Code's GitHub account; whether they did. */
export async function signInWithGithubAccount(): Promise<boolean> {
  try {
    await authentication.getSession('github', scopes, { createIfNone: true });
    return true;
  } catch {
    // VS Code throws when the person says no.
    return false;
  }
}
