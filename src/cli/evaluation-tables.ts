/** An evaluation as tables for people. */
import { type Evaluation, type Mistake, PRF_FIGURES, type Prf, type Reliability, TYPE_FIGURES } from '../eval/index.js';
import { ROLES } from '../model/index.js';
import { formatCount, formatTable } from './terminal.js';

/** The tables one below the other, without a last line end. */
export function formatEvaluation(evaluation: Evaluation): string {
  const { papers, papers_found, reliability } = evaluation;
  return [
    `papers ${formatCount(papers)}, found ${formatCount(papers_found)}`,
    figureTable(evaluation),
    roleTable(evaluation),
    mistakeTables(evaluation),
    reliabilityTable('edges', reliability.edges),
    reliabilityTable('relations', reliability.relations),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

type Interval = readonly [number, number];

function figureTable(evaluation: Evaluation): string {
  const { intervals, by_type, by_role, named_recall } = evaluation;
  const row = (name: string, { p, r, f1, gold }: Prf, interval?: Interval) => [
    name,
    p.toFixed(1),
    r.toFixed(1),
    f1.toFixed(1),
    interval === undefined ? '' : range(interval),
    formatCount(gold),
  ];
  const rows = PRF_FIGURES.flatMap((figure) => [
    row(figure, evaluation[figure], intervals[figure]),
    ...(figure === 'entity'
      ? TYPE_FIGURES.map((type) => row(`  ${type}`, by_type[type], intervals.by_type[type]))
      : []),
    ...(figure === 'edge' ? ROLES.map((role) => row(`  ${role}`, by_role[role])) : []),
  ]);
  rows.push(['named recall', '', named_recall.toFixed(1), '', range(intervals.named_recall), '']);
  return formatTable(['in percent', 'P', 'R', 'F1', '95 % of samples', 'gold'], rows, [1, 2, 3, 4, 5]);
}

const range = ([low, high]: Interval) => `${low.toFixed(1)} to ${high.toFixed(1)}`;

function roleTable({ role_confusion }: Evaluation): string {
  const said = [...new Set(ROLES.flatMap((role) => Object.keys(role_confusion[role])))];
  const rows = ROLES.map((role) => [role, ...said.map((other) => formatCount(role_confusion[role][other] ?? 0))]);
  return formatTable(
    ['role, read as', ...said],
    rows,
    said.map((_, i) => i + 1),
  );
}

function mistakeTables({ mistakes }: Evaluation): string {
  const { miss_kinds: miss, extra_kinds: extra } = mistakes;
  const told = [
    `missed: ${formatCount(miss.absent)} not found, ${formatCount(miss.boundary)} with other boundaries, ${formatCount(miss.wrong_type)} of another type`,
    `extra: ${formatCount(extra.absent)} not in gold, ${formatCount(extra.boundary)} with other boundaries`,
  ];
  const list = (title: string, worst: readonly Mistake[]) =>
    worst.length === 0
      ? []
      : [
          formatTable(
            [title, 'times', 'boundaries', 'there stands'],
            worst.map(({ entity, count, boundary, instead }) => [
              entity,
              formatCount(count),
              formatCount(boundary),
              instead ?? '',
            ]),
            [1, 2],
          ),
        ];
  const types = mistakes.wrong_type.map(({ entity, count, instead }) => [entity, formatCount(count), instead]);
  return [
    told.join('\n'),
    ...list('worst misses', mistakes.missed),
    ...list('worst extras', mistakes.extra),
    ...(types.length === 0 ? [] : [formatTable(['wrong types', 'times', 'read as'], types, [1])]),
  ].join('\n\n');
}

function reliabilityTable(name: string, table: Reliability | undefined): string {
  if (table === undefined) return '';
  const rows = table.bins.map(({ from, to, count, mean_confidence, right }) => [
    `${from.toFixed(1)} to ${to.toFixed(1)}`,
    formatCount(count),
    mean_confidence.toFixed(2),
    right.toFixed(2),
  ]);
  const error = `expected calibration error ${table.expected_calibration_error.toFixed(3)}`;
  return `${formatTable([`confidence of ${name}`, 'count', 'mean', 'right'], rows, [1, 2, 3])}\n${error}`;
}
