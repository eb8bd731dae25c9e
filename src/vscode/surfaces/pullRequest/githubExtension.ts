import { extensions, type CancellationToken, type Disposable } from 'vscode';

/*
 * The parts of the API of GitHub's Pull Requests extension that Goal Lens uses, as documented in
 * https://github.com/microsoft/vscode-pull-request-github/blob/main/src/api/api.d.ts
 */

/** The data that a pull request is described from. */
export interface DescriptionContext {
  readonly commitMessages: readonly string[];
  /** The repository's template for descriptions. */
  readonly template?: string;
}

/** Describes a pull request that is about to be created. */
export interface DescriptionProvider {
  provideTitleAndDescription(
    context: DescriptionContext,
    token: CancellationToken,
  ): Promise<{ title: string; description?: string } | undefined>;
}

/** The extension's exports; older versions lack them. */
interface GithubApi {
  registerTitleAndDescriptionProvider?(title: string, provider: DescriptionProvider): Disposable;
}

/** The extension's identifier. */
export const githubExtensionId = 'GitHub.vscode-pull-request-github';

/** The extension's API, once it is running; undefined if it is not installed or cannot start. */
export async function getGithubApi(): Promise<GithubApi | undefined> {
  const extension = extensions.getExtension<GithubApi | undefined>(githubExtensionId);
  return extension && (extension.isActive ? extension.exports : await extension.activate());
}
