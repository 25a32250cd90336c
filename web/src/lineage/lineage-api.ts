/** What the server is asked for lineages and methods; each answer passes its own schema once, here. */

import { LineageAnswerSchema, MethodProfileSchema } from '../../../src/model/lineage.js';
import { get } from '../api/client.js';
import type { LineageView } from './view-address.js';

export type {
  LineageAnswer,
  LineageMethod,
  LineageStatement,
  LineageStep,
  MethodProfile,
  MethodRef,
} from '../../../src/model/lineage.js';

/** The address of a lineage; as a picture or a diagram with a format. */
export function lineageAddress(
  { id, to, direction, depth, limit, generic, folded }: LineageView,
  format?: 'svg' | 'mermaid' | 'dot',
): string {
  const query = new URLSearchParams();
  if (format) query.set('format', format);
  if (id === undefined) return `/api/lineage?${query}`;
  if (to !== undefined) query.set('to', to);
  query.set('direction', direction);
  query.set('depth', String(depth));
  query.set('limit', String(limit));
  if (generic) query.set('generic', 'true');
  for (const each of folded) query.append('fold', each);
  return `/api/lineage/${encodeURIComponent(id)}?${query}`;
}

export const askLineage = (view: LineageView, signal?: AbortSignal) =>
  get(lineageAddress(view), LineageAnswerSchema, signal);

export const askMethod = (id: string, signal?: AbortSignal) =>
  get(`/api/methods/${encodeURIComponent(id)}`, MethodProfileSchema, signal);
