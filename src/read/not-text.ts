/** Tells binary files from text by their first bytes, and says what to do about them. */
import { isUtf8 } from 'node:buffer';

const SIGNATURES: readonly (readonly [string, string])[] = [
  ['%PDF', 'this is a PDF: give its abstract as text, or its entry in BibTeX, RIS or JSON'],
  ['PK\u0003\u0004', 'this is a ZIP archive or an Office document: unpack it, or save it as text'],
  ['BZh', 'this is packed with bzip2: unpack it, or pack it with gzip'],
  ['\u00fd7zXZ', 'this is packed with xz: unpack it, or pack it with gzip'],
  ['\u0028\u00b5\u002f\u00fd', 'this is packed with zstd: unpack it, or pack it with gzip'],
  ['\u00ff\u00fe', 'this is UTF-16: save it as UTF-8'],
  ['\u00fe\u00ff', 'this is UTF-16: save it as UTF-8'],
];
/** Share of control characters, and of bytes that are no UTF-8, from which a file is no text. */
const MAX_CONTROLS = 0.02;
const MAX_INVALID = 0.1;

/** What a file is that is no text, with the remedy; undefined for text in any 8-bit encoding. */
export function describeBinary(bytes: Buffer): string | undefined {
  const start = bytes.subarray(0, 8).toString('latin1');
  for (const [signature, message] of SIGNATURES) if (start.startsWith(signature)) return message;
  let controls = 0;
  for (const byte of bytes) {
    if (byte === 0) return 'this is no text (it holds zero bytes): leave it out, or save it as UTF-8 text';
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12) controls++;
  }
  if (controls > bytes.length * MAX_CONTROLS) return 'this is no text: leave it out, or save it as UTF-8 text';
  if (isUtf8(bytes)) return undefined;
  const invalid = bytes.toString('utf8').match(/\uFFFD/g)?.length ?? 0;
  return invalid > bytes.length * MAX_INVALID ? 'this is no UTF-8 text: save it as UTF-8' : undefined;
}
