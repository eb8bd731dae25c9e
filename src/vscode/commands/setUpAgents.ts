import { commands as vscodeCommands, l10n, Uri, window, workspace } from 'vscode';
import { planAgents, type AgentFilePlan } from '../../agents/setup/planAgents';
import { addToFile, removeFromFile } from '../../agents/setup/writeAgentFile';
import { counted } from '../../core/counted';
import { GoalLensError, Refusal } from '../../core/errors';
import type { Services } from '../services';
import { pickEntries } from './quickPick';
import { showInPassing } from './passingMessage';

type Needs = Pick<Services, 'context' | 'repositories' | 'roots'>;

const scheme = 'goal-lens-agents';

/**
 * Shows which files tell coding agents about Goal Lens, and updates them after a preview of the differences: a checked
 * file gets our part, an unchecked one loses it.
 */
export async function setUpAgents({ context, repositories, roots }: Needs): Promise<void> {
  const root = (context.current.branch?.repository ?? repositories.chosen)?.rootUri ?? roots.all[0];
  if (root?.scheme !== 'file' || !workspace.isTrusted) {
    throw new Refusal(l10n.t('Agents are set up in a trusted folder on disk. Open one first.'), [
      'openFolder',
    ]);
  }
  const all = await planAgents(root.fsPath);
  tellOfOthers(all.filter(({ needsHand }) => needsHand));
  const plans = all.filter((plan) => plan.added !== undefined || isSetUp(plan));
  const picked = await pickEntries(plans.map(itemOf), {
    title: l10n.t('Set Up Agents'),
    placeHolder: l10n.t('Checked files tell agents of Goal Lens; from the others it is taken out'),
  });
  if (!picked) return;
  const changes = plans.flatMap((plan): Change[] => {
    const isWanted = picked.some((item) => item.plan === plan);
    const after = isWanted ? (plan.added ?? plan.before) : plan.removed;
    return after === plan.before ? [] : [{ plan, after, isWanted }];
  });
  if (changes.length === 0) {
    showInPassing(l10n.t('Nothing is to be changed'));
    return;
  }
  if (!(await isConfirmed(root, changes))) return;
  const { written, refusals } = await writeAll(root, changes);
  if (written > 0) {
    showInPassing(
      counted(written, {
        one: l10n.t('Changed {0} file: commit it for your team', written),
        other: l10n.t('Changed {0} files: commit them for your team', written),
      }),
    );
  }
  if (refusals.length > 0) throw new GoalLensError(refusals.join(' '));
}

/** Says which files are not offered, as only a person can change them without harm. */
function tellOfOthers(plans: readonly AgentFilePlan[]): void {
  if (plans.length === 0) return;
  const paths = plans.map(({ file }) => file.path).join(', ');
  void window.showInformationMessage(
    l10n.t(
      'Left unchanged: {0}. The part for Goal Lens is damaged, duplicated or edited by hand, or the file cannot be read. Mend it, or add the lines by hand.',
      paths,
    ),
  );
}

/** Writes each file that is still as it was shown; a refused one does not hold up the others. */
async function writeAll(root: Uri, changes: readonly Change[]) {
  const refusals: string[] = [];
  for (const { plan, isWanted } of changes) {
    try {
      await (isWanted ? addToFile(root.fsPath, plan) : removeFromFile(root.fsPath, plan));
    } catch (error) {
      if (!(error instanceof GoalLensError)) throw error;
      refusals.push(error.message);
    }
  }
  return { written: changes.length - refusals.length, refusals };
}

interface Change {
  readonly plan: AgentFilePlan;
  /** Empty if the file is removed. */
  readonly after: string;
  readonly isWanted: boolean;
}

function isSetUp({ before, removed }: AgentFilePlan): boolean {
  return removed !== before;
}

function itemOf(plan: AgentFilePlan) {
  const { file, isThere, isUsed, added, before } = plan;
  const state = isSetUp(plan)
    ? added === before || added === undefined
      ? l10n.t('set up')
      : l10n.t('set up, of another version')
    : isThere
      ? l10n.t('is added to')
      : l10n.t('new file');
  return {
    label: file.path,
    description: `${file.host} · ${state}`,
    ...(file.doubles && {
      detail: l10n.t('With this extension, VS Code’s agents would see every tool twice'),
    }),
    picked: isSetUp(plan) || (isUsed && !file.doubles),
    plan,
  };
}

/** Asks for confirmation, after showing the differences if the person wants to see them. */
async function isConfirmed(root: Uri, changes: readonly Change[]): Promise<boolean> {
  const write = l10n.t('Write');
  const show = l10n.t('Show Differences');
  const message = counted(changes.length, {
    one: l10n.t('Change {0} file for coding agents?', changes.length),
    other: l10n.t('Change {0} files for coding agents?', changes.length),
  });
  const detail = changes.map(({ plan, after }) =>
    after === '' && !plan.isLink ? l10n.t('{0} is removed', plan.file.path) : plan.file.path,
  );
  const answer = await window.showInformationMessage(
    message,
    { modal: true, detail: detail.join('\n') },
    write,
    show,
  );
  if (answer !== show) return answer === write;
  const texts = new Map<string, string>();
  const page = (side: string, path: string, text: string): Uri => {
    const uri = Uri.from({ scheme, path: `/${side}/${path}` });
    texts.set(uri.toString(), text);
    return uri;
  };
  const provider = workspace.registerTextDocumentContentProvider(scheme, {
    provideTextDocumentContent: (uri) => texts.get(uri.toString()),
  });
  try {
    const pages = changes.map(({ plan, after }) => {
      const { path } = plan.file;
      return [Uri.joinPath(root, path), page('before', path, plan.before), page('after', path, after)];
    });
    await vscodeCommands.executeCommand('vscode.changes', l10n.t('Set Up Agents'), pages);
    // Not modal, so the differences can be read meanwhile.
    return (await window.showInformationMessage(message, write)) === write;
  } finally {
    provider.dispose();
  }
}
