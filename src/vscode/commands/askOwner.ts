import { env, l10n, Uri, window, workspace, type TextDocument } from 'vscode';
import { Refusal } from '../../core/errors';
import type { Goal } from '../../core/goal/goal';
import { fileGoals } from '../../core/links/fileGoals';
import { permalink, type HostKind } from '../../core/references/permalink';
import { siteOf } from '../../core/references/referenceStyle';
import type { GoalStore } from '../../core/catalog/goalStore';
import { goalView } from '../../core/views/goalView';
import { publishedLine } from '../../git/remotes/publishedLine';
import { ownerQuestion, type QuestionPlace } from '../../presentation/ownerQuestion';
import { spelling } from '../../presentation/goalText';
import type { Services } from '../services';
import type { LineTrails } from '../surfaces/editor/lineTrails';
import { openInTracker } from './goalButtons';
import { showInPassing } from './passingMessage';

/** The services needed to ask a goal's owner. */
export interface AskSources extends Pick<Services, 'store' | 'context' | 'git' | 'textOptions'> {
  readonly trails: LineTrails;
}

/** A goal and a line to ask about; all values come from a link and are untrusted. */
export interface AskArguments {
  readonly key?: unknown;
  readonly uri?: unknown;
  /** Zero-based. */
  readonly line?: unknown;
}

/**
 * Opens a goal's page and copies the start of a question to its owner, with the address of the line it is about. Sends
 * nothing.
 */
export async function askOwner(from: AskSources, asked: AskArguments): Promise<void> {
  const where = placeOf(asked);
  const goal = await goalOf(from, asked, where);
  if (!goal) {
    throw new Refusal(
      l10n.t('There is no goal here to ask about. Put the caret on a line that a commit ties to one.'),
      [],
    );
  }
  const options = from.textOptions();
  const place = where && (await questionPlace(from, where.document, where.line));
  await env.clipboard.writeText(ownerQuestion(goalView(goal, from.store.catalog), place, options));
  await openInTracker(goal);
  const name = spelling(goal, options);
  const message =
    goal.url === undefined
      ? l10n.t('Copied a question about {0}; the goal has no page to open', name)
      : l10n.t('Copied a question about {0}', name);
  showInPassing(message);
}

interface Place {
  readonly document: TextDocument;
  readonly line: number;
}

/** The line that a link names, otherwise the caret's line. */
function placeOf({ uri, line }: AskArguments): Place | undefined {
  if (typeof uri === 'string' && typeof line === 'number') {
    const document = workspace.textDocuments.find((each) => each.uri.toString() === uri);
    // A link opens no document: either it is open already, or the question names no line.
    return document && line >= 0 && line < document.lineCount ? { document, line } : undefined;
  }
  const editor = window.activeTextEditor;
  return editor && { document: editor.document, line: editor.selection.active.line };
}

async function goalOf(
  { store, context, trails }: AskSources,
  { key }: AskArguments,
  where: Place | undefined,
): Promise<Goal | undefined> {
  const { branch, file } = context.current;
  if (typeof key === 'string') return store.catalog.find(key, branch?.repository.rootUri.toString());
  const trail = where && (await trails.of(where.document, where.line, new AbortController().signal));
  const [ofFile] = fileGoals(file?.served.goals ?? [], store.catalog);
  return trail?.links[0]?.goal ?? branch?.served.goals[0]?.linked ?? ofFile?.view.goal;
}

async function questionPlace(
  { trails, git, store }: AskSources,
  document: TextDocument,
  line: number,
): Promise<QuestionPlace | undefined> {
  const found = await trails.commitOf(document, line, new AbortController().signal);
  if (!found) return undefined;
  const { file, commit } = found;
  const root = file.repository.rootUri.fsPath;
  const head = file.revision === undefined ? file.repository.state.HEAD?.commit : undefined;
  const isDirty = document.isDirty || file.isOther;
  const published = await publishedLine(git, {
    root,
    head,
    isDirty,
    commit,
    path: file.path,
    line: line + 1,
  });
  const address = published && permalink(published.remote, published, (host) => kindOf(host, store));
  return { path: file.path, line: line + 1, permalink: address };
}

/** The kind of a host that also serves repositories, according to the connected trackers. */
function kindOf(host: string, { catalog }: GoalStore): HostKind | undefined {
  const kind = catalog.trackers.find(({ references }) => references && siteOf(references).host === host)
    ?.references?.kind;
  return kind === 'github' || kind === 'gitlab' ? kind : undefined;
}

/** Reads each argument of a link separately: `[key, uri, line]`. */
export function askArguments([key, uri, line]: readonly unknown[]): AskArguments {
  return {
    ...(typeof key === 'string' && { key }),
    ...(typeof uri === 'string' && { uri: Uri.parse(uri).toString() }),
    ...(typeof line === 'number' && Number.isInteger(line) && { line }),
  };
}
