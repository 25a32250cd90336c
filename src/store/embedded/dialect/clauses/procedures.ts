/** Procedures of Neo4j that tell what the graph is made of. */
import { EDGE_PROPERTIES, NODE_PROPERTIES } from '../../../properties.js';
import type { Clause } from '../parse/syntax.js';
import { type Piece, weave } from '../rope.js';
import { quoteName, quoteText, type Translation, Untranslatable } from '../translation.js';

const KEYS = [...Object.values(NODE_PROPERTIES), ...Object.values(EDGE_PROPERTIES)].flatMap((columns) =>
  Object.keys(columns),
);

/** Each gives one column. */
const PROCEDURES: Readonly<Record<string, { column: string; text: (name: string) => string }>> = {
  'db.labels': { column: 'label', text: (name) => `MATCH (${name}) WITH DISTINCT label(${name}) AS` },
  'db.relationshiptypes': {
    column: 'relationshipType',
    text: (name) => `MATCH ()-[${name}]->() WITH DISTINCT label(${name}) AS`,
  },
  'db.propertykeys': {
    column: 'propertyKey',
    text: () => `UNWIND [${[...new Set(KEYS)].sort().map(quoteText).join(', ')}] AS`,
  },
};

/** What is asked instead of those that read the graph and are not here. */
const INSTEAD: readonly (readonly [RegExp, string])[] = [
  [
    /^db\.index\.fulltext\./i,
    "the index of names and abstracts is asked by GET /api/search?q=… and the explorer's search (/); in Cypher write WHERE toLower(n.name) CONTAINS 'text'",
  ],
  [/^db\.index\.vector\./i, 'the graph has no vectors'],
  [/^db\.schema\./i, 'ask MATCH (a)-[r]->(b) RETURN DISTINCT labels(a), type(r), labels(b), or keys(n)'],
  [/^gds\./i, 'the algorithms of Neo4j GDS are not here; pagerank and community are properties of every node'],
];

export function translateProcedure(
  t: Translation,
  clause: Extract<Clause, { kind: 'procedure' }>,
  alone: boolean,
): Piece[] {
  const known = PROCEDURES[clause.name.toLowerCase()];
  const { start: at, yields } = clause;
  for (const { alias } of yields ?? []) t.scope.set(alias, { is: 'value', temporal: false });
  if (!known) {
    const instead = INSTEAD.find(([name]) => name.test(clause.name))?.[1];
    if (instead !== undefined) t.refuse(at, `${clause.name} is not known to the embedded store: ${instead}`);
    // The gate for words decides what else may be called.
    throw new Untranslatable('');
  }
  const name = quoteName(yields?.[0]?.alias ?? known.column);
  t.scope.set(yields?.[0]?.alias ?? known.column, { is: 'value', temporal: false, kind: 'text' });
  const where = clause.where ? weave(at)` WHERE ${t.expression(clause.where)}` : '';
  const from = known.text(t.fresh());
  // After UNWIND a condition stands in a clause of its own.
  const filter = where && from.startsWith('UNWIND') ? weave(at)` WITH ${name}${where}` : where;
  return weave(at)`${from} ${name}${filter}${alone ? ` RETURN ${name}` : ''}`;
}
