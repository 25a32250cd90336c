/**
 * Patterns of Neo4j in the words of the embedded database. Three things differ: conditions may not stand within, walks of
 * several steps are written otherwise, and Neo4j never takes one relationship twice in a MATCH while the database does.
 */
import type { EdgeType } from '../../../../model/index.js';
import { EDGE_PROPERTIES, NODE_PROPERTIES } from '../../../properties.js';
import { unindexed } from '../expressions/identity.js';
import type { Chain, Expression, Labels, Match, NodePattern, RelationshipPattern, Span } from '../parse/syntax.js';
import { walk } from '../parse/walk.js';
import { joinRopes, type Piece, weave } from '../rope.js';
import { checkLabels } from '../spelling.js';
import { labelCondition, quoteName, type TranslatedMatch, type Translation } from '../translation.js';
import { translateProperties } from './properties.js';

/** Adds the names that are new to the scope. @throws QueryError `syntax` */
export function translateMatch(t: Translation, match: Match): TranslatedMatch {
  const known = new Set(t.scope.names);
  for (const { shortest, relationships: steps } of match.chains) {
    t.sieves += Math.max(1, steps.length);
    t.walks ||= steps.some(({ repeats, native }) => shortest !== undefined || repeats !== undefined || native);
  }
  if (match.where && !isOfOneNode(match.where, match)) t.sieves++;
  const relationships = match.chains.flatMap((chain) => (chain.shortest ? [] : chain.relationships));
  const names = new Map<Span, string>();
  const conditions = differentRelationships(t, relationships, names);
  if (t.nameAll || (match.optional && match.chains.some(({ path }) => path !== undefined))) {
    for (const chain of match.chains) {
      for (const part of [...chain.nodes, ...chain.relationships]) nameOf(t, part, names);
    }
  }
  for (const chain of match.chains) bind(t, chain, names);
  const witness = t.scope.names.find(
    (name) => !known.has(name) && ['node', 'relationship'].includes(t.scope.get(name)?.is ?? ''),
  );
  const patterns = joinRopes(
    match.start,
    match.chains.map((chain) => translateChain(t, chain, names, conditions)),
    ', ',
  );
  const where = match.where && t.expression(match.where);
  const at = match.where?.start ?? match.end;
  const all = where ? [conditions.length > 0 ? weave(at)`(${where})` : where, ...conditions] : conditions;
  if (match.optional) markOptional(t, known, witness);
  return {
    patterns,
    where: all.length > 0 ? joinRopes(at, all, ' AND ') : undefined,
    witness,
  };
}

/** Within an optional match's own condition nothing is null yet; after it all that it brought may be. */
function markOptional(t: Translation, known: ReadonlySet<string>, witness: string | undefined): void {
  for (const [name, binding] of t.scope.bindings) {
    if (known.has(name)) continue;
    if (binding.is === 'node' || binding.is === 'relationship') t.scope.set(name, { ...binding, mayBeNull: true });
    if (binding.is === 'path' && witness !== undefined) t.scope.set(name, { ...binding, witness });
  }
}

/** Whether a condition speaks of one node only: the database takes it before it walks. */
function isOfOneNode(condition: Expression, { chains }: Match): boolean {
  const named = new Set<string>();
  walk(condition, (inner) => {
    if (inner.kind === 'variable') named.add(inner.name);
  });
  const [name] = named;
  return named.size === 1 && chains.some(({ nodes }) => nodes.some(({ variable }) => variable === name));
}

/** The name of a node or relationship, a fresh one where it has none. */
function nameOf(t: Translation, part: NodePattern | RelationshipPattern, names: Map<Span, string>): string {
  const name = part.variable === undefined ? (names.get(part) ?? t.fresh()) : quoteName(part.variable);
  names.set(part, name);
  return name;
}

