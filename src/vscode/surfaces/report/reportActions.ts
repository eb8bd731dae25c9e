import { commands as vscodeCommands, env, l10n, Uri, window, workspace } from 'vscode';
import { readDrill } from '../../../reportPage/drillKey';
import type { HostAction, ReportController } from '../../../reportPage/reportController';
import type { ReportFilters } from '../../../reportPage/filters';
import type { ReportThreadClient } from '../../../reporting/thread/reportThreadClient';
import type { ReportFormat } from '../../../reporting/reportFormats';
import { openCommit } from '../../commands/openCommit';
import { pickEntry } from '../../commands/quickPick';
import { guarded } from '../../guarded';
import { commands, hiddenCommands } from '../../ids';
import type { GitRepository } from '../../sources/git/gitExtension';
import type { ReportSources } from './reportSources';
import { showInPassing } from '../../commands/passingMessage';

/** What the actions of one page need besides the sources. */
interface PageParts {
  readonly thread: ReportThreadClient;
  readonly page: () => ReportController;
  /** The commit that the page refers to. */
  readonly commitAt: (id: string) => { readonly repository: GitRepository; readonly sha: string };
  /** The repository with this name in the last report. */
  readonly repositoryNamed: (name: string) => GitRepository | undefined;
  readonly repositoryOf: (filters: ReportFilters) => GitRepository | undefined;
}

/** The depth of the folders to offer; a person can type any other. */
const folderDepth = 2;
const maxFolders = 500;

/** Carries out the actions of the report's page. */
export class ReportActions {
  constructor(
    private readonly sources: ReportSources,
    private readonly parts: PageParts,
  ) {}

  run(action: HostAction, key = '', commit = ''): void {
    void guarded(this.sources, `report action ${action}`, () => this.carryOut(action, key, commit));
  }

  private async carryOut(action: HostAction, key: string, commit: string): Promise<void> {
    switch (action) {
      case 'choosePath':
        return this.choosePath();
      case 'copySentences':
        await env.clipboard.writeText(await this.parts.thread.write('sentences'));
        showInPassing(l10n.t('The sentences are copied.'));
        return;
      case 'export':
        return this.export();
      case 'openChanges': {
        const { repository, sha } = this.parts.commitAt(key);
        return openCommit(this.sources, repository, sha, sha.slice(0, 7));
      }
      case 'openFile':
        return this.openFile(key, commit);
      case 'readGoal':
        await vscodeCommands.executeCommand(hiddenCommands.readGoal, this.goalKey(key));
        return;
      case 'mapFolder':
        return this.mapFolder(key);
      case 'createGoalsFile':
        await vscodeCommands.executeCommand(commands.createGoalsFile);
        return;
      case 'connectTracker':
        await vscodeCommands.executeCommand(commands.connectTracker);
        return;
      case 'showLog':
        this.sources.log.show();
    }
  }

  private async choosePath(): Promise<void> {
    const { git } = this.sources;
    const { page, repositoryOf } = this.parts;
    const repository = repositoryOf(page().current);
    if (!repository) return;
    const args = ['ls-tree', '-d', '-r', '-z', '--name-only', '--full-tree', 'HEAD'];
    const printed = await git.run(repository.rootUri.fsPath, args, { answers: [0, 128] });
    const folders = printed
      .split('\0')
      .filter((path) => path !== '' && path.split('/').length <= folderDepth)
      .slice(0, maxFolders);
    const items = [
      { label: l10n.t('All paths'), path: undefined },
      ...folders.map((path) => ({ label: path, icon: 'folder', path })),
    ];
    const picked = await pickEntry(items, {
      placeHolder: l10n.t('Only commits that touch this folder count'),
    });
    if (picked) page().usePath(picked.path);
  }

  private async export(): Promise<void> {
    const form = (format: ReportFormat, label: string, description: string, extension: string) => ({
      format,
      label,
      description,
      extension,
      isCopy: false,
    });
    const picked = await pickEntry(
      [
        form('html', 'HTML', l10n.t('one file that prints well, without script'), 'html'),
        form('markdown', 'Markdown', l10n.t('for a wiki or a pull request'), 'md'),
        form('csv', 'CSV', l10n.t('for a spreadsheet'), 'csv'),
        form('json', 'JSON', l10n.t('all facts, with a schema'), 'json'),
        { ...form('markdown', l10n.t('Copy as Markdown'), '', ''), isCopy: true },
      ],
      { placeHolder: l10n.t('In which form?') },
    );
    if (!picked) return;
    const text = await this.parts.thread.write(picked.format);
    if (picked.isCopy) {
      await env.clipboard.writeText(text);
      showInPassing(l10n.t('The report is copied.'));
      return;
    }
    const folder = workspace.workspaceFolders?.[0]?.uri;
    const name = `alignment-report.${picked.extension}`;
    const target = await window.showSaveDialog({
      ...(folder && { defaultUri: Uri.joinPath(folder, name) }),
      filters: { [picked.label]: [picked.extension] },
    });
    if (!target) return;
    await workspace.fs.writeFile(target, new TextEncoder().encode(text));
    const open = l10n.t('Open');
    const answer = await window.showInformationMessage(l10n.t('The report is in {0}.', name), open);
    if (answer === open) await vscodeCommands.executeCommand('vscode.open', target);
  }

  /** Maps the folder behind a figure; a folder that is gone by now can only be mapped by hand. */
  private async mapFolder(key: string): Promise<void> {
    const drill = readDrill(key);
    const root = drill?.by === 'folder' ? this.parts.repositoryNamed(drill.repository)?.rootUri : undefined;
    const folder = root && drill?.by === 'folder' && drill.of ? Uri.joinPath(root, drill.of) : undefined;
    const isThere = folder && (await workspace.fs.stat(folder).then(Boolean, () => false));
    if (isThere) await vscodeCommands.executeCommand(commands.mapFolder, folder);
    else await vscodeCommands.executeCommand(commands.openPathMap);
  }

  /** Opens a commit's changes to a file. */
  private async openFile(path: string, id: string): Promise<void> {
    const { repositories } = this.sources;
    const { repository, sha } = this.parts.commitAt(id);
    const uri = Uri.joinPath(repository.rootUri, path);
    const [before, after] = [repositories.gitUri(uri, `${sha}^`), repositories.gitUri(uri, sha)];
    if (before && after) {
      await vscodeCommands.executeCommand('vscode.diff', before, after, `${path} (${sha.slice(0, 7)})`);
    }
  }

  /** The key of a goal as spelled on the page. */
  private goalKey(spelling: string): string {
    const { references } = this.sources;
    const { page, repositoryOf } = this.parts;
    return references.in(repositoryOf(page().current)).find(spelling)?.key ?? spelling;
  }
}
