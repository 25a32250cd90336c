/** Sources that end before their time: what was read is kept, and the end is reported once. */
import type { Ending } from './bytes.js';
import { type FaultItem, refuse } from './item.js';

export const isCut = (ending: Ending) =>
  ending.truncated === true || ending.bomb === true || ending.unreadable !== undefined;

export function* endingFaults(ending: Ending, file: string, line: number): Generator<FaultItem> {
  if (ending.changed) {
    const message =
      'this file was written to while it was read: what was read is kept, but may be half old and half new; read it again when it is finished';
    yield refuse('changed', message, file);
  }
  if (ending.unreadable !== undefined) {
    const message = `cannot be read${line > 1 ? ' beyond this line' : ''} (${ending.unreadable}): check its permissions and the disk`;
    yield refuse('unreadable', message, file, line);
  } else if (ending.bomb) {
    const message =
      'the packed file grows to hundreds of times its size, as no papers do; the rest was not read: unpack it and look at it';
    yield refuse('gzip-bomb', message, file, line);
  } else if (ending.truncated) {
    const message =
      'the packed file breaks off or is damaged here; what came before was kept: fetch it anew, or pack it again';
    yield refuse('truncated-gzip', message, file, line);
  }
}
