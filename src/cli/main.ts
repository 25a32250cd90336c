#!/usr/bin/env -S node --max-old-space-size=4096 --max-semi-space-size=64
/**
 * The command line's entry: runs a command and turns what went wrong into one sentence and an exit status. On a machine of
 * 8 GB Node.js would give up at 2 GB, which a graph of 100,000 papers takes to build: hence the first line. What is new there
 * has room enough to be gone before it is taken for old, which halves the work of collecting garbage.
 */
import { setFlagsFromString } from 'node:v8';
import { CommanderError } from 'commander';
import { QueryError, StemmaError, UsageError } from '../model/index.js';
import { createProgram } from './program.js';
import { coloursOf, createTerminal } from './terminal.js';

const FAILED = 1;
const WRONG_USAGE = 2;

// A reader that has seen enough (`stemma extract … | head`) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

// Otherwise as much garbage may lie about as there is alive: a gigabyte, for such a graph.
setFlagsFromString('--heap-growing-percent=30');

const terminal = createTerminal();
try {
  await createProgram(terminal).parseAsync();
} catch (error) {
  process.exitCode = report(error);
}

function report(error: unknown): number {
  // Commander has already said what is wrong, and prints help and version as "errors" with the status 0.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : WRONG_USAGE;
  terminal.progressDone();
  const fail = coloursOf(process.stderr).red('error');
  if (error instanceof QueryError && error.line !== undefined) {
    const column = error.column === undefined ? '' : `, column ${error.column}`;
    terminal.note(`${fail} ${error.message} (line ${error.line}${column})`);
    return FAILED;
  }
  if (error instanceof StemmaError) {
    terminal.note(`${fail} ${error.message}`);
    return error instanceof UsageError ? WRONG_USAGE : FAILED;
  }
  const message = error instanceof Error ? error.message : String(error);
  terminal.note(`${fail} ${message}`);
  if (process.env['STEMMA_DEBUG'] && error instanceof Error) terminal.note(error.stack ?? '');
  else terminal.note('this is a fault of Stemma: run it again with STEMMA_DEBUG=1 for the details and report them');
  return FAILED;
}
