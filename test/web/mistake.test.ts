/** Mistakes in Cypher in words: what both databases say of the same mistake comes out the same, with what to try. */
import { describe, expect, it } from 'vitest';
import { ApiError } from '../../web/src/api/errors.js';
import { explainMistake } from '../../web/src/console/mistake.js';

const EXPECTED = "'FOREACH', ',', 'ORDER BY', 'CALL', 'MATCH', 'RETURN', 'UNION', 'WITH' or <EOF>";

/** A query, what is said of it, what to try, and the messages of the embedded database and of Neo4j 5.26 with the place. */
const SAME: readonly (readonly [
  cypher: string,
  says: string,
  remedy: string,
  place: readonly [line: number, column: number],
  embedded: string,
  neo4j: string,
])[] = [
  ['RETRUN 1', '“RETRUN” cannot stand here.', 'Did you mean “RETURN”?', [1, 1], "extraneous input 'RETRUN'", `Invalid input 'RETRUN': expected ${EXPECTED}`],
  ['MATCH (p:Paper) WHERE p.year > 1\nRETRUN p', '“RETRUN” cannot stand here.', 'Did you mean “RETURN”?', [2, 1], 'Invalid input <MATCH (p:Paper) WHERE p.year > 1', `Invalid input 'RETRUN': expected an expression, ${EXPECTED}`],
  ['MATCH (p:Paper) WHER p.year > 3 RETURN p', '“WHER” cannot stand here.', 'Did you mean “WHERE”?', [1, 17], 'Invalid input <MATCH (p:Paper) WHER>', `Invalid input 'WHER': expected a graph pattern, ${EXPECTED}`],
  ['SELECT * FROM x', '“SELECT” cannot stand here.', 'A query begins with MATCH, UNWIND, WITH, CALL or RETURN.', [1, 1], "extraneous input 'SELECT'", `Invalid input 'SELECT': expected ${EXPECTED}`],
  ['MATCH (p:Paper) RETURN p ORDER p.name', '“p” cannot stand here: BY is expected.', 'Write BY before “p”.', [1, 32], "mismatched input 'p' expecting BY", "Invalid input 'p': expected 'BY'"],
  ['MATCH (p:Paper)) RETURN p', '“)” cannot stand here.', 'It closes what is not open, or something is missing before it.', [1, 16], 'Invalid input <MATCH (p:Paper))>', `Invalid input ')': expected a graph pattern, ${EXPECTED}`],
  ['MATCH (p:Paper RETURN p', '“RETURN” cannot stand here.', 'A bracket, a comma, a name or a keyword may be missing before it.', [1, 16], 'Invalid input <MATCH (p:Paper RETURN>', "Invalid input 'RETURN': expected a parameter, '&', ')', ':', 'WHERE', '{' or '|'"],
  ['RETURN "abc', 'A text begins here and does not end.', 'Close it with another ".', [1, 8], 'Invalid input <RETURN ">', 'Failed to parse string literal. The query must contain an even number of non-escaped quotes.'],
  ['MATCH (p:Paper) RETURN p, ', 'The query ends too early.', 'Something is to follow: a value, a name or a closing bracket.', [1, 27], "mismatched input '<EOF>'", "Invalid input '': expected an expression"],
  ['MATCH (p:Paper) RETURN p.name AS', 'The query ends too early.', 'Write a name after AS.', [1, 33], "mismatched input '<EOF>' expecting SP", "Invalid input '': expected an identifier"],
  ['RETURN cuont(1)', 'There is no function “cuont”.', 'Did you mean “count”?', [1, 8], 'function CUONT does not exist.', "Unknown function 'cuont'"],
  ['RETURN x', '“x” is not known at this place.', 'Name it before, in a MATCH, an UNWIND or a WITH; a WITH passes on only what it names.', [1, 8], 'Variable x is not in scope.', 'Variable `x` not defined'],
  ['MATCH (p) RETURN p LIMIT abc', 'SKIP and LIMIT take a number.', 'Write a whole number, or a parameter such as $limit.', [1, 26], 'SKIP and LIMIT take a whole number here, a parameter, toInteger($n), or a sum of these', 'It is not allowed to refer to variables in LIMIT, so that the value for LIMIT can be statically calculated.'],
  ['RETURN 1/0', 'Something is divided by zero.', 'Leave those rows out before, with WHERE.', [1, 9], 'Divide by zero.', '/ by zero'],
  ['RETURN $x', 'The parameter $x has no value.', 'Give it one in its field below the query.', [1, 8], 'the parameter $x has no value', 'Expected parameter(s): x'],
  ['MATCH (p) DELETE p', 'This is not allowed: a query only reads the graph.', 'Ask with MATCH and RETURN. The graph is corrected in the details of a node, and papers have a button.', [1, 11], 'writing is not allowed: queries only read the graph', 'this is not allowed: queries only read the graph'],
]; // biome-ignore format: a table

describe('a mistake in Cypher', () => {
  it.each(SAME)('%s', (cypher, says, remedy, [line, column], embedded, neo4j) => {
    for (const message of [embedded, neo4j])
      expect(explainMistake(new ApiError('syntax', message, { line, column }), cypher), message).toMatchObject({
        says,
        remedy,
      });
  });

  it.each([
    [
      'MATCH (p)',
      'Query cannot conclude with MATCH (must be a RETURN clause, a FINISH clause)',
      'A query cannot end with MATCH.',
    ],
    [
      'MATCH (p) WITH count(p) RETURN 1',
      'Expression in WITH must be aliased (use AS)',
      'What WITH passes on needs a name.',
    ],
    [
      'MATCH (p) RETURN p, p',
      'Multiple result columns with the same name are not supported',
      'Two columns have the same name.',
    ],
    ['RETURN substring(1)', "Insufficient parameters for function 'substring'", '“substring” takes more values.'],
    [
      'RETURN toLower(5)',
      'Type mismatch: expected String but was Integer',
      '“String” is expected here, and this is “Integer”.',
    ],
    [
      'CALL db.foo()',
      'There is no procedure with the name `db.foo` registered for this database instance.',
      'There is no procedure “db.foo”.',
    ],
    [
      'RETURN 1 AS a UNION RETURN 2 AS b',
      'All sub queries in an UNION must have the same return column names',
      'The parts of a UNION have different columns.',
    ],
    ['RETURN date("abc")', 'Text cannot be parsed to a Date', 'This text is no date.'],
    [
      'MATCH (a)-[*]-(b) RETURN a',
      'the query needs more memory than it may have: narrow it, or add a LIMIT',
      'The question needs more memory than it may have.',
    ],
    ['RETURN [1].x', 'a value is a list, which has no properties', 'A value is a list, which has no properties.'],
  ])('%s: %s', (cypher, message, says) => {
    const explained = explainMistake(new ApiError('syntax', message, { line: 1, column: 1 }), cypher);
    expect(explained.says).toBe(says);
    expect(explained.remedy).toMatch(/^\S.{10,}\.$/);
  });
});
