/**
 * A real Neo4j for the tests: the one at NEO4J_URL, else one started here from Maven's jars on a free loopback port with
 * a fresh database. Without Java or Maven the tests are skipped with the remedy, and fail under CI.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { projectRoot } from './shared.js';
import { freshFolder } from './stemma.js';

export interface Neo4jForTests {
  url: string;
  user: string;
  password: string;
  stop(): Promise<void>;
}

const jars = join(projectRoot, '.cache', 'neo4j');
const given = process.env['NEO4J_URL'];
const has = (command: string, flag: string) => spawnSync(command, [flag], { stdio: 'ignore' }).status === 0;

/** Why there is no Neo4j here, or undefined. */
export const neo4jIsAbsent: string | undefined =
  given || (has('java', '-version') && (existsSync(jars) || has('mvn', '-version')))
    ? undefined
    : 'Neo4j needs Java 17 and Maven (scripts/setup-services.sh installs them), or NEO4J_URL';
if (neo4jIsAbsent && process.env['CI']) throw new Error(neo4jIsAbsent);

export async function startNeo4j(): Promise<Neo4jForTests> {
  if (given) {
    const { NEO4J_USER: user = 'neo4j', NEO4J_PASSWORD: password = '' } = process.env;
    return { url: given, user, password, stop: async () => undefined };
  }
  return startOwnNeo4j();
}

/** Why there is no Neo4j that a test may kill and fill with the import tool, or undefined. */
export const ownNeo4jIsAbsent: string | undefined =
  given && !(has('java', '-version') && (existsSync(jars) || has('mvn', '-version')))
    ? 'these need a server of their own: Java 17 and Maven'
    : neo4jIsAbsent;

export interface OwnNeo4j extends Neo4jForTests {
  folder: string;
  port: number;
  processId: number | undefined;
  /** Ends it at once, as a crash does. */
  kill(): Promise<void>;
}

/**
 * A server of the test's own.
 * @param folder of its data, with what is there
 * @param port a free one by default
 * @param settings lines of `neo4j.conf`
 */
export async function startOwnNeo4j(
  folder = freshFolder(),
  port?: number,
  settings?: readonly string[],
): Promise<OwnNeo4j> {
  fetchJars();
  const file = settings && join(freshFolder(), 'neo4j.conf');
  if (file !== undefined) writeFileSync(file, settings?.join('\n') ?? '');
  const at = port ?? (await freePort());
  const child = spawn(
    'java',
    [
      ...javaArguments(join(projectRoot, 'test', 'neo4j', 'Neo4jServer.java')),
      folder,
      `${at}`,
      ...(file ? [file] : []),
    ],
    {
      stdio: ['pipe', 'pipe', 'pipe'],
    },
  );
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let said = '';
  await new Promise<void>((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      if (/^ready$/m.test(said)) resolve();
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('exit', (status) => reject(new Error(`Neo4j ended with ${status}: ${said.slice(-1_000)}`)));
  });
  return {
    url: `bolt://127.0.0.1:${at}`,
    user: 'neo4j',
    password: '',
    folder,
    port: at,
    processId: child.pid,
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    async stop() {
      child.stdin.end();
      await ended;
    },
  };
}

/** `neo4j-admin` on the data in a folder whose server is stopped. */
export function neo4jAdmin(
  folder: string,
  args: readonly string[],
  cwd: string,
): { status: number | null; said: string } {
  fetchJars();
  mkdirSync(folder, { recursive: true });
  const conf = freshFolder();
  writeFileSync(join(conf, 'neo4j.conf'), '');
  const { status, stdout, stderr } = spawnSync('java', [...javaArguments('org.neo4j.cli.AdminTool'), ...args], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, NEO4J_HOME: folder, NEO4J_CONF: conf },
  });
  return { status, said: `${stdout}\n${stderr}` };
}

/** What the `neo4j.conf` of Neo4j 5.26 gives the Java machine, as far as it bears on its speed. */
const SHIPPED = [
  '-XX:+UseG1GC',
  '-XX:-OmitStackTraceInFastThrow',
  '-XX:+AlwaysPreTouch',
  '-XX:+UnlockExperimentalVMOptions',
  '-XX:+TrustFinalNonStaticFields',
  '-XX:+DisableExplicitGC',
  '-Dio.netty.tryReflectionSetAccessible=true',
];

function javaArguments(main: string): string[] {
  const open = ['java.base/java.nio', 'java.base/java.lang', 'java.base/sun.nio.ch'];
  // A test ends before it is repaid what the second compiler costs; in a measurement the server runs as it does for users,
  // with the heap of docker-compose.yml.
  const memory = process.env['VITEST'] ? ['-Xmx768m', '-XX:TieredStopAtLevel=1'] : ['-Xms1g', '-Xmx1g', ...SHIPPED];
  return [...open.flatMap((name) => ['--add-opens', `${name}=ALL-UNNAMED`]), ...memory, '-cp', join(jars, '*'), main];
}

function fetchJars(): void {
  if (existsSync(jars)) return;
  const pom = join(projectRoot, 'test', 'neo4j', 'pom.xml');
  const partial = `${jars}-${process.pid}`;
  const copy = ['-q', '-f', pom, 'dependency:copy-dependencies', `-DoutputDirectory=${partial}`];
  const { status, stdout } = spawnSync('mvn', copy, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`Maven could not fetch Neo4j: ${stdout.slice(-500)}`);
  renameSync(partial, jars);
}

/** A port of loopback that nobody listens at. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
