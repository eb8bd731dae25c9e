// @ts-check
// Runs a command in its own process group and ends the whole group as soon as standard input closes: when the starter
// asks for it, and also when the starter dies in any way, even by SIGKILL.
import { spawn } from 'node:child_process';

const [command = '', ...args] = process.argv.slice(2);
const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });

process.on('SIGTERM', () => {});
process.stdin.resume().on('end', () => {
  process.kill(-process.pid, 'SIGTERM');
  setTimeout(killGroup, 2000);
});
child.on('error', (error) => {
  console.error(error.message);
  process.exitCode = 1;
  process.stdin.destroy();
});
child.on('exit', killGroup);

function killGroup() {
  process.kill(-process.pid, 'SIGKILL');
}
