/** Runs the compiled command line as a user does, in a process of its own. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from './shared.js';

export const mainFile = join(projectRoot, 'dist', 'src', 'cli', 'main.js');

export interface Outcome {
  status: number | null;
  stdout: string;
  stderr: string;
}

export function stemma(args: readonly string[], options: { input?: string | Buffer; cwd?: string } = {}): Outcome {
  const { status, stdout, stderr } = spawnSync(process.execPath, [mainFile, ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    ...options,
  });
  return { status, stdout, stderr };
}

/** The same without blocking, for tests that themselves serve what the command asks for. */
export async function stemmaBeside(
  args: readonly string[],
  options: { input?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<Outcome> {
  const child = spawn(process.execPath, [mainFile, ...args], { env: options.env, stdio: 'pipe' });
  const said = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said.stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.stderr += text;
  });
  child.stdin.end(options.input ?? '');
  const [status] = (await once(child, 'close')) as [number | null];
  return { status, ...said };
}

/** The whole graph as text. */
export function exportJson(graph: string): string {
  const out = join(freshFolder(), 'export.json');
  const { status, stderr } = stemma(['export', '--graph', graph, '--format', 'json', '--out', out]);
  if (status !== 0) throw new Error(stderr);
  return readFileSync(out, 'utf8');
}

/** A fresh folder in the temporary folder of the whole run, which goes with it. */
export function freshFolder(): string {
  return mkdtempSync(join(tmpdir(), 'stemma-test-'));
}

export interface Served {
  url: string;
  child: ChildProcess;
  /** Ends the server by its process id and waits for it. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

/** `stemma serve` over a graph folder. */
export const serveGraph = (graph: string, ...more: string[]): Promise<Served> => serve(['--graph', graph, ...more]);

/** `stemma serve` on a free port; resolves when it has printed its address. */
export async function serve(args: readonly string[], env: NodeJS.ProcessEnv = process.env): Promise<Served> {
  const child = spawn(process.execPath, [mainFile, 'serve', ...args, '--port', '0'], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const url = await new Promise<string>((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      const found = /http:\/\/\S+/.exec(said);
      if (found) resolve(found[0]);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('exit', (status) => reject(new Error(`serve ended with ${status}: ${said}`)));
  });
  return {
    url,
    child,
    async stop(signal = 'SIGTERM') {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill(signal);
        await once(child, 'exit');
      }
      return child.exitCode;
    },
  };
}
