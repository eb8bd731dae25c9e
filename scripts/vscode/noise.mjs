// @ts-check

/** What VS Code's workbench itself reports during tests: its log and the tests' console share one channel. */
const noise = [
  /^(Resolving|Resolved) connection token/,
  /^Creating a socket/,
  /^\[(reconnection-grace-time|Service Worker|AccountPolicyGate|AgentHost:remote|AgentHostChannel|driver)\]/,
  /^(Ignoring fetching|Updating) additional builtin extensions/,
  /^Creation of workbench contribution/,
  /^No search provider registered for scheme/,
];

/**
 * Whether a line of the tests' console comes from the workbench alone.
 * @param {string} line
 */
export function isNoise(line) {
  return noise.some((pattern) => pattern.test(line));
}
