/** Light and dark: the system's choice unless the reader made one, which is remembered. */
import { DARK, LABELS, LIGHT, type Palette } from './palette.js';

export type Appearance = 'system' | 'light' | 'dark';

const KEY = 'stemma.appearance';
const systemIsDark = window.matchMedia('(prefers-color-scheme: dark)');

export function rememberedAppearance(): Appearance {
  try {
    const value = localStorage.getItem(KEY);
    return value === 'light' || value === 'dark' ? value : 'system';
  } catch {
    // Storage may be forbidden; the choice then lasts as long as the page.
    return 'system';
  }
}

export function rememberAppearance(appearance: Appearance): void {
  try {
    if (appearance === 'system') localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, appearance);
  } catch {
    // As above.
  }
}

export function isDark(appearance: Appearance): boolean {
  return appearance === 'dark' || (appearance === 'system' && systemIsDark.matches);
}

/** The other one than is seen; where that is what the system has, the page follows the system again. */
export function oppositeAppearance(appearance: Appearance): Appearance {
  const dark = !isDark(appearance);
  if (dark === systemIsDark.matches) return 'system';
  return dark ? 'dark' : 'light';
}

export function paletteOf(appearance: Appearance): Palette {
  return isDark(appearance) ? DARK : LIGHT;
}

/** Sets the variables that the style sheets read, so that every colour is written once. */
export function applyAppearance(appearance: Appearance): void {
  const dark = isDark(appearance);
  const palette = dark ? DARK : LIGHT;
  const root = document.documentElement;
  root.dataset.theme = dark ? 'dark' : 'light';
  root.style.colorScheme = dark ? 'dark' : 'light';
  for (const name of ['ground', 'card', 'ink', 'secondary', 'accent'] as const) {
    root.style.setProperty(`--${name}`, palette[name]);
  }
  for (const label of LABELS) root.style.setProperty(`--label-${label.toLowerCase()}`, palette.labels[label]);
}

export function onSystemAppearance(listener: () => void): () => void {
  systemIsDark.addEventListener('change', listener);
  return () => systemIsDark.removeEventListener('change', listener);
}

const calm = window.matchMedia('(prefers-reduced-motion: reduce)');

/** A duration in milliseconds, or none for those who asked for less motion. */
export function duration(milliseconds: number): number {
  return calm.matches ? 0 : milliseconds;
}
