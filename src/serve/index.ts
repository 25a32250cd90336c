/** Serving: the HTTP interface and the explorer over one graph. */
export { createApp } from './app.js';
export { Curator } from './curator.js';
export type { AddedPapers, FoundPapers, GivenFile, PaperReader, ReadOptions } from './paper-adder.js';
export { isLoopback, type RunningServer, startServer } from './server.js';
