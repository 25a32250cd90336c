/** Looks into a running Node.js process of ours, through its inspector. */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocket } from 'undici';

export interface Inspected {
  /** The value of an expression, after all garbage is collected. */
  evaluate<T>(expression: string): Promise<T>;
  close(): void;
}

/** Lets the inspector take any free port when it is asked for. */
export const INSPECTABLE = { NODE_OPTIONS: '--inspect-port=127.0.0.1:0' };

interface Answer {
  result?: { result?: { value?: unknown } };
}

/** @param child started with `INSPECTABLE` in its environment, not on Windows: a signal opens its inspector */
export async function inspect(child: ChildProcess): Promise<Inspected> {
  let said = '';
  const listen = (chunk: Buffer) => {
    said += chunk.toString();
  };
  child.stderr?.on('data', listen);
  child.kill('SIGUSR1');
  let address: string | undefined;
  while (address === undefined) {
    if (child.exitCode !== null) throw new Error(`the process ended: ${said}`);
    await sleep(20);
    address = /ws:\/\/\S+/.exec(said)?.[0];
  }
  child.stderr?.off('data', listen);
  const socket = new WebSocket(address);
  await once(socket, 'open');
  const waiting = new Map<number, (answer: Answer) => void>();
  socket.addEventListener('message', ({ data }) => {
    const answer = JSON.parse(String(data)) as Answer & { id: number };
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  });
  let sent = 0;
  const send = (method: string, params = {}) =>
    new Promise<Answer>((resolve) => {
      waiting.set(++sent, resolve);
      socket.send(JSON.stringify({ id: sent, method, params }));
    });
  return {
    async evaluate<T>(expression: string) {
      await send('HeapProfiler.collectGarbage');
      const { result } = await send('Runtime.evaluate', { expression, returnByValue: true });
      return result?.result?.value as T;
    },
    close: () => socket.close(),
  };
}
