// @ts-check
import { box, chip, path, picture, progress, target, text } from './drawing.mjs';
import { texts } from './texts.mjs';

/** @typedef {typeof texts.en} Texts */

/** @param {Texts} t */
function goals(t) {
  /** @param {number} y @param {string} title @param {string} note @param {string} [badge] */
  const row = (y, title, note, badge) => [
    target(72, y - 4),
    text(90, y, title),
    text(badge ? 432 : 464, y, note, { size: 12, color: 'quiet', end: true }),
    ...(badge ? [text(464, y, badge, { size: 12, weight: 600, end: true })] : []),
  ];
  return [
    box(36, 20, 448, 280),
    text(56, 46, t.allGoals, { size: 11, weight: 600 }),
    text(56, 76, t.mine, { weight: 600 }),
    ...row(102, t.retry, t.inDays),
    ...row(128, t.cart, 'SHOP-131', 'P2'),
    text(56, 162, t.urgent, { weight: 600 }),
    ...row(188, t.checkout, t.atRisk, 'P1'),
    ...row(214, t.recover, 'SHOP-120'),
    text(56, 248, t.high, { weight: 600 }),
    ...row(274, t.gateway, t.overdue, 'P2'),
  ];
}

/** @param {Texts} t */
function branch(t) {
  /** @param {number} step @param {string} level @param {string} key @param {string} title */
  const node = (step, level, key, title) => {
    const [x, y] = [60 + step * 32, 118 + step * 54];
    return [
      path([x - 32, y - 36, x - 32, y, x - 8, y]),
      box(x - 4, y - 18, 520 - x - 40, 38),
      text(x + 10, y + 5, level, { size: 12, color: 'quiet' }),
      text(x + 68, y + 5, key, { size: 12, color: 'link' }),
      text(x + 130, y + 5, title, { size: 12, weight: step === 0 ? 600 : 400 }),
    ];
  };
  return [
    box(24, 30, 472, 54, { fill: 'marked' }),
    text(40, 53, 'feature/SHOP-142-retry-payments', { size: 13, mono: true }),
    text(40, 73, t.found, { size: 12, color: 'quiet' }),
    ...node(0, t.item, 'SHOP-142', t.retry),
    ...node(1, t.epic, 'SHOP-120', t.recover),
    ...node(2, t.initiative, 'SHOP-7', t.checkout),
  ];
}

/** @param {Texts} t */
function panel(t) {
  return [
    box(70, 14, 380, 292),
    text(92, 42, 'SHOP-142', { size: 12, color: 'link' }),
    text(92, 66, t.retry, { size: 16, weight: 600 }),
    chip(92, 80, 'P1', false),
    text(130, 93, t.from, { size: 12, color: 'quiet' }),
    text(92, 122, t.facts, { size: 12 }),
    progress(92, 134, 336, 0.7),
    path([70, 156, 450, 156], 'line'),
    text(92, 182, t.why, { size: 12, weight: 600 }),
    target(99, 203),
    text(116, 208, t.checkout, { weight: 600 }),
    text(92, 236, t.customers, { size: 14, weight: 600 }),
    text(210, 236, t.requests, { size: 14, weight: 600 }),
    path([94, 252, 94, 288], 'accent'),
    text(104, 265, t.quote, { size: 12 }),
    text(104, 284, t.source, { size: 12, color: 'quiet' }),
  ];
}

/** @param {Texts} t */
function priorities(t) {
  /** @param {number} y @param {string} rank @param {string} title @param {string} key @param {string} reason */
  const row = (y, rank, title, key, reason) => [
    text(64, y, `${rank} ${title}`, { weight: 600 }),
    text(462, y, key, { size: 12, color: 'quiet', end: true }),
    text(64, y + 20, reason, { size: 12, color: 'quiet' }),
  ];
  return [
    box(36, 30, 448, 250),
    box(52, 48, 416, 32, { fill: 'field', radius: 3 }),
    text(64, 69, t.search, { size: 12, color: 'quiet' }),
    box(44, 92, 432, 54, { fill: 'marked', edge: false, radius: 3 }),
    ...row(114, 'P1', t.retry, 'SHOP-142', t.reason1),
    ...row(174, 'P1', t.checkout, 'SHOP-7', t.reason2),
    ...row(234, 'P2', t.gateway, 'PAY-3', t.reason3),
  ];
}

/** @param {Texts} t */
function commit(t) {
  return [
    box(60, 50, 400, 210),
    text(80, 78, t.message, { size: 11, weight: 600 }),
    box(80, 92, 360, 96, { fill: 'field', radius: 3 }),
    text(94, 118, t.subject, { mono: true }),
    box(86, 148, 348, 28, { fill: 'marked', edge: false, radius: 3 }),
    text(94, 167, 'Initiative: SHOP-7', { mono: true, color: 'link' }),
    text(80, 210, t.added, { size: 12, color: 'quiet' }),
    `<rect x="80" y="222" width="360" height="26" rx="3" fill="var(--vscode-button-background)"/>`,
    `<text x="260" y="239" font-size="13" text-anchor="middle" fill="var(--vscode-button-foreground)">${t.commit}</text>`,
  ];
}

/** The walkthrough's pictures by the names of their files. */
export function walkthroughPictures() {
  const drawn = { goals, branch, panel, priorities, commit };
  /** @type {Record<string, string>} */
  const files = {};
  for (const [language, words] of Object.entries(texts))
    for (const [name, draw] of Object.entries(drawn))
      files[`${name}${language === 'en' ? '' : `.${language}`}.svg`] = picture(draw(words));
  return files;
}
