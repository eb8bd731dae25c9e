// The process that asOrdinaryUser starts: it loads the code, gives up root's rights, and calls.
import { nobody, type RemoteAnswer, type RemoteCall } from './asOrdinaryUser';

process.once('message', (message) => {
  void answer(message as RemoteCall).then((result) => process.send?.(result));
});

async function answer({ module, name, args }: RemoteCall): Promise<RemoteAnswer> {
  try {
    const { [name]: call } = (await import(module)) as Record<string, (...args: unknown[]) => unknown>;
    if (!call) throw new Error(`${module} exports no ${name}.`);
    becomeOrdinary(String(args[0]));
    return { value: await call(...args) };
  } catch (error) {
    return { error: String(error instanceof Error ? error.stack : error) };
  }
}

/** Once the user is another one, there is no way back. */
function becomeOrdinary(home: string): void {
  process.chdir(home);
  process.env['HOME'] = home;
  if (process.getuid?.() !== 0) return;
  process.setgroups?.([]);
  process.setgid?.(nobody);
  process.setuid?.(nobody);
}
