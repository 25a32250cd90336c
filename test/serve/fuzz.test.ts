/** The OpenAPI document against the server that it describes: schemathesis asks what fits it and what does not, all checks on. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isLong } from '../support/effort.js';
import { projectRoot } from '../support/shared.js';
import { freshFolder, type Served, serveGraph, stemma } from '../support/stemma.js';

const installed = spawnSync('bash', [join(projectRoot, 'scripts', 'setup-schemathesis.sh')], { encoding: 'utf8' });
const isAbsent = installed.status !== 0 && process.env['CI'] === undefined;

let server: Served;
let said = '';
beforeAll(async () => {
  if (isAbsent) return;
  const graph = join(freshFolder(), 'graph');
  const built = stemma(['build', join(projectRoot, 'sample'), '--graph', graph, '--extractor', 'fast']);
  if (built.status !== 0) throw new Error(built.stderr);
  // Edits would change the graph under the questions; that they are refused is an answer too.
  server = await serveGraph(graph, '--read-only');
  server.child.stderr?.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
});
afterAll(() => server?.stop());

it.skipIf(isAbsent)(
  `finds no fault${isAbsent ? ` (schemathesis cannot be installed: ${installed.stderr.trim().slice(-100)})` : ''}`,
  { timeout: 1_200_000 },
  async () => {
    const effort = isLong
      ? ['--max-examples', '100', '--max-time', '600']
      : ['--max-examples', '5', '--max-time', '30'];
    const args = [
      '--config-file',
      join(projectRoot, 'test', 'serve', 'schemathesis.toml'),
      '--no-color',
      'run',
      `${server.url}api/openapi.json`,
    ];
    const fuzzing = spawn(
      installed.stdout.trim(),
      [...args, '--generation-deterministic', '--continue-on-failure', ...effort],
      {
        cwd: freshFolder(),
      },
    );
    let report = '';
    for (const stream of [fuzzing.stdout, fuzzing.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        report += chunk.toString();
      });
    }
    const [status] = await once(fuzzing, 'close');
    if (status !== 0) throw new Error(report.slice(-6_000));
    // Nothing that the server did not see coming.
    expect(said).toBe('Ctrl-C ends it.\n');
  },
);
