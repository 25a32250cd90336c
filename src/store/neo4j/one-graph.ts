/**
 * A named query for one of several graphs in a Neo4j database. Relationships of ours join nodes of one graph only, so that it
 * is enough where the first node of each pattern is of that graph.
 */
import { type Token, tokenizeCypher } from '../cypher-text.js';

/** Words that end the patterns of a MATCH. */
const CLAUSE = new Set(['WHERE', 'RETURN', 'WITH', 'UNWIND', 'OPTIONAL', 'MATCH', 'ORDER', 'UNION', 'CALL', 'USING']);

/**
 * The query with the graph's name in the first node of each pattern, where that has a label; one without is bound before.
 * @param name the graph's name
 */
export function inGraph(cypher: string, name: string): string {
  const tokens = tokenizeCypher(cypher);
  const property = `graph: '${name.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
  const insertions: { at: number; text: string }[] = [];
  tokens.forEach((token, index) => {
    if (!isWord(token, 'MATCH')) return;
    for (const start of chainStarts(tokens, index + 1)) {
      const node = nodeAt(tokens, start);
      const brace = node.find(({ text }) => text === '{');
      if (!node.some(({ text }) => text === ':')) continue;
      if (brace) insertions.push({ at: brace.end, text: `${property}, ` });
      else insertions.push({ at: node.at(-1)?.end ?? 0, text: ` {${property}}` });
    }
  });
  return insertions.reduceRight((text, { at, text: by }) => text.slice(0, at) + by + text.slice(at), cypher);
}

const isWord = (token: Token | undefined, word: string) => token?.kind === 'word' && token.text.toUpperCase() === word;

/** Where the first node of each pattern of a MATCH opens: the brackets right after its begin and after its commas. */
function chainStarts(tokens: readonly Token[], from: number): number[] {
  const starts: number[] = [];
  let depth = 0;
  let awaited = true;
  for (let i = from; i < tokens.length; i++) {
    const { kind, text } = tokens[i] as Token;
    if (depth === 0 && kind === 'word' && CLAUSE.has(text.toUpperCase())) break;
    if (kind !== 'symbol') continue;
    // The bracket of shortestPath(…) opens no node; what it holds begins with one.
    if (text === '(' && awaited && tokens[i + 1]?.text !== '(') {
      starts.push(i);
      awaited = false;
    }
    if (text === ',' && depth === 0) awaited = true;
    if ('([{'.includes(text)) depth++;
    if (')]}'.includes(text) && --depth < 0) break;
  }
  return starts;
}

/** What stands between the brackets of a node, up to a WHERE. */
function nodeAt(tokens: readonly Token[], open: number): Token[] {
  const node: Token[] = [];
  for (let i = open + 1; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    if (token.text === ')' || isWord(token, 'WHERE')) break;
    node.push(token);
  }
  return node;
}
