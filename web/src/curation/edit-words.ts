/** An edit in words, as one says it once it is made. */
import type { CurationEdit } from '../api/types.js';
import { paperIdWords } from '../ui/words.js';

/** `Merged` “A” `into` “B”. */
interface EditWords {
  readonly did: string;
  /** A name in quotes, as the next one. */
  readonly what: string;
  readonly how: string;
  readonly other?: string;
}

export function wordsOfEdit(edit: CurationEdit): EditWords {
  if ('merge' in edit) return { did: 'Merged', what: quoted(edit.merge), how: 'into', other: quoted(edit.into) };
  if ('split' in edit) return { did: 'Split', what: quoted(edit.split), how: 'off from', other: quoted(edit.from) };
  if ('rename' in edit) return { did: 'Renamed', what: quoted(edit.rename), how: 'to', other: quoted(edit.to) };
  if ('retype' in edit) return { did: 'Changed the type of', what: quoted(edit.retype), how: `to ${edit.to}` };
  return { did: `Rejected ${edit.reject} from`, what: quoted(edit.from), how: 'to', other: quoted(edit.to) };
}

export function editInWords(edit: CurationEdit): string {
  const { did, what, how, other } = wordsOfEdit(edit);
  return [did, what, how, ...(other === undefined ? [] : [other])].join(' ');
}

/** A node as the file names it; of a paper that is its number. */
function quoted(name: string): string {
  return `“${/^(?:arxiv|doi):/.test(name) ? paperIdWords(name) : name}”`;
}
