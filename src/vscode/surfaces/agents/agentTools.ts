import {
  Disposable,
  l10n,
  LanguageModelTextPart,
  LanguageModelToolResult,
  lm,
  workspace,
  type CancellationToken,
  type LanguageModelToolInvocationOptions,
} from 'vscode';
import { agentTools, type AgentToolSources } from './agentToolNames';

/** Registers the tools for agents, only in a trusted workspace; their code is loaded on first use. */
export function offerAgentTools(sources: () => Promise<AgentToolSources>): Disposable[] {
  // Some products based on VS Code lack this API.
  if ((lm as Partial<typeof lm> | undefined)?.registerTool === undefined) return [];
  let offered: Disposable[] = [];
  const offer = (): void => {
    offered = (Object.entries(agentTools) as [keyof typeof agentTools, string][]).map(([kind, name]) =>
      lm.registerTool(name, {
        prepareInvocation: () => ({ invocationMessage: invocationMessage(kind) }),
        invoke: (options, token) => invoke(kind, sources, options, token),
      }),
    );
  };
  if (workspace.isTrusted) offer();
  return [
    workspace.onDidGrantWorkspaceTrust(offer),
    new Disposable(() => offered.forEach((tool) => void tool.dispose())),
  ];
}

async function invoke(
  kind: keyof typeof agentTools,
  sources: () => Promise<AgentToolSources>,
  options: LanguageModelToolInvocationOptions<unknown>,
  token: CancellationToken,
): Promise<LanguageModelToolResult> {
  const [{ answerTool }, from] = await Promise.all([import('./answerTool'), sources()]);
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
