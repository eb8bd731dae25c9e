import { isAbsolute } from 'node:path';
import { l10n, Uri, type CancellationToken, type LanguageModelToolInvocationOptions } from 'vscode';
import * as z from 'zod';
import { briefAnswer } from '../../../agents/briefAnswer';
import { changeAnswer } from '../../../agents/changeAnswer';
import { prioritiesAnswer } from '../../../agents/prioritiesAnswer';
import { answerOptions } from '../../../agents/agentAnswer';
import { tokensAtMost } from '../../../core/brief/tokenBound';
import { untrusted } from '../../../core/brief/untrusted';
import { bugText, faultText } from '../../../presentation/faultText';
import type { agentTools, AgentToolSources } from './agentToolNames';
import { liveWorkspace } from './liveWorkspace';

const text = z.string().max(4096).optional();
const briefInput = z.object({ path: text, branch: text, commit: text, key: text });
const prioritiesInput = z.object({ limit: z.int().min(1).max(10).optional() });
const changeInput = z.object({ base: text });
/** The most characters of a fault. */
const maxFault = 400;

/** The text that a tool answers with. @throws {Error} with one sentence for the agent, and its next step */
export async function answerTool(
  kind: keyof typeof agentTools,
  from: AgentToolSources,
  { input, tokenizationOptions }: LanguageModelToolInvocationOptions<unknown>,
  token: CancellationToken,
): Promise<string> {
  const abort = new AbortController();
  const cancelled = token.onCancellationRequested(() => abort.abort());
  if (token.isCancellationRequested) abort.abort();
  try {
    const answer = await answerOf(kind, from, input, tokenizationOptions?.tokenBudget, abort.signal);
    abort.signal.throwIfAborted();
    return answer;
  } catch (error) {
    if (abort.signal.aborted) throw error;
    if (error instanceof z.ZodError) {
      throw new Error(l10n.t('The input is not as the tool’s schema says. Correct it and call again.'), {
        cause: error,
      });
    }
    from.log.error(`The tool ${kind} failed.`, error);
    // A fault quotes what was asked and what git says of it, which others wrote.
    const said = faultText(error, from.textOptions()) ?? bugText(error);
    throw new Error(untrusted(said, maxFault), { cause: error });
  } finally {
    cancelled.dispose();
  }
}

async function answerOf(
  kind: keyof typeof agentTools,
  from: AgentToolSources,
  input: unknown,
  budget: number | undefined,
  signal: AbortSignal,
): Promise<string> {
  const request = kind === 'brief' ? briefInput.parse(input ?? {}) : {};
  const workspace = await liveWorkspace(from, fileIn(request), signal);
  if (!workspace) return l10n.t('No folder is open: ask the person to open the one that the work is in.');
  const options = answerOptions(workspace, from.textOptions());
  switch (kind) {
    case 'brief':
      return (await briefAnswer(workspace, request, options, { tokens: budget, signal })).text;
    case 'priorities':
      return prioritiesWithin(budget, prioritiesInput.parse(input ?? {}).limit, (limit) =>
        prioritiesAnswer(workspace, { limit }, options),
      );
    case 'change':
      return (await changeAnswer(workspace, changeInput.parse(input ?? {}), options, signal)).text;
  }
}

/** The file that a request names by its absolute path. */
function fileIn({ path }: { readonly path?: string | undefined }): Uri | undefined {
  return path !== undefined && isAbsolute(path) ? Uri.file(path) : undefined;
}

/** Lists fewer goals if there is less room; the answer says how many are left out. */
function prioritiesWithin(
  budget: number | undefined,
  limit = 5,
  answer: (limit: number) => { readonly text: string },
): string {
  for (let count = limit; ; count -= 1) {
    const { text } = answer(count);
    if (budget === undefined || count === 1 || tokensAtMost(text) <= budget) return text;
  }
}
