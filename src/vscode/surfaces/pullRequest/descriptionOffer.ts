import { extensions } from 'vscode';
import { Disposables } from '../../../core/disposables';
import type { Disposable } from '../../../core/event';
import type { PullRequestNeeds } from '../../commands/pullRequestText';
import type { Services } from '../../services';
import { getGithubApi, type DescriptionContext } from './githubExtension';

type Needs = PullRequestNeeds & Pick<Services, 'context' | 'log' | 'repositories' | 'settings'>;

/** Offers our summary as the pull request description to GitHub's extension, if that is installed and supports it. */
export class DescriptionOffer implements Disposable {
  private readonly owned = new Disposables();
  private readonly registered = this.owned.add(new Disposables());
  private isRegistered = false;

  constructor(private readonly services: Needs) {
    const follow = (): void => {
      // No other extension is started before ours has read everything.
      if (!services.context.current.isReady) return;
      this.follow().catch((error: unknown) =>
        services.log.warn('GitHub’s extension takes no description of ours.', error),
      );
    };
    for (const changed of [
      extensions.onDidChange,
      services.settings.onDidChange,
      services.context.onDidChange,
    ])
      this.owned.add(changed(follow));
  }

  dispose(): void {
    this.owned.dispose();
  }

  private async follow(): Promise<void> {
    if (!this.services.settings.isOn('pullRequest.offer')) {
      this.registered.clear();
      this.isRegistered = false;
      return;
    }
    if (this.isRegistered) return;
    // More changes may arrive before the extension has started.
    this.isRegistered = true;
    const api = await getGithubApi();
    if (!api?.registerTitleAndDescriptionProvider) this.isRegistered = false;
    if (!api?.registerTitleAndDescriptionProvider || !this.isRegistered) return;
    const provider = { provideTitleAndDescription: (context: DescriptionContext) => this.describe(context) };
    this.registered.clear();
    this.registered.add(api.registerTitleAndDescriptionProvider('Goal Lens', provider));
  }

  /** The title that GitHub itself would use, and our summary below the team's template. */
  private async describe({
    commitMessages,
    template,
  }: DescriptionContext): Promise<{ title: string; description: string } | undefined> {
    const { context, repositories } = this.services;
    const repository = context.current.branch?.repository ?? repositories.chosen;
    if (!repository) return undefined;
    const { pullRequestText } = await import('../../commands/pullRequestText');
    const { description, title } = await pullRequestText(this.services, repository);
    const [only, ...others] = commitMessages;
    const subject = others.length === 0 ? only?.split('\n')[0]?.trim() : undefined;
    return {
      title: subject === undefined || subject === '' ? title : subject,
      description: [template?.trim(), description].filter(Boolean).join('\n\n'),
    };
  }
}
