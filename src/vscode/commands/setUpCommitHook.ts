import { l10n, window, workspace } from 'vscode';
import { GoalLensError } from '../../core/errors';
import { planHook, type HookPlan } from '../../git/hook/hookPlan';
import { installHook, removeHook } from '../../git/hook/installHook';
import type { Services } from '../services';
import { repositoryFor } from './currentBranch';
import { showInPassing } from './passingMessage';

type Needs = Pick<
  Services,
  'branchGoals' | 'choices' | 'context' | 'git' | 'hookOffer' | 'hookState' | 'repositories'
>;

/**
 * Shows what the commit hook would write and where, asks, and installs it; if a tool manages the hooks, says which
 * lines to add there.
 */
export async function setUpCommitHook(services: Needs): Promise<void> {
  const repository = await repositoryFor(services);
  if (!repository) return;
  const root = repository.rootUri.fsPath;
  const plan = await planHook(services.git, root);
  if (plan.kind === 'impossible') throw new GoalLensError(plan.message);
  if (plan.kind === 'installed' && plan.isCurrent) {
    await services.hookState.start(repository);
    showInPassing(l10n.t('The commit hook is set up and up to date'));
    return;
  }
  if (!(await confirm(plan))) return;
  await installHook(plan);
  await services.hookState.start(repository);
  await services.hookOffer.lookAgain(repository);
  if (plan.kind === 'manual') await showSteps(plan);
  else showInPassing(l10n.t('The commit hook is set up'));
}

/** Removes the commit hook and restores what was there before. */
export async function removeCommitHook(services: Needs): Promise<void> {
  const repository = await repositoryFor(services);
  if (!repository) return;
  const { removed, leftToPerson } = await removeHook(services.git, repository.rootUri.fsPath);
  await services.hookState.stop(repository);
  // Whoever removes the hook does not want it offered again.
  await services.hookOffer.decline(repository);
  if (leftToPerson.length > 0) {
    const files = leftToPerson.map(({ path }) => path).join(', ');
    void window.showInformationMessage(
      l10n.t(
        'The hook is gone. {0} still calls it, which does nothing: take those lines out when you like.',
        files,
      ),
    );
  } else {
    const text =
      removed.length > 0
        ? l10n.t('The commit hook is gone')
        : l10n.t('There was no commit hook of Goal Lens');
    showInPassing(text);
  }
}

async function confirm(plan: Exclude<HookPlan, { kind: 'impossible' }>): Promise<boolean> {
  const setUp = l10n.t('Set Up');
  const show = l10n.t('Show Script');
  const files = plan.files.filter(({ state }) => state !== 'current').map(({ path }) => path);
  const kept = plan.kind === 'chain' ? plan.files.filter(({ state }) => state === 'foreign') : [];
  const detail = [
    l10n.t('It writes {0}.', files.join(', ')),
    ...kept.map(({ path, keptAs }) => l10n.t('{0} is kept as {1} and runs first.', path, keptAs)),
    plan.kind === 'manual' &&
      l10n.t('{0} runs the hooks here: you are shown the lines to add to it.', plan.tool),
    l10n.t('Commits from a terminal then carry the branch’s initiative. A commit never fails because of it.'),
  ];
  const answer = await window.showInformationMessage(
    l10n.t('Set up the commit hook of Goal Lens?'),
    { modal: true, detail: detail.filter(Boolean).join('\n') },
    setUp,
    show,
  );
  if (answer === show) await showText(plan.files[0]?.content ?? '', 'shellscript');
  return answer === setUp;
}

async function showSteps(plan: Extract<HookPlan, { kind: 'manual' }>): Promise<void> {
  const parts = plan.edits.map(({ path, text, isNew }) => {
    const what = isNew ? l10n.t('Create {0} with', path) : l10n.t('Add to {0}', path);
    return `## ${what}\n\n\`\`\`\n${text.trimEnd()}\n\`\`\`\n`;
  });
  const last =
    plan.thenRun === undefined ? [] : [`## ${l10n.t('Then run')}\n\n\`\`\`\n${plan.thenRun}\n\`\`\`\n`];
  const title = `# ${l10n.t('One more step: {0} runs the hooks here', plan.tool)}\n`;
  await showText([title, ...parts, ...last].join('\n'), 'markdown');
}

async function showText(content: string, language: string): Promise<void> {
  await window.showTextDocument(await workspace.openTextDocument({ content, language }));
}
