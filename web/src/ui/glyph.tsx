/** The mark of a label as on the canvas: papers square, entities round. */
import type { NodeLabel } from '../api/types.js';
import './glyph.css';

export function Glyph({ label }: { readonly label: NodeLabel }) {
  return <span className={label === 'Paper' ? 'glyph glyph-square' : 'glyph'} data-label={label} aria-hidden="true" />;
}
