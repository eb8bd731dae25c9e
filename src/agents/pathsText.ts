import * as l10n from '@vscode/l10n';
import { counted } from '../core/counted';
import { fenced, longestNonce, nonceFor } from '../core/brief/fence';
import { briefTokens } from '../core/brief/fitBrief';
import { tokensAtMost } from '../core/brief/tokenBound';
import { untrusted } from '../core/brief/untrusted';
import { dataNote } from '../presentation/brief/goalBrief';
import type { Workspace } from '../workspace/workspace';
import { newNonce } from './agentAnswer';

const maxRules = 100;

/** The rules of `.goals/paths` with the goals they lead to, in at most 400 tokens; says how many are left out. */
export function pathsText({ pathMap }: Pick<Workspace, 'pathMap'>): string {
  const rules = pathMap?.list ?? [];
  if (rules.length === 0) return l10n.t('There are no path rules here: add .goals/paths.');
  for (let shown = Math.min(rules.length, maxRules); ; shown -= 1) {
    const lines = rules
      .slice(0, shown)
      .map(({ pattern, keys }) =>
        l10n.t('Rule: {0}', untrusted(`${pattern} → ${keys.join(' ') || '–'}`, 160)),
      );
    const left = rules.length - shown;
    const end =
      left > 0
        ? counted(left, {
            one: l10n.t('Cut: {0} more rule.', left),
            other: l10n.t('Cut: {0} more rules.', left),
          })
        : l10n.t('Cut: nothing.');
    const text = (nonce: string): string => `${fenced(lines, dataNote(), nonce)}\n${end}`;
    if (shown === 1 || tokensAtMost(text(longestNonce)) <= briefTokens) {
      return text(nonceFor(lines.join('\n'), newNonce));
    }
  }
}
