/** The last gate before a query, alone: plans that earlier gates would not have let through. */
import { describe, expect, it } from 'vitest';
import { checkPlan as checkEmbedded } from '../../src/store/embedded/guard.js';
import { checkPlan as checkNeo4j, type PlanNode } from '../../src/store/neo4j/guard.js';

const box = (name: string, ...lines: string[]) =>
  ['┌──────┐', `│   ${name}   │`, ...lines.map((line) => `│  ${line}  │`), '└──────┘'].join('\n');

describe('the embedded database', () => {
  const refused: [string, string][] = [
    ['a copy', [box('RESULT_COLLECTOR[2]'), box('COPY_TO[1]'), box('SCAN_NODE_TABLE[0]')].join('\n')],
    ['a file', [box('PROJECTION[1]'), box('TABLE_FUNCTION_CALL[0]', 'Function: READ_CSV_PARALLEL')].join('\n')],
    ['a setting', box('STANDALONE_CALL[0]')],
    ['beside another box', `│ PROJECTION[1] │ │ ATTACH_DATABASE[0] │`],
    ['a call that names no function', box('TABLE_FUNCTION_CALL[0]')],
    ['a gap in the numbers', [box('PROJECTION[2]'), box('FILTER[0]')].join('\n')],
    ['nothing readable', 'PROJECTION'],
    ['nothing', ''],
  ];
  it.each(refused)('refuses %s', (_, plan) => {
    expect(() => checkEmbedded(plan)).toThrow(expect.objectContaining({ code: 'not-allowed' }));
  });
  it('lets a reading plan through, whatever its expressions are called', () => {
    const plan = [box('PROJECTION[1]', 'Expressions: COPY_TO[5]', 'Alias: x'), box('SCAN_NODE_TABLE[0]')].join('\n');
    expect(() => checkEmbedded(plan)).not.toThrow();
  });
});

describe('Neo4j', () => {
  const plan = (operatorType: string, details = '', children: PlanNode[] = []): PlanNode => ({
    operatorType,
    arguments: { Details: details },
    children,
  });
  const results = (child: PlanNode) => plan('ProduceResults@neo4j', 'x', [child]);
  const refused: [string, string, PlanNode | false][] = [
    ['a write', 'w', results(plan('Create@neo4j'))],
    ['a schema change', 's', false],
    ['a file', 'r', results(plan('LoadCSV@neo4j'))],
    ['a write that calls itself a read', 'r', results(plan('MergeInto@neo4j'))],
    ['a lock', 'r', results(plan('NodeUniqueIndexSeek(Locking)@neo4j'))],
    ['transactions', 'r', results(plan('TransactionApply@neo4j'))],
    ['the settings', 'r', results(plan('ShowSettings@neo4j'))],
    ['a procedure', 'r', results(plan('ProcedureCall@neo4j', 'apoc.load.json($u) :: ()'))],
    ['a procedure with a name like one that may', 'r', results(plan('ProcedureCall', 'db.labelsX() :: ()'))],
    ['no plan', 'r', false],
  ];
  it.each(refused)('refuses %s', (_, kind, root) => {
    expect(() => checkNeo4j(kind, root)).toThrow(expect.objectContaining({ code: 'not-allowed' }));
  });
  it('lets a reading plan through', () => {
    const scan = plan('NodeByLabelScan@neo4j');
    const call = plan('ProcedureCall@neo4j', 'db.labels() :: (label :: STRING)');
    expect(() => checkNeo4j('r', results(plan('Apply@neo4j', '', [scan, call])))).not.toThrow();
  });
});
