/** The real command line, as it is shipped: builds a graph in a folder of its own and serves it on a free port. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const cli = fileURLToPath(new URL('../../dist/src/cli/main.js', import.meta.url));

/** A graph of 75,000 papers takes a minute to be read, and longer where the machine is busy. */
const MOST_ATTEMPTS = 3_000;

export interface BuiltGraph {
  readonly folder: string;
  remove(): Promise<void>;
}

export async function buildGraph(input: string): Promise<BuiltGraph> {
  const home = await mkdtemp(join(tmpdir(), 'stemma-web-'));
  const folder = join(home, 'graph');
  await promisify(execFile)(process.execPath, [cli, 'build', input, '--graph', folder, '--as-of', '2026-06-01']);
  return { folder, remove: () => rm(home, { recursive: true, force: true }) };
}

export interface Served {
  readonly url: string;
  readonly port: number;
  stop(): Promise<void>;
}

export function serveGraph({ folder }: BuiltGraph, port?: number, ...more: string[]): Promise<Served> {
  return serve(['--graph', folder, ...more], port);
}

/** @param source whose graph is served, as options of the command */
export async function serve(source: readonly string[], port?: number): Promise<Served> {
  const at = port ?? (await freePort());
  const child = spawn(process.execPath, [cli, 'serve', ...source, '--port', String(at)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (part: Buffer) => {
    output += part.toString();
  });
  child.stderr.on('data', (part: Buffer) => {
    output += part.toString();
  });
  const url = `http://127.0.0.1:${at}`;
  for (let attempt = 0; !(await answers(url)); attempt++) {
    if (child.exitCode !== null || attempt > MOST_ATTEMPTS) {
      child.kill('SIGKILL');
      throw new Error(`stemma serve did not start:\n${output}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return { url, port: at, stop: () => stop(child) };
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/api/health`)).ok;
  } catch {
    return false;
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const force = setTimeout(() => child.kill('SIGKILL'), 5_000);
  await ended;
  clearTimeout(force);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
