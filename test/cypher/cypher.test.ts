/** The folder `cypher/`: its form, and that what it declares is what the stores are filled with. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { queryDocsFile, renderQueryDocs } from '../../scripts/query-docs.js';
import { EDGE_TYPES, NODE_LABELS } from '../../src/model/index.js';
import { placeOf, splitStatements, tokenizeCypher } from '../../src/store/cypher-text.js';
import { namedQueries } from '../../src/store/index.js';
import { parseNamedQuery } from '../../src/store/named-queries.js';
import { EDGE_PROPERTIES, NODE_PROPERTIES } from '../../src/store/properties.js';
import { readSchema } from '../../src/store/schema.js';
import { projectRoot } from '../support/shared.js';

const folder = join(projectRoot, 'cypher');
const TYPES = {
  string: 'STRING', strings: 'STRING[]', integer: 'INT64', integers: 'INT64[]', float: 'DOUBLE', floats: 'DOUBLE[]',
}; // biome-ignore format: a table

describe('the schema', () => {
  it('of the embedded store has the properties that are stored', async () => {
    const statements = (await readSchema('embedded')).map((statement) => statement.replace(/[`\s]+/g, ' '));
    for (const [table, kinds] of [...Object.entries(NODE_PROPERTIES), ...Object.entries(EDGE_PROPERTIES)]) {
      const statement = statements.find((text) => new RegExp(`TABLE ${table} ?\\(`).test(text)) ?? '';
      const columns = [...statement.matchAll(/[(,] ?(\w+) (STRING|INT64|DOUBLE)(\[\])?/g)]
        .map(([, name, type, list = '']) => [name, `${type}${list}`])
        .filter(([name]) => !name?.startsWith('_'));
      expect([table, columns]).toEqual([table, Object.entries(kinds).map(([name, kind]) => [name, TYPES[kind]])]);
    }
  });
  it('of Neo4j has a constraint for each label', async () => {
    const constraints = (await readSchema('neo4j')).filter((statement) => statement.includes('CONSTRAINT'));
    expect(constraints.map((statement) => /FOR \(n:(\w+)\)/.exec(statement)?.[1])).toEqual([...NODE_LABELS]);
  });
});

it('there is one statement for each write, and each says what it does and whose it is', () => {
  const names = [...NODE_LABELS, ...EDGE_TYPES].map((name) => name.toLowerCase().replaceAll('_', '-'));
  const files = readdirSync(join(folder, 'load')).sort();
  expect(files).toEqual([...names, 'prune-nodes', 'prune-relationships'].map((name) => `${name}.cypher`).sort());
  for (const file of files) {
    const text = readFileSync(join(folder, 'load', file), 'utf8');
    expect(text).toMatch(/^\/\/ store: neo4j\n\/\/ \w[^$]* \$rows: /);
    expect(splitStatements(text)).toHaveLength(1);
  }
});

describe('named queries', () => {
  it('ask the same in both stores', async () => {
    const strip = (queries: Awaited<ReturnType<typeof namedQueries>>) => queries.map(({ cypher: _, ...rest }) => rest);
    const embedded = await namedQueries('embedded');
    expect(strip(embedded)).toEqual(strip(await namedQueries('neo4j')));
    for (const { cypher, parameters } of embedded) {
      const used = tokenizeCypher(cypher).filter((token) => token.kind === 'parameter');
      expect([...new Set(used.map((token) => token.text))].sort()).toEqual(parameters.map(({ name }) => name).sort());
    }
  });

  it('are told of in docs/queries.md as they are', async () => {
    expect(readFileSync(queryDocsFile, 'utf8')).toBe(renderQueryDocs(await namedQueries('embedded')));
  });

  it('are read from their leading comment', () => {
    const text = [
      '// A title',
      '// What it answers,',
      '// over two lines.',
      '// $name string = "a = b - c" - what it is - and more',
      '// $most integer = 3 - how many',
      '',
      '// store: neo4j',
      'RETURN $name // its own comment',
      '// store: embedded',
      'RETURN $most;',
    ].join('\n');
    expect(parseNamedQuery('x', text, 'neo4j')).toEqual({
      name: 'x',
      title: 'A title',
      answers: 'What it answers, over two lines.',
      parameters: [
        { name: 'name', type: 'string', default: 'a = b - c', description: 'what it is - and more' },
        { name: 'most', type: 'integer', default: 3, description: 'how many' },
      ],
      cypher: 'RETURN $name // its own comment',
    });
    expect(parseNamedQuery('x', text, 'embedded').cypher).toBe('RETURN $most');
  });

  const broken = [
    'RETURN 1',
    '// title only\nRETURN 1',
    '// t\n// a\n// $p text = 1 - d\nRETURN 1',
    '// t\n// a\n// $p\nRETURN 1',
  ];
  it.each(broken)('refuses %j', (text) => expect(() => parseNamedQuery('x', text, 'embedded')).toThrow());
});

describe('words', () => {
  const cases: [string, string[]][] = [
    ["RETURN 'a // b' // c", ['word RETURN', "string 'a // b'"]],
    ['/* x */`a``b`.c', ['quoted `a``b`', 'symbol .', 'word c']],
    ["'it\\'s' + \"\\\\\"", ["string 'it\\'s'", 'symbol +', 'string "\\\\"']],
    ['$été [1..3]', ['parameter été', 'symbol [', 'number 1', 'symbol .', 'symbol .', 'number 3', 'symbol ]']],
    ["'open", ["string 'open"]],
    ['/* open', []],
  ];
  it.each(cases)('%s', (text, expected) => {
    expect(tokenizeCypher(text).map((token) => `${token.kind} ${token.text}`)).toEqual(expected);
  });
  it('statements end at semicolons that are none of a string', () => {
    expect(splitStatements("// c;\nA ';' ;; B; // d\n C")).toEqual(["A ';'", 'B', 'C']);
  });
  it('places count from 1', () => expect(placeOf('a\nbc', 3)).toEqual({ line: 2, column: 2 }));
});
