/** From what a node was put beside back to all about it. A long name is cut: the whole stands below. */
import { ArrowLeft } from 'lucide-react';
import { select } from '../state/store.js';

export function BackButton({ id, name }: { readonly id: string; readonly name: string }) {
  return (
    <button type="button" className="quiet-button back-button" onClick={() => select(id, 'link')}>
      <ArrowLeft size={14} aria-hidden="true" />
      <span>All about {name}</span>
    </button>
  );
}
