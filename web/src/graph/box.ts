/** A box of the window, in CSS pixels: what a name takes, so that no other is written over it. */

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A name and where it is written. */
export interface Written extends Box {
  readonly text: string;
  /** The name of a region, or of a node. */
  readonly of: 'region' | 'node';
}

export function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
