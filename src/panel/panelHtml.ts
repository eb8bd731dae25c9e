import type { Strings } from './contract/protocol';
import { skeletonLines } from './contract/skeleton';

/** What the shell of the panel's page is made of. */
export interface PanelHtmlOptions {
  readonly scriptUri: string;
  readonly styleUri: string;
  /** The webview's source for content security policies. */
  readonly cspSource: string;
  /** Fresh for every page, from a cryptographic source. */
  readonly nonce: string;
  readonly strings: Strings;
  /** The language of the strings, as a BCP 47 tag. */
  readonly language: string;
}

/**
 * The shell of the panel's page: it holds no data but the translated words; the state comes as messages, and until one is
 * there the shell shows the shapes of a goal.
 */
export function panelHtml(options: PanelHtmlOptions): string {
  const { scriptUri, styleUri, cspSource, nonce, strings, language } = options;
  const policy = [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}'`,
    `style-src ${cspSource} 'nonce-${nonce}'`,
    `img-src 'none'`,
    `font-src 'none'`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${attribute(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${attribute(policy)}">
<meta property="csp-nonce" content="${attribute(nonce)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text(strings.goals)}</title>
<link rel="stylesheet" href="${attribute(styleUri)}">
</head>
<body>
<div id="root" tabindex="-1">${skeleton()}</div>
<div id="announcer" class="hiddenText" role="status" aria-live="polite"></div>
<script type="application/json" id="strings" nonce="${attribute(nonce)}">${json(strings)}</script>
<script type="module" src="${attribute(scriptUri)}" nonce="${attribute(nonce)}"></script>
</body>
</html>
`;
}

function skeleton(): string {
  const line = (bones: readonly string[]): string =>
    `<div class="bones">${bones.map((bone) => `<span class="${bone}"></span>`).join('')}</div>`;
  return `<div class="skeleton" aria-hidden="true">${skeletonLines.map(line).join('')}</div>`;
}

function text(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function attribute(value: string): string {
  return text(value).replaceAll('"', '&quot;');
}

// Inside a script element only `<` can end or change the block, and JSON may spell it as an escape.
function json(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', String.raw`\u003c`);
}
