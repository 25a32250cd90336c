/** Draws what the answer speaks of, among what is shown or by itself; pressed again, takes it out of the drawing. */
import { Focus, Waypoints } from 'lucide-react';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { explain, isAbort } from '../api/errors.js';
import type { Stats } from '../api/types.js';
import type { Scene } from '../graph/scene.js';
import { announce, notify, setAsking, setPanels, showAnswer } from '../state/store.js';
import { useAppState } from '../state/use-state.js';
import { formatCount, plural } from '../ui/words.js';
import type { Asking } from './asking.js';
import { drawAnswer } from './show-answer.js';
import { idsIn, type Row } from './values.js';

interface Props {
  readonly rows: readonly Row[];
  readonly scene: Scene | undefined;
  /** Of the graph at hand: another one is drawn anew. */
  readonly stats: Stats;
}

export function ShowButtons({ rows, scene, stats }: Props) {
  const speaksOf = useMemo(() => idsIn(rows).length, [rows]);
  const drawn = useAppState((state) => state.asking.drawn);
  const [busy, setBusy] = useState(false);
  const wanted = drawn !== undefined && speaksOf > 0;

  // biome-ignore lint/correctness/useExhaustiveDependencies: another version of the graph is drawn without its guests
  useEffect(() => {
    if (!wanted || !scene) return;
    const controller = new AbortController();
    setBusy(true);
    drawAnswer(rows, scene, controller.signal)
      .then(
        ({ shown, total }) => {
          if (shown < total)
            notify({ text: `${formatCount(shown)} of the ${plural(total, 'node')} are shown`, state: 'done' });
          else announce(`${plural(shown, 'node')} shown in the graph`);
        },
        (error: unknown) => {
          if (isAbort(error)) return;
          setAsking({ drawn: undefined });
          notify({ text: explain(error), state: 'failed' });
        },
      )
      .finally(() => setBusy(false));
    return () => {
      controller.abort();
      showAnswer(undefined);
    };
  }, [rows, scene, wanted, stats]);

  if (speaksOf === 0 || !scene) return null;
  const button = (as: NonNullable<Asking['drawn']>, name: string, icon: ReactNode) => (
    <button
      type="button"
      className="console-quiet console-show"
      aria-pressed={drawn === as}
      disabled={busy}
      onClick={() => {
        // On a small screen the graph lies behind the console; what covers it counts when the camera is aimed.
        if (drawn !== as && window.matchMedia('(max-width: 700px)').matches) setPanels({ drawer: undefined });
        setAsking({ drawn: drawn === as ? undefined : as });
      }}
    >
      {icon}
      {name}
    </button>
  );
  return (
    <>
      {button('among', 'Show in graph', <Waypoints size={14} aria-hidden="true" />)}
      {button('alone', 'Show alone', <Focus size={14} aria-hidden="true" />)}
    </>
  );
}
