/** Which plans of Neo4j only read: by the kind that the server says, and by their operators, of which a list may run. */
import { QueryError } from '../../model/index.js';

/** As much of the driver's summary of an explained query as is looked at. */
export interface PlanNode {
  operatorType: string;
  arguments: { [key: string]: unknown };
  children: PlanNode[];
}

/** Words of the operators that read; what loads, writes, locks, shows the server or calls is on none of them. */
const READING = [
  /^(?:All|Directed|Undirected|Partitioned)?\w*(?:Scan|Seek|SeekByRange)$/,
  /^\w*Expand\(.*\)$/,
  /^\w*(?:HashJoin|CartesianProduct|ShortestPaths?|CountFromCountStore)$/,
  /^StatefulShortestPath\(\w+\)$/,
  /^(?:Anti|Semi|AntiSemi|Select\w*|Let\w*|Conditional|AntiConditional|RollUp|Assert\w*)?Apply$/,
  /^(?:SelectOr|LetSelectOr|Let)?(?:Anti)?SemiApply$/,
  /^(?:Bidirectional)?Repeat\(\w+\)$/,
  /^(?:Triadic\w*|PathPropagating\w*|Partial(?:Sort|Top|Top1)|Ordered(?:Aggregation|Distinct|Union))$/,
  /^(?:Produce ?Results|EmptyResult|EmptyRow|Argument|ArgumentTracker|Optional|Filter|Projection|ProjectEndpoints)$/,
  /^(?:CacheProperties|RemoteBatchProperties|EagerAggregation|Eager|Distinct|Limit|Skip|Sort|Top|Top1|Union|Unwind)$/,
  /^(?:NodeCountFromCountStore|RelationshipCountFromCountStore|NullifyMetadata|AssertSameNode|AssertSameRelationship)$/,
];

/** Procedures that tell about the graph's shape and about nothing else. */
const PROCEDURES =
  /^(?:db\.(?:labels|relationshipTypes|propertyKeys|schema\.\w+|index\.fulltext\.query\w+|ping)|dbms\.components)\(/;

/**
 * @param kind the server's word for the query: `r` reads
 * @throws QueryError `not-allowed`
 */
export function checkPlan(kind: string, plan: PlanNode | false | null | undefined): void {
  const refuse = (what: string): never => {
    throw new QueryError('not-allowed', `${what} is not allowed: queries only read the graph`);
  };
  if (kind !== 'r') refuse(kind === 'w' || kind === 'rw' ? 'writing' : 'a command to the server');
  if (!plan) {
    refuse('a query without a plan');
    return;
  }
  const visit = (node: PlanNode): void => {
    const operator = node.operatorType.replace(/@.*$/s, '');
    if (operator === 'ProcedureCall') {
      const details = String(node.arguments.Details ?? '');
      if (!PROCEDURES.test(details)) refuse(`CALL ${details.split('(')[0]}`);
    } else if (/Locking|LoadCSV/.test(operator) || !READING.some((pattern) => pattern.test(operator))) refuse(operator);
    for (const child of node.children) visit(child);
  };
  visit(plan);
}
