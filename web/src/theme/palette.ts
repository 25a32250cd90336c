/**
 * The colours that carry meaning, for both grounds, in hex. Labels differ by lightness too (a test looks at them as
 * people with protanopia, deuteranopia and tritanopia do), and by shape: papers are square, entities round.
 */
import type { NodeLabel } from '../api/types.js';

export interface Palette {
  readonly ground: string;
  readonly card: string;
  readonly ink: string;
  readonly secondary: string;
  /** Selection and focus, nothing else. */
  readonly accent: string;
  readonly edge: string;
  /** Descent is a darker line. */
  readonly lineage: string;
  readonly labels: Readonly<Record<NodeLabel, string>>;
  /** For communities: those near one another get different ones, and each is named. */
  readonly communities: readonly string[];
}

export const LIGHT: Palette = {
  ground: '#faf9f6',
  card: '#ffffff',
  ink: '#1e1d1a',
  secondary: '#5c5a54',
  accent: '#c2185b',
  edge: '#757c88',
  lineage: '#34373d',
  labels: {
    Paper: '#93a1b4',
    Concept: '#3573e6',
    Technique: '#f08a12',
    Model: '#046b3a',
    Benchmark: '#6a1690',
    Author: '#a4795c',
    Organization: '#6b6459',
  },
  communities: ['#0a7d93', '#f0901f', '#8f35d8', '#901a28', '#4fb0ba', '#354587', '#ce4715'],
};

export const DARK: Palette = {
  ground: '#0f1217',
  card: '#181c23',
  ink: '#eceef3',
  secondary: '#a4abb9',
  accent: '#ff6f9f',
  edge: '#7d8798',
  lineage: '#d3d8e2',
  labels: {
    Paper: '#78828f',
    Concept: '#357ae8',
    Technique: '#f59a1e',
    Model: '#45dfb0',
    Benchmark: '#c79dff',
    Author: '#c79a7c',
    Organization: '#9a9284',
  },
  communities: ['#19b5ef', '#ee946c', '#a145f7', '#cf501e', '#80ebe3', '#39849d', '#ece04a'],
};

/** In the order in which people read them. */
export const LABELS = [
  'Paper',
  'Concept',
  'Technique',
  'Model',
  'Benchmark',
  'Author',
  'Organization',
] as const satisfies readonly NodeLabel[];

/** Drawn only when asked for. */
export const HIDDEN_AT_FIRST: readonly NodeLabel[] = ['Author', 'Organization'];
