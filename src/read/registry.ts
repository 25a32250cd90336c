/** All readers, the most particular first: the first that knows a file by its beginning reads it. */
import { abstractListing } from './abstract-listing.js';
import { bibtex } from './bibtex.js';
import { csv } from './csv.js';
import { dailyPapers } from './daily-papers.js';
import type { Reader } from './item.js';
import { jsonLines } from './json-lines.js';
import { ris } from './ris.js';
import { singleAbstract } from './single-abstract.js';

export const readers: readonly Reader[] = [jsonLines, bibtex, ris, csv, abstractListing, dailyPapers, singleAbstract];
