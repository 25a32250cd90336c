/** What lies over the explorer while a lineage or a method's page is open. Nothing of it is loaded before. */
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { explain } from '../api/errors.js';
import { useRequest } from '../state/use-request.js';
import { Message } from '../ui/message.js';
import type { View } from './view-address.js';
import { closeView, followViewAddress, viewStore } from './view-state.js';
import './lineage-layer.css';

/** Whether the explorer is covered. */
export function useLineageOpen(): boolean {
  return useStore(viewStore, ({ view }) => view !== undefined);
}

export function LineageLayer() {
  const view = useStore(viewStore, (state) => state.view);
  useEffect(followViewAddress, []);
  const open = view !== undefined;
  useEffect(() => {
    if (!open) return;
    const before = document.activeElement;
    // The keys of the explorer are not meant while it is covered.
    const onKeyDown = (event: KeyboardEvent) => {
      event.stopPropagation();
      if (event.key === 'Escape' && !event.defaultPrevented) closeView();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
      document.title = 'Stemma';
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, [open]);
  return view ? <Loaded view={view} /> : null;
}

const load = () => import('./pages.js');

function Loaded({ view }: { readonly view: View }) {
  const [request, again] = useRequest(load);
  if (request.state === 'ready') {
    const { Pages } = request.value;
    return <Pages view={view} />;
  }
  return (
    <div className="lineage-layer">
      {request.state === 'failed' && (
        <Message title="This could not be loaded" action={{ name: 'Try again', run: again }} urgent>
          {explain(request.error)}
        </Message>
      )}
    </div>
  );
}