function differentRelationships(
  t: Translation,
  relationships: readonly RelationshipPattern[],
  names: Map<Span, string>,
): Piece[][] {
  const conditions: Piece[][] = [];
  relationships.forEach((second, index) => {
    for (const first of relationships.slice(0, index)) {
      if (
        !mayBeOne(first.labels, second.labels) ||
        (first.variable !== undefined && first.variable === second.variable)
      ) {
        continue;
      }
      const [one, other] = first.repeats ? [second, first] : [first, second];
      // Two walks are told apart by no condition that the database has.
      if (one.repeats) continue;
      const a = nameOf(t, one, names);
      const b = nameOf(t, other, names);
      const each = t.fresh();
      conditions.push(
        other.repeats
          ? weave(second.start)`none(${each} IN rels(${b}) WHERE id(${each}) = id(${a}))`
          : weave(second.start)`id(${a}) <> id(${b})`,
      );
    }
  });
  return conditions;
}

function mayBeOne(a: Labels | undefined, b: Labels | undefined): boolean {
  const [first, second] = [typesOf(a), typesOf(b)];
  return !first || !second || first.some((type) => second.includes(type));
}

/** The types that are named, where no more than names and bars stand there. */
function typesOf(labels: Labels | undefined): string[] | undefined {
  if (labels?.is === 'name') return [labels.name];
  if (labels?.is !== 'or') return undefined;
  const parts = labels.of.map(typesOf);
  return parts.every((part) => part !== undefined) ? parts.flat() : undefined;
}

function bind(t: Translation, chain: Chain, names: ReadonlyMap<Span, string>): void {
  const { scope } = t;
  if (chain.path !== undefined) scope.set(chain.path, { is: 'path' });
  const named = (part: NodePattern | RelationshipPattern) => part.variable ?? names.get(part);
  for (const node of chain.nodes) {
    const name = named(node);
    if (name !== undefined && !scope.get(name)) scope.set(name, { is: 'node', labels: node.labels });
  }
  chain.relationships.forEach((relationship, index) => {
    const name = named(relationship);
    if (name === undefined || scope.get(name)) return;
    if (relationship.repeats) {
      scope.set(name, { is: 'walk' });
      return;
    }
    const [left, right] = [chain.nodes[index], chain.nodes[index + 1]].map((node) => (node && named(node)) ?? '');
    const [from = '', to = ''] = relationship.pointsLeft ? [right, left] : [left, right];
    const directed = relationship.pointsLeft !== relationship.pointsRight;
    scope.set(name, { is: 'relationship', from, to, directed, labels: relationship.labels });
  });
}

function translateChain(t: Translation, chain: Chain, names: Map<Span, string>, conditions: Piece[][]): Piece[] {
  const [first] = chain.nodes;
  const last = chain.nodes.at(-1);
  if (!first || !last) return [];
  const inner = t.around({ start: first.start, end: last.end }, [
    ...chain.nodes.map((node) => ({ span: node, by: translateNode(t, node, names, conditions) })),
    ...chain.relationships.map((relationship) => ({
      span: relationship,
      by: translateRelationship(t, relationship, chain.shortest, names, conditions, widens(chain, relationship)),
    })),
  ]);
  return chain.path === undefined ? inner : weave(chain.start)`${quoteName(chain.path)} = ${inner}`;
}

/** A type whose evidence is text; with such a one beside them, the database makes text of the lists of others. */
const TEXT_TYPE = 'USES';
const isList = (type: string) => EDGE_PROPERTIES[type as EdgeType]?.['evidence'] === 'strings';

/**
 * A path ends the database's process where a property is a list in one of its relationships and text in another. Those with
 * lists are then allowed another type as well, which a condition takes away again.
 */
function widens({ path, shortest, relationships }: Chain, relationship: RelationshipPattern): boolean {
  if (path === undefined || shortest !== undefined || relationship.native) return false;
  const hasLists = ({ labels }: RelationshipPattern) => typesOf(labels)?.every(isList) ?? false;
  return hasLists(relationship) && !relationships.every(hasLists);
}

