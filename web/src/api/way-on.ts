/** What a reader can do about an error: ask again, or load a page anew that the server has outgrown or that has a mistake. */
import { ApiError, OTHER_VERSION, UnreachableError } from './errors.js';

export function wayOn(error: unknown, again: () => void): { readonly name: string; readonly run: () => void } {
  const mayPass = error instanceof UnreachableError || (error instanceof ApiError && error.code !== OTHER_VERSION);
  return mayPass ? { name: 'Try again', run: again } : { name: 'Reload the page', run: () => window.location.reload() };
}
