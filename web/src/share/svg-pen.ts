/** A pen that writes SVG: each stroke, fill and text becomes an element, in the order in which it was drawn. */
import { escapeXml } from '../../../src/model/xml.js';
import type { Pen } from '../graph/pen.js';

interface Style {
  fillStyle: string;
  strokeStyle: string;
  lineWidth: number;
  lineCap: CanvasLineCap;
  lineJoin: CanvasLineJoin;
  font: string;
  textAlign: CanvasTextAlign;
  textBaseline: CanvasTextBaseline;
  globalAlpha: number;
  dash: readonly number[];
}

const AT_FIRST: Style = {
  fillStyle: '#000000',
  strokeStyle: '#000000',
  lineWidth: 1,
  lineCap: 'butt',
  lineJoin: 'miter',
  font: '10px sans-serif',
  textAlign: 'start',
  textBaseline: 'alphabetic',
  globalAlpha: 1,
  dash: [],
};

export class SvgPen {
  #style: Style = { ...AT_FIRST };
  readonly #saved: Style[] = [];
  readonly #elements: string[] = [];
  #path: string[] = [];
  /** Widths of texts are those of a real canvas. */
  readonly #measure = document.createElement('canvas').getContext('2d');

  /** What was drawn so far, as a picture of its own; the viewport is moved and scaled into it. */
  write(width: number, height: number, transform: string): string {
    return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">\n<g transform="${transform}">\n${this.#elements.join('\n')}\n</g>\n</svg>\n`;
  }

  get pen(): Pen {
    return this as unknown as Pen;
  }

  get fillStyle(): string {
    return this.#style.fillStyle;
  }
  set fillStyle(value: string) {
    this.#style.fillStyle = value;
  }
  get strokeStyle(): string {
    return this.#style.strokeStyle;
  }
  set strokeStyle(value: string) {
    this.#style.strokeStyle = value;
  }
  set lineWidth(value: number) {
    this.#style.lineWidth = value;
  }
  set lineCap(value: CanvasLineCap) {
    this.#style.lineCap = value;
  }
  set lineJoin(value: CanvasLineJoin) {
    this.#style.lineJoin = value;
  }
  set font(value: string) {
    this.#style.font = value;
  }
  set textAlign(value: CanvasTextAlign) {
    this.#style.textAlign = value;
  }
  set textBaseline(value: CanvasTextBaseline) {
    this.#style.textBaseline = value;
  }
  set globalAlpha(value: number) {
    this.#style.globalAlpha = value;
  }

  setLineDash(dash: readonly number[]): void {
    this.#style.dash = dash;
  }
  save(): void {
    this.#saved.push({ ...this.#style });
  }
  restore(): void {
    this.#style = this.#saved.pop() ?? { ...AT_FIRST };
  }

  beginPath(): void {
    this.#path = [];
  }
  moveTo(x: number, y: number): void {
    this.#path.push(`M${at(x)} ${at(y)}`);
  }
  lineTo(x: number, y: number): void {
    this.#path.push(`L${at(x)} ${at(y)}`);
  }
  quadraticCurveTo(cx: number, cy: number, x: number, y: number): void {
    this.#path.push(`Q${at(cx)} ${at(cy)} ${at(x)} ${at(y)}`);
  }
  /** Whole circles only: nothing that we paint has another arc. */
  arc(x: number, y: number, radius: number): void {
    const r = at(radius);
    this.#path.push(
      `M${at(x - radius)} ${at(y)}a${r} ${r} 0 1 0 ${at(2 * radius)} 0a${r} ${r} 0 1 0 ${at(-2 * radius)} 0`,
    );
  }
  roundRect(x: number, y: number, width: number, height: number, radius: number): void {
    const r = Math.min(radius, width / 2, height / 2);
    if (r === 0) {
      this.#path.push(`M${at(x)} ${at(y)}h${at(width)}v${at(height)}h${at(-width)}z`);
      return;
    }
    const turn = (dx: number, dy: number) => `a${at(r)} ${at(r)} 0 0 1 ${at(dx)} ${at(dy)}`;
    const [across, down] = [width - 2 * r, height - 2 * r];
    this.#path.push(
      `M${at(x + r)} ${at(y)}h${at(across)}${turn(r, r)}v${at(down)}${turn(-r, r)}h${at(-across)}${turn(-r, -r)}v${at(-down)}${turn(r, -r)}z`,
    );
  }
  closePath(): void {
    this.#path.push('z');
  }

  fill(): void {
    this.#elements.push(`<path d="${this.#path.join('')}" fill="${this.#style.fillStyle}"${this.alpha()}/>`);
  }
  stroke(): void {
    this.#elements.push(`<path d="${this.#path.join('')}" fill="none" ${this.strokes()}${this.alpha()}/>`);
  }
  fillText(text: string, x: number, y: number): void {
    this.text(text, x, y, `fill="${this.#style.fillStyle}"`);
  }
  strokeText(text: string, x: number, y: number): void {
    this.text(text, x, y, `fill="none" ${this.strokes()}`);
  }
  measureText(text: string): TextMetrics {
    if (!this.#measure) throw new Error('this browser has no canvas');
    this.#measure.font = this.#style.font;
    return this.#measure.measureText(text);
  }

  private strokes(): string {
    const { strokeStyle, lineWidth, lineCap, lineJoin, dash } = this.#style;
    const parts = [`stroke="${strokeStyle}"`, `stroke-width="${at(lineWidth)}"`];
    if (lineCap !== 'butt') parts.push(`stroke-linecap="${lineCap}"`);
    if (lineJoin !== 'miter') parts.push(`stroke-linejoin="${lineJoin}"`);
    if (dash.length > 0) parts.push(`stroke-dasharray="${dash.join(' ')}"`);
    return parts.join(' ');
  }

  private alpha(): string {
    return this.#style.globalAlpha < 1 ? ` opacity="${at(this.#style.globalAlpha)}"` : '';
  }

  private text(text: string, x: number, y: number, paint: string): void {
    const { font, textAlign, textBaseline } = this.#style;
    const anchor = textAlign === 'center' ? ' text-anchor="middle"' : '';
    const baseline = textBaseline === 'middle' ? ' dominant-baseline="central"' : '';
    this.#elements.push(
      `<text x="${at(x)}" y="${at(y)}" style="font:${escapeXml(font)}"${anchor}${baseline} ${paint}${this.alpha()}>${escapeXml(text)}</text>`,
    );
  }
}

/** Hundredths of a pixel are exact enough. */
function at(value: number): string {
  return String(Math.round(value * 100) / 100);
}