function translateNode(t: Translation, node: NodePattern, names: Map<Span, string>, conditions: Piece[][]): Piece[] {
  const plain = !node.labels || typesOf(node.labels) !== undefined;
  if (plain && node.labels) checkLabels(t, node.labels, node.labelSpan?.start ?? node.start, 'label');
  const { start: at, labelSpan } = node;
  const given = node.properties && translateProperties(t, node.properties, NODE_PROPERTIES, conditions);
  const properties = given?.text;
  if (!plain || node.where || given?.id) nameOf(t, node, names);
  const name = names.get(node) ?? (node.variable === undefined ? '' : quoteName(node.variable));
  if (!plain && node.labels) conditions.push(labelCondition(at, weave(at)`${name}`, node.labels));
  if (given?.id) conditions.push(weave(at)`${unindexed(at, weave(at)`${name}.id`)} = ${given.id}`);
  if (node.where) conditions.push(weave(node.where.start)`(${t.expression(node.where)})`);
  if (plain && !node.where && name === (node.variable ?? '')) {
    return t.around(node, node.properties && properties ? [{ span: node.properties, by: properties }] : []);
  }
  const labels = plain && labelSpan ? t.copy(labelSpan.start, labelSpan.end) : [];
  return weave(at)`(${name}${labels}${properties?.length ? weave(at)` ${properties}` : ''})`;
}

function translateRelationship(
  t: Translation,
  relationship: RelationshipPattern,
  shortest: Chain['shortest'],
  names: Map<Span, string>,
  conditions: Piece[][],
  widens: boolean,
): Piece[] {
  const { start: at, repeats, labels, labelSpan } = relationship;
  const plain = !labels || typesOf(labels) !== undefined;
  if (plain && labels) checkLabels(t, labels, labelSpan?.start ?? at, 'type');
  if (repeats && (!plain || relationship.where)) {
    t.refuse(at, 'a condition on each step is written -[:TYPE* TRAIL 1..3 (r, n | WHERE r.confidence > 0.5)]->');
  }
  const properties =
    relationship.properties && translateProperties(t, relationship.properties, EDGE_PROPERTIES, conditions).text;
  if (!plain || relationship.where || widens) nameOf(t, relationship, names);
  const name = names.get(relationship) ?? (relationship.variable === undefined ? '' : quoteName(relationship.variable));
  if ((!plain || (widens && !repeats)) && labels) conditions.push(labelCondition(at, weave(at)`${name}`, labels));
  if (relationship.where) conditions.push(weave(relationship.where.start)`(${t.expression(relationship.where)})`);
  if (plain && !widens && !relationship.where && !repeats && name === (relationship.variable ?? '')) {
    const span = relationship.properties;
    return t.around(relationship, span && properties ? [{ span, by: properties }] : []);
  }
  const own = plain && labelSpan ? t.copy(labelSpan.start, labelSpan.end) : [];
  const types = widens ? weave(at)`${own}|${TEXT_TYPE}` : own;
  const [step, node] = widens && repeats ? [t.fresh(), t.fresh()] : ['', ''];
  const each =
    step && labels ? weave(at)` (${step}, ${node} | WHERE ${labelCondition(at, weave(at)`${step}`, labels)})` : '';
  const left = relationship.pointsLeft && !relationship.pointsRight ? '<-' : '-';
  const right = relationship.pointsRight && !relationship.pointsLeft ? '->' : '-';
  const steps = repeats ? weave(at)`* ${walkWord(shortest)} ${range(repeats)}${each}` : '';
  return weave(at)`${left}[${name}${types}${steps}${properties?.length ? weave(at)` ${properties}` : ''}]${right}`;
}

function walkWord(shortest: Chain['shortest']): string {
  return shortest === undefined ? 'TRAIL' : shortest === 'one' ? 'SHORTEST' : 'ALL SHORTEST';
}

/** The longest walk that the database takes; Neo4j knows no limit. */
const LONGEST = 30;

function range({ least = '1', most }: NonNullable<RelationshipPattern['repeats']>): string {
  return `${least}..${most === undefined || Number(most) > LONGEST ? LONGEST : most}`;
}
