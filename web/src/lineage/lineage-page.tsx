/** A lineage: what it is of and how far it goes above, the drawing, and beside it the sentences of what is looked at. */
import { useCallback, useEffect, useMemo, useState } from 'react';
import { announce } from '../state/store.js';
import { useRequest } from '../state/use-request.js';
import { FailedRequest } from '../ui/failed-request.js';
import { Message } from '../ui/message.js';
import { plural } from '../ui/words.js';
import { Details } from './details.js';
import { Drawing } from './drawing.js';
import { askLineage, type LineageAnswer } from './lineage-api.js';
import { LineageBar } from './lineage-bar.js';
import type { LineageView } from './view-address.js';
import { openView } from './view-state.js';
import './lineage.css';

export function LineagePage({ view }: { readonly view: LineageView }) {
  const address = JSON.stringify(view);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same view is the same question, whichever object it is
  const ask = useCallback((signal: AbortSignal) => askLineage(view, signal), [address]);
  const [request, again] = useRequest(ask);
  // What was there stays until the next is, so that the drawing does not flicker.
  const [shown, setShown] = useState<LineageAnswer>();
  useEffect(() => {
    if (request.state === 'ready') setShown(request.value);
  }, [request]);
  const [chosen, setChosen] = useState<string>();
  const at = shown?.methods.some(({ id }) => id === chosen) ? chosen : shown?.of;
  const title = useMemo(() => titleOf(shown), [shown]);
  useEffect(() => {
    if (!shown) return;
    document.title = `${title} – Stemma`;
    announce(`${title}: ${plural(shown.shown, 'method')}${shown.shown < shown.total ? ` of ${shown.total}` : ''}`);
  }, [shown, title]);
  const fold = (id: string) => {
    const folded = view.folded.includes(id) ? view.folded.filter((each) => each !== id) : [...view.folded, id];
    openView({ ...view, folded });
  };
  return (
    <>
      <LineageBar view={view} answer={shown} title={title} />
      {request.state === 'failed' ? (
        <div className="lineage-message">
          <FailedRequest title="The lineage could not be loaded" error={request.error} again={again} ofMethod />
        </div>
      ) : (
        <div className="lineage-body" aria-busy={request.state === 'loading'}>
          {shown?.methods.length === 0 ? (
            <div className="lineage-message">
              <Message title="No line of descent in this graph">
                No sentence in it says that one method builds on another. Add papers that do, or look at a method by
                itself.
              </Message>
            </div>
          ) : shown && isAlone(shown) ? (
            <div className="lineage-message">
              <Message title="It stands alone">
                No sentence in this graph says what {shown.methods[0]?.name} came from, or what came from it. Its page
                tells where it is used.
              </Message>
            </div>
          ) : shown?.drawing ? (
            <Drawing key={`${shown.of} ${shown.to}`} answer={shown} chosen={at} onChoose={setChosen} />
          ) : (
            <p className="lineage-message secondary" role="status">
              Drawing the lineage…
            </p>
          )}
          {shown && shown.methods.length > 0 && (
            <Details answer={shown} at={at} view={view} onChoose={setChosen} onFold={fold} />
          )}
        </div>
      )}
    </>
  );
}

/** Whether there is no step to draw, however far one looks. */
function isAlone({ methods, to }: LineageAnswer): boolean {
  const [only] = methods;
  return to === undefined && methods.length === 1 && only?.parents === 0 && only.children === 0;
}

function titleOf(answer: LineageAnswer | undefined): string {
  if (!answer) return 'Lineage';
  const name = (id: string | undefined) => answer.methods.find((method) => method.id === id)?.name ?? id ?? '';
  if (answer.of === undefined) return 'Main paths';
  return answer.to === undefined ? `Lineage of ${name(answer.of)}` : `${name(answer.of)} and ${name(answer.to)}`;
}
