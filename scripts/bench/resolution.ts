/** How the cost of resolution grows with the number of different names. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Figure } from './figure.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const SIZES = [100_000, 300_000, 1_000_000];
const RowSchema = z.object({ seconds: z.number(), nodes: z.number(), bytes: z.number() });

export function benchResolution(): Figure[] {
  return SIZES.map((names) => {
    const { stdout, stderr } = spawnSync('npx', ['tsx', 'scripts/bench/resolution-row.ts', String(names)], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, NODE_OPTIONS: '--max-old-space-size=12288' },
    });
    const row = RowSchema.safeParse(JSON.parse(stdout || '{}'));
    if (!row.success) throw new Error(`no figures for ${names} names: ${stderr.slice(-500)}`);
    const { seconds, nodes, bytes } = row.data;
    return {
      of: `resolving ${names.toLocaleString('en')} different names`,
      measured:
        `${seconds.toFixed(0)} s of processor time, ${((1e6 * seconds) / names).toFixed(0)} µs a name, ` +
        `${nodes.toLocaleString('en')} nodes, ${(bytes / 1e9).toFixed(1)} GB`,
    };
  });
}
