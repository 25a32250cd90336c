/** The OpenAPI document: as it is made of the schemas, and what holds for every route. */
import type { OpenAPIHono } from '@hono/zod-openapi';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];
const LONG_ADDRESS = { description: 'The address or the headers are longer than 16 KB.' };

/** @param version of the program */
export function openApiDocument(app: OpenAPIHono, version: string): Json {
  const info = { title: 'Stemma', version, description: 'A knowledge graph of research papers.' };
  const document = tuplesAsLists(JSON.parse(JSON.stringify(app.getOpenAPI31Document({ openapi: '3.1.0', info }))));
  for (const operations of Object.values(objectOf(objectOf(document)['paths']))) {
    for (const operation of Object.values(objectOf(operations))) {
      const responses = objectOf(objectOf(operation)['responses']);
      responses['431'] = LONG_ADDRESS;
    }
  }
  return document;
}

/** The methods of each path, in capitals; a path as a pattern, `/api/nodes/{id}`. */
export function methodsOf(document: Json): ReadonlyMap<string, readonly string[]> {
  return new Map(
    Object.entries(objectOf(objectOf(document)['paths'])).map(([path, operations]) => [
      path,
      METHODS.filter((method) => method in objectOf(operations)).map((method) => method.toUpperCase()),
    ]),
  );
}

/** Tuples, all of whose parts are of one kind here, as lists of so many of them: few tools know `prefixItems` yet. */
function tuplesAsLists(value: Json): Json {
  if (Array.isArray(value)) return value.map(tuplesAsLists);
  if (value === null || typeof value !== 'object') return value;
  const { prefixItems, ...rest } = value;
  const plain = Object.fromEntries(Object.entries(rest).map(([key, child]) => [key, tuplesAsLists(child)]));
  if (!Array.isArray(prefixItems)) return plain;
  return { ...plain, items: prefixItems[0] ?? {}, minItems: prefixItems.length, maxItems: prefixItems.length };
}

function objectOf(value: Json | undefined): { [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}
