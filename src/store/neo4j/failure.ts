/** What Neo4j's errors mean: a fault of the query, with its place, or of the store. */
import { QueryError, StemmaError, StoreError } from '../../model/index.js';
import type { Limit } from '../store.js';
import { Neo4jError } from './driver.js';

const UNTRUSTED =
  "the Neo4j server's certificate is signed by nobody who is trusted here: name the authority with NODE_EXTRA_CA_CERTS=FILE, or trust the certificate as it is with +ssc in place of +s in the address";
const NO_TLS =
  'the server does not speak TLS at this address: leave the +s or +ssc away, or let it speak TLS (server.bolt.tls_level)';
/** Of a cluster's address the driver does not tell why nobody answered. */
const NO_MEMBER =
  'no server of a Neo4j cluster answers there: is one running, does it speak TLS where the address ends in +s or +ssc, and is its certificate trusted (NODE_EXTRA_CA_CERTS=FILE, or +ssc in place of +s)? Asked at bolt:// or bolt+s:// it says which';

/** @param before lines that stand before the query in the text that was sent */
export function explainFailure(error: unknown, before: number): StemmaError {
  if (error instanceof StemmaError) return error;
  if (!(error instanceof Neo4jError)) {
    return new StoreError('failed', `Neo4j failed: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
  const { code, message } = error;
  const options = { cause: error };
  if (/Transaction(?:TimedOut|\.Terminated|Terminated)|TransactionTimedOut/.test(code)) {
    return new QueryError('timeout', 'the query took longer than its time limit', {}, options);
  }
  if (/Statement\.AccessMode|Statement\.NotSystemDatabaseError|Security\.Forbidden/.test(code)) {
    return new QueryError('not-allowed', 'this is not allowed: queries only read the graph', {}, options);
  }
  if (/OutOfMemory|StackOverflow/.test(code)) {
    return new QueryError('too-large', 'the query needs more memory than it may have: narrow it', {}, options);
  }
  if (/ClientError\.Statement\.SyntaxError/.test(code)) {
    const [, line, column] = /\(line (\d+), column (\d+)/.exec(message) ?? [];
    const place = line && column ? { line: Math.max(1, Number(line) - before), column: Number(column) } : {};
    return new QueryError('syntax', message.split(/\(line \d+/)[0]?.trimEnd() ?? message, place, options);
  }
  if (/Procedure\.ProcedureNotFound/.test(code)) return new QueryError('syntax', message, {}, options);
  if (/ClientError\.Security\.(?:Unauthorized|AuthenticationRateLimit|CredentialsExpired)/.test(code)) {
    return new StoreError(
      'refused',
      'Neo4j refuses the user or the password: set NEO4J_USER and NEO4J_PASSWORD (or NEO4J_PASSWORD_FILE)',
      options,
    );
  }
  if (/Database\.DatabaseNotFound/.test(code)) {
    const remedy = 'SHOW DATABASES tells there which it has, and --database names one';
    return new StoreError('no-database', `the Neo4j server has no such database: ${remedy}`, options);
  }
  if (/ClientError\.(?:Statement|Procedure)/.test(code)) return new QueryError('failed', message, {}, options);
  if (/ServiceUnavailable|SessionExpired/.test(code)) {
    if (/certificate/i.test(message)) return new StoreError('untrusted', UNTRUSTED, options);
    if (/secure TLS connection|wrong version number/i.test(message))
      return new StoreError('unreachable', NO_TLS, options);
    if (/discovery/i.test(message)) return new StoreError('unreachable', NO_MEMBER, options);
    // The driver's advice is for those who write programs.
    const [, reason = message] = /Caused by: ([\s\S]*)/.exec(message) ?? [];
    return new StoreError('unreachable', `Neo4j does not answer: ${reason}`, options);
  }
  return new StoreError('failed', `Neo4j failed: ${message}`, options);
}

/** Which limit of the query it was that ended it, if it was one. */
export function limitOf(error: unknown): Limit | undefined {
  const { code } = explainFailure(error, 0);
  return code === 'timeout' ? 'time' : code === 'too-large' ? 'memory' : undefined;
}
