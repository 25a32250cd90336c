/** A way to a server over which nothing comes any more, though no connection is closed: a cable pulled, a machine asleep. */
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface SilentLine {
  url: string;
  /** From now on what comes over these connections, from either side, is lost. */
  hush(which: 'those that are open' | 'all'): void;
  end(): Promise<void>;
}

/** @param port of a Bolt server on this machine */
export async function silentLine(port: number): Promise<SilentLine> {
  const open = new Set<Socket>();
  const silent = new WeakSet<Socket>();
  let isDead = false;
  const proxy = createServer((client) => {
    const server = connect(port, '127.0.0.1');
    for (const [from, to] of [
      [client, server],
      [server, client],
    ] as const) {
      open.add(from);
      from.on('data', (bytes) => {
        if (!isDead && !silent.has(from)) to.write(bytes);
      });
      from.on('error', () => to.destroy());
      from.on('close', () => {
        open.delete(from);
        to.destroy();
      });
    }
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  return {
    url: `bolt://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    hush(which) {
      isDead ||= which === 'all';
      for (const socket of open) silent.add(socket);
    },
    async end() {
      for (const socket of open) socket.destroy();
      proxy.close();
      await once(proxy, 'close');
    },
  };
}
