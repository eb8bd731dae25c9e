import {
  l10n,
  LanguageModelTextPart,
  LanguageModelToolResult,
  lm,
  workspace,
  type CancellationToken,
  type LanguageModelToolInvocationOptions,
} from 'vscode';
import { Disposables } from '../../../core/disposables';
import type { Disposable } from '../../../core/event';
import { agentTools, type AgentToolSources } from './agentToolNames';

/** Offers the tools to agents, in a trusted workspace alone; what they do is loaded when one is first used. */
export function offerAgentTools(from: AgentToolSources): Disposable {
  const owned = new Disposables();
  let isOffered = false;
  const register = (): void => {
    // Relatives of VS Code leave this part out.
    if ((lm as Partial<typeof lm> | undefined)?.registerTool === undefined || isOffered) return;
    isOffered = true;
    for (const [kind, name] of Object.entries(agentTools) as [keyof typeof agentTools, string][]) {
      owned.add(
        lm.registerTool(name, {
          prepareInvocation: () => ({ invocationMessage: invocationMessage(kind) }),
          invoke: (options, token) => invoke(kind, from, options, token),
        }),
      );
    }
  };
  if (workspace.isTrusted) register();
  owned.add(workspace.onDidGrantWorkspaceTrust(register));
  return owned;
}

async function invoke(
  kind: keyof typeof agentTools,
  from: AgentToolSources,
  options: LanguageModelToolInvocationOptions<unknown>,
  token: CancellationToken,
): Promise<LanguageModelToolResult> {
  const { answerTool } = await import('./answerTool');
  const text = await answerTool(kind, from, options, token);
  return new LanguageModelToolResult([new LanguageModelTextPart(text)]);
}

function invocationMessage(kind: keyof typeof agentTools): string {
  switch (kind) {
    case 'brief':
      return l10n.t('Reading the goal brief');
    case 'priorities':
      return l10n.t('Reading the priorities');
    case 'change':
      return l10n.t('Checking the change against its goal');
  }
}
