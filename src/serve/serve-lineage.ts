/** Answers what is asked of lineages and methods. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { LineageAnswer } from '../model/index.js';
import * as routes from './lineage-routes.js';
import { type LineageView, writeAs } from './lineage-view.js';

/** @param current the lineages of the graph that is in force at this moment */
export function serveLineage(app: OpenAPIHono, current: () => LineageView): void {
  app.openapi(routes.mainPaths, (c) => {
    const { chains, format } = c.req.valid('query');
    const answer = current().mainPaths(chains);
    return format === 'json' ? c.json(answer, 200) : send(c, format, answer);
  });
  app.openapi(routes.lineage, (c) => {
    const { id } = c.req.valid('param');
    const { to, format, fold, ...options } = c.req.valid('query');
    const lineages = current();
    const unknown = [id, ...(to === undefined ? [] : [to])].find((one) => !lineages.knows(one));
    if (unknown !== undefined) return noMethod(c, unknown);
    const answer = to === undefined ? lineages.of(id, { ...options, folded: new Set(fold) }) : lineages.between(id, to);
    return format === 'json' ? c.json(answer, 200) : send(c, format, answer);
  });
  app.openapi(routes.method, (c) => {
    const { id } = c.req.valid('param');
    const lineages = current();
    return lineages.knows(id) ? c.json(lineages.profile(id), 200) : noMethod(c, id);
  });
}

/** The schema of the answer is that of JSON; of a text it asks no more than that it is one. */
function send(c: Context, format: 'svg' | 'mermaid' | 'dot', answer: LineageAnswer): never {
  const { text, type } = writeAs(format, answer);
  return c.body(text, 200, { 'content-type': type }) as never;
}

function noMethod(c: Context, id: string) {
  const message = `${JSON.stringify(id)} is no technique, model, benchmark or concept; /api/search finds them by name`;
  return c.json({ error: { code: 'unknown-method', message } }, 404);
}
