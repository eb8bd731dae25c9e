import { completable, McpServer, ResourceTemplate, type CallToolResult } from '@modelcontextprotocol/server';
import * as z from 'zod';
import type { AgentAnswer } from '../agents/agentAnswer';
import type { AlignmentAnswers } from '../agents/alignmentAnswer';
import type { BriefRequest } from '../agents/briefAnswer';
import type { ChangeRecord, ChangeRequest } from '../agents/changeAnswer';
import { isCancellation } from '../core/errors';
import type { BriefRecord } from '../presentation/brief/goalBrief';
import type { TextOptions } from '../presentation/textOptions';
import type { Workspace } from '../workspace/workspace';
import { terse } from './terseSchema';
import {
  alignmentInput,
  alignmentOutput,
  briefInput,
  briefOutput,
  changeInput,
  changeOutput,
  prioritiesInput,
  prioritiesOutput,
} from './toolSchemas';

/** A workspace, and how to word answers about it. */
export interface OpenWorkspace {
  readonly workspace: Workspace;
  readonly options: TextOptions;
}

/** What the server is built from. */
export interface GoalServerOptions {
  readonly version: string;
  /** Opens the workspace as it is now. */
  readonly open: (signal: AbortSignal) => Promise<OpenWorkspace>;
  /** One sentence for an error, with the next step; undefined for a bug. */
  readonly faultText: (error: unknown) => Promise<string | undefined>;
  /** Called with bugs. */
  readonly onBug: (error: unknown) => void;
}

const reads = { readOnlyHint: true, idempotentHint: true, openWorldHint: false } as const;

const instructions =
  'Why the code here matters: goals, priorities and limits. Call get_goal_brief before changing code, check_change before committing.';

/** The most characters of a fault. */
const maxFault = 400;
const bugText = 'Goal Lens failed. See its log on standard error.';

/**
 * The MCP server: four read-only tools, the goals as resources, and two prompts. It never asks a tracker and changes
 * nothing.
 */
