/** A part of the page could not be fetched: the server is away, or was updated and has other parts now. */
import { api } from '../api/client.js';
import { notify } from '../state/store.js';

export async function tellNotLoaded(): Promise<void> {
  try {
    await api.health();
  } catch {
    notify({ text: 'This could not be loaded. Try again when the server answers.', state: 'failed' });
    return;
  }
  notify({ text: 'The server was updated since this page was opened.', state: 'failed', reload: true });
}
