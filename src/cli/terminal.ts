/** What the commands say: answers on standard output, progress and messages on standard error, colour for people only. */
import Table from 'cli-table3';
import pc from 'picocolors';
import { type Fault, formatFault } from '../model/index.js';

/** Milliseconds between two drawings of the progress line. */
const REDRAW_MS = 80;
/** Refused records that are listed one by one; the rest is counted. */
const LISTED_FAULTS = 50;

/** Colours for a person's terminal; none elsewhere, where another program or a file takes the text (nor by `CI` alone). */
export function coloursOf(stream: NodeJS.WriteStream): ReturnType<typeof pc.createColors> {
  return pc.createColors(pc.isColorSupported && stream.isTTY === true);
}

export interface Terminal {
  /** One line of the answer. */
  print(line: string): void;
  /** One line beside the answer. */
  note(line: string): void;
  /** Replaces the progress line; nothing where standard error is no terminal. */
  progress(line: string): void;
  /** Takes the progress line away; the next one is drawn at once. */
  progressDone(): void;
  faults(faults: readonly Fault[]): void;
}

export function createTerminal(
  out: NodeJS.WriteStream = process.stdout,
  err: NodeJS.WriteStream = process.stderr,
): Terminal {
  const colours = coloursOf(err);
  let drawn = false;
  let lastDrawn = Number.NEGATIVE_INFINITY;
  const clear = () => {
    if (drawn) err.write('\r\u001b[2K');
    drawn = false;
  };
  return {
    print(line) {
      clear();
      out.write(`${line}\n`);
    },
    note(line) {
      clear();
      err.write(`${line}\n`);
    },
    progress(line) {
      if (!err.isTTY || performance.now() - lastDrawn < REDRAW_MS) return;
      clear();
      // A terminal that nobody told its size says 0.
      err.write(colours.dim(line.slice(0, Math.max(20, (err.columns || 80) - 1))));
      drawn = true;
      lastDrawn = performance.now();
    },
    progressDone() {
      clear();
      lastDrawn = Number.NEGATIVE_INFINITY;
    },
    faults(faults) {
      clear();
      for (const fault of faults.slice(0, LISTED_FAULTS))
        err.write(`${colours.yellow('refused')} ${formatFault(fault)}\n`);
      if (faults.length > LISTED_FAULTS) err.write(`… and ${faults.length - LISTED_FAULTS} more\n`);
    },
  };
}

/** A table for people: lines around it only where the output is a terminal. */
export function formatTable(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  numeric: readonly number[] = [],
): string {
  const table = new Table({
    head: [...columns],
    style: { head: process.stdout.isTTY ? ['bold'] : [], border: [], compact: true },
    colAligns: columns.map((_, index) => (numeric.includes(index) ? 'right' : 'left')),
    chars: {
      top: '', 'top-mid': '', 'top-left': '', 'top-right': '', bottom: '', 'bottom-mid': '', 'bottom-left': '',
      'bottom-right': '', left: '', 'left-mid': '', mid: '', 'mid-mid': '', right: '', 'right-mid': '', middle: '  ',
    }, // biome-ignore format: a table of the parts of a frame, all empty
  });
  table.push(...rows.map((row) => [...row]));
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}

/** `1234567` as `1,234,567`. */
export function formatCount(count: number): string {
  return count.toLocaleString('en-US');
}
