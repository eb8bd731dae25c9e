import { Uri } from 'vscode';
import type { TextDocument } from 'vscode';
import type { GitRepository } from '../../sources/git/gitExtension';
import { relativePath } from '../../sources/files/roots';
import { commitLanguage, repositoryOfMessage } from '../commitMessage/commitMessageSources';
import type { EditorSources } from './editorSources';

/** A repository's file as a document shows it. */
export interface RepositoryFile {
  readonly repository: GitRepository;
  /** The file on disk. */
  readonly uri: Uri;
  /** Relative to the repository's root, with forward slashes. */
  readonly path: string;
  /** The commit whose version the document shows; undefined for the working tree and the index. */
  readonly revision?: string;
  /** Whether the document's text differs from the file on disk, saved or not. */
  readonly isOther: boolean;
}

/** The revisions that git's own documents name in their URIs. */
const revision = /^(?:HEAD|[0-9a-f]{7,64}|[\w][\w./-]{0,200})$/;

/**
 * The repository file that a document shows: a working file, or one side of a comparison. Undefined for what git does
 * not count in lines: notebooks, untitled and virtual files, output.
 */
export function repositoryFile(
  document: Pick<TextDocument, 'uri'>,
  { repositories }: Pick<EditorSources, 'repositories'>,
): RepositoryFile | undefined {
  const { uri } = document;
  if (uri.scheme !== 'file' && uri.scheme !== 'git') return undefined;
  const file = uri.scheme === 'git' ? Uri.file(uri.fsPath) : uri;
  const repository = repositories.of(file);
  const path = repository && relativePath(repository.rootUri, file);
  if (repository === undefined || path === undefined) return undefined;
  if (uri.scheme === 'file') return { repository, uri: file, path, isOther: false };
  const ref = refOf(uri);
  if (ref === undefined) return undefined;
  // The index (`~`) and the sides of a merge (`:2`) are not commits: git is given their text.
  const isCommit = ref !== '' && !/^[~:]/.test(ref);
  if (isCommit && !revision.test(ref)) return undefined;
  return { repository, uri: file, path, isOther: true, ...(isCommit && { revision: ref }) };
}

/** The repository whose rules apply to a document's references; if it belongs to none, the current one. */
export async function repositoryOf(
  document: TextDocument,
  sources: Pick<EditorSources, 'repositories' | 'context'>,
): Promise<GitRepository | undefined> {
  const { uri, languageId } = document;
  if (uri.scheme === 'vscode-scm' || languageId === commitLanguage) return repositoryOfMessage(uri, sources);
  const isOnDisk = ['file', 'git', 'vscode-notebook-cell'].includes(uri.scheme);
  const found = isOnDisk ? sources.repositories.of(Uri.file(uri.fsPath)) : undefined;
  return found ?? sources.context.current.branch?.repository ?? sources.repositories.chosen;
}

const proseLanguages = new Set([
  'markdown',
  'plaintext',
  'git-commit',
  'git-rebase',
  'scminput',
  'latex',
  'asciidoc',
  'restructuredtext',
  'log',
]);

/** Whether a document is read as prose or as code, in which a bare number could be anything. */
export function kindOfText({ languageId }: Pick<TextDocument, 'languageId'>): 'prose' | 'code' {
  return proseLanguages.has(languageId) ? 'prose' : 'code';
}

function refOf({ query }: Uri): string | undefined {
  try {
    const read: unknown = JSON.parse(query);
    const ref = typeof read === 'object' && read !== null && 'ref' in read ? read.ref : undefined;
    return typeof ref === 'string' ? ref : undefined;
  } catch {
    return undefined;
  }
}
