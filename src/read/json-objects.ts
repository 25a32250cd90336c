/** Objects of JSON lines whose form is somebody else's affair, from a file or standard input, plain or gzip. */
import type { Readable } from 'node:stream';
import { type Ending, readBytes } from './bytes.js';
import { endingFaults, isCut } from './ending.js';
import { checkInputs, STANDARD_INPUT } from './inputs.js';
import { type FaultItem, refuseLine } from './item.js';
import { type ObjectItem, parseObject } from './json-lines.js';
import { LineSource } from './lines.js';

/**
 * The objects and faults of a file in its order; blank lines are passed over, a bad line is a fault and the next goes on.
 * @param file as the user names it, or `-` for standard input
 * @throws InputError `missing-file` when it is not there
 */
export async function* readJsonObjects(file: string, stdin: Readable): AsyncGenerator<ObjectItem | FaultItem> {
  await checkInputs([file]);
  const ending: Ending = {};
  const lines = new LineSource(readBytes(file === STANDARD_INPUT ? stdin : file, ending), () => isCut(ending));
  try {
    for await (const line of lines) {
      if (line.fault !== undefined) yield refuseLine(line, file);
      else if (line.text.trim() !== '') {
        yield parseObject(line.text, file, line.number);
      }
    }
    yield* endingFaults(ending, file, lines.last + 1);
  } finally {
    await lines.close();
  }
}
