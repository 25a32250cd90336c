/** The server as a user starts it, for as long as it is asked. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';

/**
 * @param main the compiled command line
 * @param args what graph it serves, and how
 * @param deed gets the address, without a slash at its end
 */
export async function withServer<T>(
  main: string,
  args: readonly string[],
  deed: (base: string) => Promise<T>,
): Promise<T> {
  const child = spawn(process.execPath, ['--max-old-space-size=4096', main, 'serve', ...args, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  try {
    const [said] = (await once(child.stdout, 'data')) as [Buffer];
    return await deed(/http:\/\/\S+(?=\/)/.exec(said.toString())?.[0] ?? '');
  } finally {
    child.kill();
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  }
}
