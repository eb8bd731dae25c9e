// Stands in for VS Code's native @vscode/native-watchdog, which ends a process after its parent.
const process = require('node:process');
const { setInterval } = require('node:timers');

/** @param {number} pid */
exports.start = (pid) => {
  setInterval(() => {
    try {
      process.kill(pid, 0);
    } catch {
      process.exit(87);
    }
  }, 1000).unref();
};
/** @param {number} [code] */
exports.exit = (code = 0) => process.exit(code);
