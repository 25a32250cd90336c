/** Arithmetic on `#rrggbb`: Sigma draws every other notation black. */

type Rgb = readonly [number, number, number];

function parse(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

const mixed = new Map<string, string>();

/** `from` at `amount` 0, `to` at 1; rounded to 32 steps, so that the cache stays small. */
export function mix(from: string, to: string, amount: number): string {
  const step = Math.round(Math.min(1, Math.max(0, amount)) * 32);
  if (step === 0) return from;
  if (step === 32) return to;
  const key = `${from}${to}${step}`;
  const known = mixed.get(key);
  if (known) return known;
  const a = parse(from);
  const b = parse(to);
  const part = (i: 0 | 1 | 2) => Math.round(a[i] + ((b[i] - a[i]) * step) / 32);
  const hex = `#${((part(0) << 16) | (part(1) << 8) | part(2)).toString(16).padStart(6, '0')}`;
  mixed.set(key, hex);
  return hex;
}

/** Relative luminance and contrast as WCAG 2.2 defines them (1 to 21). */
export function contrast(a: string, b: string): number {
  const luminance = (hex: string) => {
    const [red, green, blue] = parse(hex).map((channel) => {
      const c = channel / 255;
      return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
    }) as [number, number, number];
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}
