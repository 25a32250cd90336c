/**
 * Starts the embedded database's process with as few rights as it needs. The guard decides what runs; this bounds what a
 * mistake of the guard, or of the database, could do:
 * - its environment tells it nothing, and it stands in the folder of the database;
 * - Node's permission model takes from its JavaScript writing, other processes and worker threads (not from the database
 *   itself, which is native code);
 * - on POSIX systems a limit of the operating system holds for the native code too: a process that answers queries cannot
 *   write a byte to any file, nor leave a memory image.
 * Reading files and opening connections is not held back here.
 */
import { type ChildProcess, type ForkOptions, fork, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { StoreError } from '../../model/index.js';
import { embeddedProcessFile } from '../places.js';
import type { Role } from './protocol.js';

/** Megabytes for the process's JavaScript: rows on their way; the database's own memory is set where it is opened. */
const HEAP_MB = 512;
const PERMISSION = process.allowedNodeEnvironmentFlags.has('--permission')
  ? '--permission'
  : '--experimental-permission';
const LIMITS = 'ulimit -f 0 && ulimit -c 0 && exec "$0" "$@"';

/** @param path the database file @throws StoreError `not-built` */
export function forkDatabase(role: Role, path: string, ...args: string[]): ChildProcess {
  if (!existsSync(embeddedProcessFile)) {
    throw new StoreError('not-built', `${embeddedProcessFile} is missing: run "npm run build"`);
  }
  const { SystemRoot } = process.env;
  const whole = [path, ...args].map((item) => resolve(item));
  const flags =
    role === 'query' ? [PERMISSION, '--allow-fs-read=*', '--allow-addons', `--max-old-space-size=${HEAP_MB}`] : [];
  const options = {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    cwd: existsSync(dirname(whole[0] ?? path)) ? dirname(whole[0] ?? path) : '/',
    env: SystemRoot === undefined ? {} : { SystemRoot },
  } satisfies ForkOptions;
  if (role !== 'query' || process.platform === 'win32') {
    return fork(embeddedProcessFile, [role, ...whole], { ...options, execArgv: flags });
  }
  return spawn('/bin/sh', ['-c', LIMITS, process.execPath, ...flags, embeddedProcessFile, role, ...whole], options);
}
