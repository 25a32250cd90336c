/**
 * The server's policy forbids making code from text, which Zod would otherwise try when a schema is made. To be imported
 * before any schema.
 */
import { config } from 'zod';

config({ jitless: true });
