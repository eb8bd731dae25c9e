import {
  extensions,
  type Command,
  type Disposable,
  type Event,
  type SourceControlInputBox,
  type Uri,
} from 'vscode';

/*
 * The parts of the API of VS Code's built-in git extension (version 1) that Goal Lens uses, as documented in
 * https://github.com/microsoft/vscode/blob/main/extensions/git/src/api/git.d.ts
 */

/** The exports of `vscode.git`. */
interface GitExtension {
  readonly enabled: boolean;
  readonly onDidChangeEnablement: Event<boolean>;
  /** @throws if git is missing or switched off */
  getAPI(version: 1): GitApi;
}

/** The git extension's API. */
export interface GitApi {
  readonly state: 'uninitialized' | 'initialized';
  readonly onDidChangeState: Event<'uninitialized' | 'initialized'>;
  readonly git: { readonly path: string };
  readonly repositories: readonly GitRepository[];
  readonly onDidOpenRepository: Event<GitRepository>;
  readonly onDidCloseRepository: Event<GitRepository>;
  getRepository(uri: Uri): GitRepository | null;
  /** The URI of a file as of a commit. */
  toGitUri(uri: Uri, ref: string): Uri;
  /** Missing in some products with a git extension. */
  registerPostCommitCommandsProvider?(provider: PostCommitCommandsProvider): Disposable;
}

/** Adds commands to the commit button's list of what can follow a commit; a command receives the repository. */
export interface PostCommitCommandsProvider {
  getCommands(repository: Pick<GitRepository, 'rootUri'>): Command[];
}

/** A repository that the git extension has open. */
export interface GitRepository {
  readonly rootUri: Uri;
  readonly inputBox: Pick<SourceControlInputBox, 'value'>;
  readonly state: {
    /**
     * Absent during the repository's first read. `name` is absent on a detached HEAD, `commit` before the first commit.
     */
    readonly HEAD: { readonly name?: string; readonly commit?: string } | undefined;
    /** The commit at which a rebase has stopped. */
    readonly rebaseCommit: { readonly hash: string } | undefined;
    readonly remotes: readonly {
      readonly name: string;
      readonly fetchUrl?: string;
      readonly pushUrl?: string;
    }[];
    readonly onDidChange: Event<void>;
  };
  readonly ui: { readonly selected: boolean; readonly onDidChange: Event<void> };
  /** Refreshes the state. */
  status(): Promise<void>;
  createBranch(name: string, checkout: boolean, ref?: string): Promise<void>;
}

/**
 * The git extension, started if needed; undefined if it is absent, as in Restricted Mode. The exports stay the same
 * while git is switched off and on again.
 */
export async function getGitExtension(): Promise<GitExtension | undefined> {
  const extension = extensions.getExtension<GitExtension>('vscode.git');
  return extension && (extension.isActive ? extension.exports : await extension.activate());
}
