/** The parts of a page's shell. */
export interface PageShell {
  readonly scriptUri: string;
  readonly styleUri: string;
  /** The webview's source for content security policies. */
  readonly cspSource: string;
  /** Fresh for every page, from a cryptographic source. */
  readonly nonce: string;
  /** The language of the strings, as a BCP 47 tag. */
  readonly language: string;
  readonly title: string;
  /** The page's translated strings, for its script. */
  readonly strings: object;
  /** The placeholder shapes shown until there is a state: rows of CSS classes, one for each shape. */
  readonly bones: readonly (readonly string[])[];
}

/** Builds the shell of a webview page: its only data are the translated strings; the state arrives as messages. */
export function pageHtml(shell: PageShell): string {
  const { scriptUri, styleUri, cspSource, nonce, strings, language, title, bones } = shell;
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
<title>${text(title)}</title>
<link rel="stylesheet" href="${attribute(styleUri)}">
</head>
<body>
<div id="root" tabindex="-1">${skeleton(bones)}</div>
<div id="announcer" class="hiddenText" role="status" aria-live="polite"></div>
<script type="application/json" id="strings" nonce="${attribute(nonce)}">${json(strings)}</script>
<script type="module" src="${attribute(scriptUri)}" nonce="${attribute(nonce)}"></script>
</body>
</html>
`;
}

function skeleton(lines: PageShell['bones']): string {
  const line = (bones: readonly string[]): string =>
    `<div class="bones">${bones.map((bone) => `<span class="${bone}"></span>`).join('')}</div>`;
  return `<div class="skeleton" aria-hidden="true">${lines.map(line).join('')}</div>`;
}

function text(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function attribute(value: string): string {
  return text(value).replaceAll('"', '&quot;');
}

// Inside a script element only `<` can end or change the block, and JSON may escape it.
function json(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', String.raw`\u003c`);
}
