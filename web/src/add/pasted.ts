/** What is pasted goes to the server as a file, and is spoken of as what it is. */

const FILE = 'pasted.txt';
const WORDS = 'what you pasted';

export function asFile(text: string): File {
  return new File([text], FILE, { type: 'text/plain' });
}

/** A file that was chosen may have the same name: to be asked only of what was pasted. */
export function speakOfPasted(message: string): string {
  return message.replaceAll(FILE, WORDS);
}
