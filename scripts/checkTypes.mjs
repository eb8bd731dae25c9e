// @ts-check
// Type-checks every part of the project, each with the globals that it really has.
import { spawnSync } from 'node:child_process';

const projects = ['.', 'src/pages', 'test', 'scripts'];
const failed = projects.filter(
  (project) =>
    spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', project], { stdio: 'inherit' })
      .status !== 0,
);
process.exitCode = failed.length === 0 ? 0 : 1;
