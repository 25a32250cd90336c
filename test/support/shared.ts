/** The folder that every developer and CI has beside the checkout. Tests that need it are skipped elsewhere, never under CI. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const projectRoot = fileURLToPath(new URL('../..', import.meta.url));
export const sharedFolder = fileURLToPath(new URL('../../../shared', import.meta.url));

/** Whether to skip, for `describe.skipIf`; the title should say that the shared folder is needed. */
export const sharedIsAbsent = !existsSync(sharedFolder);
if (sharedIsAbsent && process.env['CI']) throw new Error('../shared is absent: CI must have it beside the checkout');
