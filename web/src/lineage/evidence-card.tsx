/** The sentence of the step under the pointer. */
import { plural } from '../ui/words.js';
import type { LineageMethod, LineageStep } from './lineage-api.js';
import { Sentences } from './sentences.js';
import { stepWords } from './words.js';

interface Props {
  readonly step: LineageStep;
  readonly methods: readonly LineageMethod[];
  readonly x: number;
  readonly y: number;
}

const WIDTH = 380;
const HEIGHT = 290;

export function EvidenceCard({ step, methods, x, y }: Props) {
  const name = (id: string) => methods.find((method) => method.id === id)?.name ?? id;
  const more = step.statements.length - 1;
  return (
    <div
      className="lineage-card card"
      role="tooltip"
      style={{
        left: Math.max(8, Math.min(x + 14, window.innerWidth - WIDTH - 16)),
        top: y + HEIGHT > window.innerHeight ? undefined : y + 16,
        bottom: y + HEIGHT > window.innerHeight ? window.innerHeight - y + 12 : undefined,
        width: WIDTH,
      }}
    >
      <p className="lineage-card-title">
        <b>{name(step.head)}</b> {stepWords(step)} <b>{name(step.tail)}</b>
      </p>
      <Sentences step={step} methods={methods} most={1} />
      {more > 0 && <p className="secondary">and {plural(more, 'sentence')} more</p>}
    </div>
  );
}