export function goalServer({ version, open, faultText, onBug }: GoalServerOptions): McpServer {
  const server = new McpServer({ name: 'goal-lens', title: 'Goal Lens', version }, { instructions });

  const answered = async <T>(
    signal: AbortSignal,
    answer: (workspace: Workspace, options: TextOptions) => Promise<AgentAnswer<T>>,
  ): Promise<AgentAnswer<T>> => {
    const { workspace, options } = await open(signal);
    return answer(workspace, options);
  };
  let alignment: AlignmentAnswers | undefined;
  /* // The code that answers is loaded with the first question, so that a client is welcomed at once. */
  const brief = (signal: AbortSignal, request: BriefRequest): Promise<AgentAnswer<BriefRecord>> =>
    answered(signal, async (workspace, texts) => {
      const { briefAnswer } = await import('../agents/briefAnswer');
      const { text, record } = await briefAnswer(workspace, request, texts, { signal });
      return { text, record };
    });
  const change = (signal: AbortSignal, request: ChangeRequest): Promise<AgentAnswer<ChangeRecord>> =>
    answered(signal, async (workspace, texts) => {
      const { changeAnswer } = await import('../agents/changeAnswer');
      return changeAnswer(workspace, request, texts, signal);
    });
  const result = async <T extends object>(answer: Promise<AgentAnswer<T>>): Promise<CallToolResult> => {
    try {
      const { text, record } = await answer;
      return { content: [{ type: 'text', text }], structuredContent: { ...record } };
    } catch (error) {
      return { content: [{ type: 'text', text: await faultOf(error) }], isError: true };
    }
  };
  /** A fault quotes what was asked and what git says of it, which others wrote. */
  const faultOf = async (error: unknown): Promise<string> => {
    const text = await faultText(error);
    if (text === undefined) {
      onBug(error);
      return bugText;
    }
    const { untrusted } = await import('../core/brief/untrusted');
    return untrusted(text, maxFault);
  };
  /** An answer that has no other form for a fault than to fail. */
  const orFault = <T>(answer: Promise<T>): Promise<T> =>
    answer.catch(async (error: unknown) => {
      throw isCancellation(error) ? error : new Error(await faultOf(error), { cause: error });
    });

  server.registerTool(
    'get_goal_brief',
    {
      description:
        'Why this code matters, for whom, how urgent, done when, out of scope. Call before changing code. Default: current branch.',
      inputSchema: terse(briefInput),
      outputSchema: terse(briefOutput),
      annotations: reads,
    },
    (request, { mcpReq: { signal } }) => result(brief(signal, request)),
  );
  server.registerTool(
    'check_priorities',
    {
      description: 'What matters most now: open goals in order, each with its reason.',
      inputSchema: terse(prioritiesInput),
      outputSchema: terse(prioritiesOutput),
      annotations: reads,
    },
    (request, { mcpReq: { signal } }) =>
      result(
        answered(signal, async (workspace, texts) => {
          const { prioritiesAnswer } = await import('../agents/prioritiesAnswer');
          return prioritiesAnswer(workspace, request, texts);
        }),
      ),
  );
  server.registerTool(
    'check_change',
    {
      description:
        'Before committing: goal of the changed files, its trailer, files that stray, faulty commits since base.',
      inputSchema: terse(changeInput),
      outputSchema: terse(changeOutput),
      annotations: reads,
    },
    (request, { mcpReq: { signal } }) => result(change(signal, request)),
  );
  server.registerTool(
    'get_alignment',
    {
      description: 'Whether landed work follows priorities: team effort by goal.',
      inputSchema: terse(alignmentInput),
      outputSchema: terse(alignmentOutput),
      annotations: reads,
    },
    (request, { mcpReq: { signal } }) =>
      result(
        answered(signal, async (workspace, texts) => {
          const { AlignmentAnswers } = await import('../agents/alignmentAnswer');
          alignment ??= new AlignmentAnswers();
          return alignment.answer(workspace, request, texts, signal);
        }),
      ),
  );

  /** Completes a key; none if the keys cannot be read. */
  const keys = async (typed: string): Promise<string[]> => {
    try {
      const { matchingKeys } = await import('./matchingKeys');
      const { workspace } = await open(new AbortController().signal);
      return matchingKeys(workspace, typed);
    } catch {
      return [];
    }
  };
  server.registerResource(
    'goal',
    new ResourceTemplate('goal-lens://goal/{key}', { list: undefined, complete: { key: keys } }),
    { description: 'Brief of a goal' },
    async (uri, { key }, { mcpReq: { signal } }) => {
      const { text } = await orFault(brief(signal, { key: decoded(Array.isArray(key) ? key[0] : key) }));
      return { contents: [{ uri: uri.href, mimeType: 'text/plain', text }] };
    },
  );
  server.registerResource(
    'paths',
    'goal-lens://paths',
    { description: 'Path rules' },
    async (uri, { mcpReq: { signal } }) => {
      const { pathsText } = await import('../agents/pathsText');
      const { workspace } = await orFault(open(signal));
      return { contents: [{ uri: uri.href, mimeType: 'text/plain', text: pathsText(workspace) }] };
    },
  );

  server.registerPrompt(
    'start_work',
    {
      description: 'Plan work on a goal',
      argsSchema: z.object({ key: completable(z.string().max(2048), keys) }),
    },
    async ({ key }, { mcpReq: { signal } }) => {
      const { text } = await orFault(brief(signal, { key }));
      return asked(
        `${text}\n\nPlan the work on this goal: restate why it matters and for whom, what is done when and out of scope, then propose the smallest steps. Ask about what the brief does not record.`,
      );
    },
  );
  server.registerPrompt(
    'explain_change',
    { description: 'Explain the change by its goal' },
    async ({ mcpReq: { signal } }) => {
      const why = await orFault(brief(signal, {}));
      const what = await orFault(change(signal, {}));
      return asked(
        `${why.text}\n\n${what.text}\n\nExplain the change in the work tree to a reviewer: which goal it serves, how it serves it, and what in it does not.`,
      );
    },
  );
  return server;
}

/** A part of an address; as it is if it is none, so that it names no goal. */
function decoded(part = ''): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function asked(text: string): { messages: { role: 'user'; content: { type: 'text'; text: string } }[] } {
  return { messages: [{ role: 'user', content: { type: 'text', text } }] };
}
