// The process that is killed: it writes, and tells each number that is written.
import { targets } from './targets';

const [name = '', folder = ''] = process.argv.slice(2);
const written = (number: number): void => void process.send?.(number);
written(0);
void targets[name]?.work(folder, written);
