/**
 * `npm run fuzz`: everything that reads what strangers wrote is given what nobody would write. Each target runs in a process
 * of its own, so that an input that never ends, or that fills the memory, is known as well.
 *
 * usage: npm run fuzz [-- [TARGET] [SECONDS]]   one target instead of all, and for how long: a minute each, if not said
 *        FUZZ_INPUTS=N tries so many inputs instead, the same at every run
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { inspect } from 'node:util';
import { Worker } from 'node:worker_threads';
import { type FuzzOutcome, fuzz } from '../test/fuzz/fuzzer.js';
import { TARGETS } from '../test/fuzz/targets/index.js';

const FOLDER = '.cache/fuzz';
/** Of the processor's time, for one input; by the clock a busy machine takes any time. */
const LONGEST_SECONDS = 30;
const MEMORY_MB = 1024;
/** A thread of its own: who reads an input that never ends can look at no clock. */
const WATCHDOG = `
  const { workerData: tried } = require('node:worker_threads');
  let last = -1;
  let since = 0;
  setInterval(() => {
    const { user } = process.cpuUsage();
    if (tried[0] !== last) [last, since] = [tried[0], user];
    else if (user - since > ${LONGEST_SECONDS}e6) process.kill(process.pid, 'SIGXCPU');
  }, 500);
`;

const [name, seconds = '60', file] = process.argv.slice(2);
const inputs = process.env['FUZZ_INPUTS'];
const targets = TARGETS.filter((target) => name === undefined || name === 'all' || target.name === name);
const [target] = targets;
if (target === undefined)
  throw new Error(`no target "${name}": there are ${TARGETS.map((each) => each.name).join(', ')}`);

if (file === undefined) {
  mkdirSync(FOLDER, { recursive: true });
  for (const each of targets) if (!(await watch(each.name))) process.exitCode = 1;
} else {
  const limit = inputs === undefined ? { seconds: Number(seconds) } : { inputs: Number(inputs) };
  const tried = new Int32Array(new SharedArrayBuffer(4));
  const watchdog = new Worker(WATCHDOG, { eval: true, workerData: tried });
  const onInput = (input: Buffer) => {
    tried[0] = (tried[0] ?? 0) + 1;
    writeFileSync(file, input);
  };
  report(await fuzz(target, { ...limit, onInput }));
  await watchdog.terminate();
}

/** @returns whether no fault was found */
async function watch(of: string): Promise<boolean> {
  const input = `${FOLDER}/${of}-${process.pid}`;
  writeFileSync(input, '');
  const args = [...process.execArgv, `--max-old-space-size=${MEMORY_MB}`, import.meta.filename, of, seconds, input];
  const child = spawn(process.execPath, args, { stdio: 'inherit' });
  await once(child, 'exit');
  if (child.exitCode === 0) {
    rmSync(input);
    return true;
  }
  if (child.signalCode === 'SIGXCPU') console.log(`${of}: no end after ${LONGEST_SECONDS} s of the processor's time`);
  else if (child.exitCode !== 1) console.log(`${of}: the process died (${child.signalCode ?? child.exitCode})`);
  const text = JSON.stringify(readFileSync(input, 'utf8'));
  console.log(`the input lies in ${input}: ${text.length > 400 ? `${text.slice(0, 400)}…` : text}`);
  return false;
}

function report({ inputs: tried, seeds, kept, reachedBySeeds, reached, fault }: FuzzOutcome): void {
  const more = ((100 * (reached - reachedBySeeds)) / reachedBySeeds).toFixed(1);
  console.log(
    `${target?.name}: ${tried} inputs from ${seeds} seeds; ${kept} reached new code: ${reached} characters, ${more} % more than the seeds' ${reachedBySeeds}`,
  );
  if (fault === undefined) return;
  console.log(inspect(fault.error));
  process.exitCode = 1;
}
