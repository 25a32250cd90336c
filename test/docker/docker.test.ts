/** The container files, as far as they can be checked without containers: linters, the compose schema, the server's settings. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { DCLinter } from 'dclint';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { loadNeo4j } from '../../src/store/index.js';
import { connect } from '../../src/store/neo4j/driver.js';
import { graph } from '../store/fixture.js';
import { ownNeo4jIsAbsent, startOwnNeo4j } from '../support/neo4j.js';
import { projectRoot } from '../support/shared.js';
import { stemma } from '../support/stemma.js';

const ComposeSchema = z.object({
  services: z.record(
    z.string(),
    z.looseObject({
      command: z.array(z.string()).optional(),
      environment: z.record(z.string(), z.string()).optional(),
      ports: z.array(z.string()).optional(),
      mem_limit: z.string(),
    }),
  ),
});
/** What the linter says of a file. */
const FoundSchema = z.array(
  z.object({ messages: z.array(z.object({ line: z.number(), rule: z.string(), message: z.string() })) }),
);
const text = readFileSync(join(projectRoot, 'docker-compose.yml'), 'utf8');
const { services } = ComposeSchema.parse(parse(text, { merge: true }));
const dockerfile = readFileSync(join(projectRoot, 'Dockerfile'), 'utf8');

const installed = join(projectRoot, '.cache', 'hadolint', 'bin', 'hadolint');
const hadolint = existsSync(installed) ? installed : 'hadolint';
const noHadolint = spawnSync(hadolint, ['--version']).status !== 0;
if (noHadolint && process.env['CI']) throw new Error('hadolint is absent: scripts/setup-services.sh installs it');

describe('docker-compose.yml', () => {
  it('fits the schema of compose files', async () => {
    const linter = new DCLinter({
      // How long lines are, and in what order keys stand, is no fault.
      rules: {
        'top-level-properties-order': 0,
        'service-keys-order': 0,
        'services-alphabetical-order': 0,
        'no-quotes-in-volumes': 0,
      },
      quiet: false,
      debug: false,
      exclude: [],
    });
    const found = FoundSchema.parse(linter.lintFiles([join(projectRoot, 'docker-compose.yml')], false));
    expect(found.flatMap(({ messages }) => messages)).toEqual([]);
  });

  it('has no password of its own, and lets nobody in from outside', () => {
    expect(text.match(/NEO4J_PASSWORD\}/g)).toBeNull();
    expect(text.match(/\$\{NEO4J_PASSWORD:\?[^}]+\}/g)?.length).toBe(3);
    const ports = Object.values(services).flatMap((service) => service.ports ?? []);
    expect(ports).toHaveLength(3);
    for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
  });

  it.for(Object.entries(services).filter(([name]) => name !== 'neo4j'))(
    '%s runs a command that there is',
    ([, service]) => {
      const { status, stderr } = stemma([...(service.command ?? []).slice(0, 1), '--help']);
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      const help = stemma([...(service.command ?? []).slice(0, 1), '--help']).stdout;
      for (const option of (service.command ?? []).filter((word) => word.startsWith('--')))
        expect(help).toContain(option);
    },
  );

  it.skipIf(ownNeo4jIsAbsent)(
    'gives Neo4j settings that it knows, under which no query reaches files or addresses',
    async () => {
      const settings = Object.entries(services['neo4j']?.environment ?? {})
        .filter(([name]) => name !== 'NEO4J_AUTH')
        .map(([name, value]) => `${settingOf(name)}=${value}`);
      // The server refuses to start with a setting that it does not know.
      const server = await startOwnNeo4j(undefined, undefined, settings);
      const site = createServer((_, response) => response.end('secret'));
      await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
      const { port } = site.address() as AddressInfo;
      try {
        await loadNeo4j(server, 'stemma', graph);
        const driver = connect(server);
        const run = async (cypher: string) => {
          const { records } = await driver.executeQuery(cypher);
          return records.length;
        };
        await expect(run("LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line")).rejects.toThrow(
          /allow_csv_import_from_file_urls/,
        );
        await expect(run(`LOAD CSV FROM 'http://127.0.0.1:${port}/' AS line RETURN line`)).rejects.toThrow(
          /blocklist|blocked/,
        );
        expect(await run('CALL db.labels() YIELD label RETURN label')).toBeGreaterThan(0);
        await driver.close();
      } finally {
        site.close();
        await server.stop();
      }
    },
  );
});

/** As the image reads its environment: one underscore is a dot, two are an underscore. */
function settingOf(name: string): string {
  return name
    .replace(/^NEO4J_/, '')
    .replaceAll('__', '\u0000')
    .replaceAll('_', '.')
    .replaceAll('\u0000', '_');
}

describe('Dockerfile', () => {
  it.skipIf(noHadolint)(
    `passes hadolint${noHadolint ? ' (skipped: scripts/setup-services.sh installs it)' : ''}`,
    () => {
      const { status, stdout } = spawnSync(hadolint, [join(projectRoot, 'Dockerfile')], { encoding: 'utf8' });
      expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
    },
  );

  it('runs as nobody special, and copies what there is and what .dockerignore lets in', () => {
    const last = dockerfile.slice(dockerfile.lastIndexOf('\nFROM '));
    expect(last).toMatch(/^USER 1000:1000$/m);
    const let_in = readFileSync(join(projectRoot, '.dockerignore'), 'utf8').split('\n');
    const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+)$/gm)].flatMap(([, words = '']) =>
      words.split(' ').slice(0, -1),
    );
    expect(copied.length).toBeGreaterThan(10);
    for (const path of copied) {
      expect(existsSync(join(projectRoot, path)), path).toBe(true);
      expect(let_in).toContain(`!${path}`);
    }
  });
});
