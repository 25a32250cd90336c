/** Where the console comes from below. Nothing of it is loaded before it or an answer is asked for; then it stays, open or closed. */
import { useEffect, useState } from 'react';
import { explain } from '../api/errors.js';
import type { Stats } from '../api/types.js';
import { wayOn } from '../api/way-on.js';
import type { Scene } from '../graph/scene.js';
import { setPanels } from '../state/store.js';
import { useRequest } from '../state/use-request.js';
import { useAppState } from '../state/use-state.js';
import { Message } from '../ui/message.js';
import './console-drawer.css';

interface Props {
  readonly scene: Scene | undefined;
  readonly stats: Stats;
}

const SMALL = '(max-width: 700px)';

export function ConsoleDrawer(props: Props) {
  const open = useAppState((state) => state.panels.drawer === 'console');
  const asked = useAppState((state) => state.asking.asked !== undefined);
  const [wanted, setWanted] = useState(false);
  if ((open || asked) && !wanted) setWanted(true);
  const selection = useAppState((state) => state.selection);
  useEffect(() => {
    // On a small screen there is room for one sheet.
    if (selection && window.matchMedia(SMALL).matches) setPanels({ drawer: undefined });
  }, [selection]);
  return wanted ? <Loaded {...props} open={open} /> : null;
}

const load = () => import('./console.js');

function Loaded({ open, ...props }: Props & { readonly open: boolean }) {
  const [request, again] = useRequest(load);
  if (request.state === 'ready') {
    const { Console } = request.value;
    return <Console open={open} {...props} />;
  }
  return (
    <section className="console card" aria-label="Console" hidden={!open} data-floats="bottom">
      {request.state === 'failed' ? (
        <Message title="The console could not be loaded" action={wayOn(request.error, again)} urgent>
          {explain(request.error)}
        </Message>
      ) : (
        <p className="console-loading secondary" role="status">
          Opening the console…
        </p>
      )}
    </section>
  );
}
