/** A lineage as a picture that stands alone: no script, no font of its own, each step with its sentence as a title. */
import { escapeXml, isUnsure, type LineageAnswer, linePath } from '../model/index.js';
import { layOut } from './layout.js';
import { evidenceWords, stepWords, whenWords } from './words.js';

const INK = '#1e1d1a';
const SECONDARY = '#5c5a54';
const LINE = '#9aa0aa';
const ACCENT = '#c2185b';
const BORDER: Record<LineageAnswer['methods'][number]['label'], string> = {
  Concept: '#3573e6',
  Technique: '#f08a12',
  Model: '#046b3a',
  Benchmark: '#6a1690',
};
/** Of the type in boxes: px, and the width of a sign on average. */
const TYPE = 12;
const SIGN = 6.6;

/** @returns an SVG document; places are made where the answer has none */
export function writeSvg(answer: LineageAnswer): string {
  const drawing = answer.drawing ?? layOut(answer);
  const { height: drawn, box, months } = drawing;
  const key = writeKey(answer, drawn);
  const width = Math.max(drawing.width, key.width);
  const height = drawn + (key.parts.length > 0 ? KEY : 0);
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="Inter, system-ui, sans-serif" font-size="${TYPE}">`,
    `<rect width="${width}" height="${height}" fill="#faf9f6"/>`,
  ];
  for (const [place, { month, x, width: columns }] of months.entries()) {
    if (place % 2 === 0)
      parts.push(`<rect x="${x}" y="0" width="${columns}" height="${height}" fill="#1e1d1a" opacity="0.03"/>`);
    parts.push(`<text x="${x + 30}" y="19" fill="${SECONDARY}">${month}</text>`);
  }
  const order = answer.steps
    .map((_, i) => i)
    .sort((a, b) => Number(answer.steps[a]?.main) - Number(answer.steps[b]?.main));
  for (const i of order) {
    const step = answer.steps[i];
    const line = drawing.lines[i];
    if (!step || !line || line.length === 0) continue;
    const [stroke, thickness] = step.main ? [ACCENT, 2.5] : [LINE, 1.2];
    parts.push(
      `<path d="${linePath(line)}" fill="none" stroke="${stroke}" stroke-width="${thickness}"${isUnsure(step) ? ' stroke-dasharray="4 3"' : ''}><title>${escapeXml(`${stepWords(step)}\n${evidenceWords(step)}`)}</title></path>`,
    );
  }
  for (const [place, method] of answer.methods.entries()) {
    const at = drawing.methods[place];
    if (!at) continue;
    const title = [method.name, whenWords(method), method.paper?.title].filter(Boolean).join('\n');
    const chosen = method.id === answer.of || method.id === answer.to;
    parts.push(
      `<g><title>${escapeXml(title)}</title><rect x="${at.x}" y="${at.y - box.height / 2}" width="${box.width}" height="${box.height}" rx="6" fill="${chosen ? '#fbe3ec' : '#ffffff'}" stroke="${BORDER[method.label]}" stroke-width="${chosen ? 2 : 1}"${method.generic ? ' stroke-dasharray="3 2"' : ''}/><text x="${at.x + 9}" y="${at.y + 4}" fill="${method.generic ? SECONDARY : INK}">${escapeXml(shorten(method.name, box))}</text></g>`,
    );
  }
  return `${[...parts, ...key.parts, '</svg>'].join('\n')}\n`;
}

/** Height of the line below the drawing that says what its lines and boxes mean. */
const KEY = 28;
const LEFT = 16;
const SAMPLE = 26;

/** Of what is drawn in another way than most, that there is. */
function writeKey({ steps, methods }: LineageAnswer, top: number): { parts: string[]; width: number } {
  const drawn = steps.filter(({ over }) => over === undefined);
  const y = top + KEY / 2 - 2;
  const line = (style: string) => (x: number) => `<line x1="${x}" y1="${y}" x2="${x + SAMPLE}" y2="${y}" ${style}/>`;
  const meanings: [boolean, string, (x: number) => string][] = [
    [drawn.some(({ main }) => main), 'main path', line(`stroke="${ACCENT}" stroke-width="2.5"`)],
    [drawn.some(isUnsure), 'unsure', line(`stroke="${LINE}" stroke-width="1.2" stroke-dasharray="4 3"`)],
    [
      methods.some(({ generic }) => generic),
      'common tool: named, not walked through',
      (x) =>
        `<rect x="${x}" y="${y - 6}" width="${SAMPLE}" height="12" rx="3" fill="#ffffff" stroke="${SECONDARY}" stroke-dasharray="3 2"/>`,
    ],
  ];
  let x = LEFT;
  const parts: string[] = [];
  for (const [isThere, words, sample] of meanings) {
    if (!isThere) continue;
    parts.push(`${sample(x)}<text x="${x + SAMPLE + 8}" y="${y + 4}" fill="${SECONDARY}">${words}</text>`);
    x += SAMPLE + 8 + words.length * SIGN + 24;
  }
  return { parts, width: x };
}

function shorten(name: string, box: { width: number }): string {
  const most = Math.floor((box.width - 18) / SIGN);
  const signs = [...name];
  return signs.length <= most ? name : `${signs.slice(0, most - 1).join('')}…`;
}
