/** Labels and types: tests, alternatives, lists of them. */
import type { Spelling } from './spelling.js';

export const LABELS: readonly Spelling[] = [
  // Labels
  ['a label test', true, 'MATCH (n) WHERE n:Paper RETURN n.id AS id ORDER BY id'],
  ['a label test or another', true, 'MATCH (n) WHERE n:Model OR n:Concept RETURN n.id AS id ORDER BY id'],
  ['a label test of several', true, 'MATCH (n) WHERE n:Model|Technique RETURN n.id AS id ORDER BY id'],
  ['no label', true, 'MATCH (n) WHERE NOT n:Paper AND NOT n:Author RETURN n.id AS id ORDER BY id'],
  ['not a label', true, 'MATCH (n:!Paper) RETURN n.id AS id ORDER BY id'],
  ['a label and not another', true, 'MATCH (n:(Paper|Model)&!Paper) RETURN n.id AS id'],
  ['two labels at once', true, 'MATCH (n:Paper:Model) RETURN n.id AS id'],
  ['any label', true, 'MATCH (n:%) RETURN count(n) AS n'],
  ['an unknown label in a test', true, 'MATCH (n) WHERE n:Author OR n:Nothing RETURN n.id AS id'],
  ['a label test as a column', true, 'MATCH (n) RETURN n.id AS id, n:Paper AS paper ORDER BY id'],
  [
    'a type test',
    true,
    'MATCH (a)-[r]->(b) WHERE r:USES OR r:STUDIES RETURN a.id AS a, type(r) AS t, b.id AS b ORDER BY a, t, b',
  ],
  ['the first label', true, 'MATCH (n) RETURN labels(n)[0] AS label, count(*) AS n ORDER BY label'],
  ['all labels', true, "MATCH (n {id: 'arxiv:1'}) RETURN labels(n) AS labels"],
  ['a label in labels', true, "MATCH (n) WHERE 'Author' IN labels(n) RETURN n.id AS id"],
  ['labels and a list', true, 'MATCH (n:Paper|Model) RETURN DISTINCT labels(n) AS l ORDER BY l[0]'],
];
