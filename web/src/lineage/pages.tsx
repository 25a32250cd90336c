/** The views over the explorer: a lineage, or the page of a method. */
import { useEffect, useRef } from 'react';
import { LineagePage } from './lineage-page.js';
import { MethodPage } from './method-page.js';
import type { View } from './view-address.js';

export function Pages({ view }: { readonly view: View }) {
  const layer = useRef<HTMLDivElement>(null);
  const key = `${view.page} ${view.id ?? ''}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is read from its beginning
  useEffect(() => layer.current?.focus({ preventScroll: true }), [key]);
  return (
    <div ref={layer} className="lineage-layer" tabIndex={-1}>
      {view.page === 'method' ? <MethodPage key={view.id} id={view.id} /> : <LineagePage view={view} />}
    </div>
  );
}
