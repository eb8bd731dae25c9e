// Stands in for VS Code's native @vscode/spdlog, so that log output channels have their files.
const { appendFileSync, mkdirSync } = require('node:fs');
const { dirname } = require('node:path');

const levels = ['trace', 'debug', 'info', 'warning', 'error', 'critical', 'off'];

class Logger {
  /** @param {string} _type @param {string} _name @param {string} file */
  constructor(_type, _name, file) {
    mkdirSync(dirname(file), { recursive: true });
    this.file = file;
    this.level = 2;
    this.plain = false;
  }
  trace = this.writer(0);
  debug = this.writer(1);
  info = this.writer(2);
  warn = this.writer(3);
  error = this.writer(4);
  critical = this.writer(5);
  getLevel() {
    return this.level;
  }
  /** @param {number} level */
  setLevel(level) {
    this.level = level;
  }
  setPattern() {
    this.plain = false;
  }
  clearFormatters() {
    this.plain = true;
  }
  flush() {}
  drop() {
    this.level = 6;
  }
  /** @param {number} level @returns {(message: string) => void} */
  writer(level) {
    return (message) => {
      if (level < this.level) return;
      const time = new Date().toISOString().replace('T', ' ').slice(0, -1);
      appendFileSync(this.file, this.plain ? message : `${time} [${levels[level]}] ${message}\n`);
    };
  }
}

/** @param {string} name @param {string} file */
const createLogger = async (name, file) => new Logger('rotating', name, file);

exports.version = 1;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.Logger = Logger;
exports.createRotatingLogger = createLogger;
exports.createAsyncRotatingLogger = createLogger;
