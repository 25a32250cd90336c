/** The address of the view, for the clipboard: it holds filters, selection, walk, look and place. */
import { announce, notify } from '../state/store.js';

export async function copyLink(): Promise<void> {
  try {
    await navigator.clipboard.writeText(window.location.href);
    announce('Link to this view copied');
    notify({ text: 'Link to this view copied', state: 'done' });
  } catch {
    notify({ text: 'The browser did not let the link be copied. Copy it from the address bar.', state: 'failed' });
  }
}
