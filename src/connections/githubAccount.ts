import { authentication } from 'vscode';

/** What reading issues, their fields and projects takes. https://docs.github.com/apps/oauth-apps/building-oauth-apps/scopes-for-oauth-apps */
const scopes = ['repo', 'read:org', 'read:project'];
const publicApi = 'https://api.github.com';

/** Whether VS Code's own GitHub account may sign in to an address: only github.com knows it. */
export function acceptsGithubAccount(address: string): boolean {
  return new URL(address).origin === publicApi;
}

/** The token of VS Code's GitHub account; with `ask` the person is asked to sign in where that is needed. */
export async function githubAccountToken(ask: boolean): Promise<string | undefined> {
  const session = await authentication.getSession(
    'github',
    scopes,
    ask ? { createIfNone: true } : { silent: true },
  );
  return session?.accessToken;
}
