import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { goalServer, type GoalServerOptions } from './goalServer';

/** Serves the goals over standard input and output until the client closes them. */
export function serveGoals(options: GoalServerOptions): Promise<void> {
  return new Promise((resolve) => {
    // The transport closes the connection at the end of standard input, as the protocol demands.
    process.stdin.once('end', resolve);
    process.stdin.once('close', resolve);
    process.stdout.once('error', resolve);
    serveStdio(() => goalServer(options), { onerror: options.onBug });
  });
}
