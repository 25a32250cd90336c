/** Draws what the answer speaks of, and lights it; pressed again, puts the light out. */
import { Waypoints } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { explain, isAbort } from '../api/errors.js';
import type { Scene } from '../graph/scene.js';
import { announce, type DrawnPath, notify, setPanels, showPath, store } from '../state/store.js';
import { useAppState } from '../state/use-state.js';
import { formatCount, plural } from '../ui/words.js';
import { showAnswer } from './show-answer.js';
import { idsIn, type Row } from './values.js';

interface Props {
  readonly rows: readonly Row[];
  readonly scene: Scene | undefined;
}

export function ShowButton({ rows, scene }: Props) {
  const speaksOf = useMemo(() => idsIn(rows).length, [rows]);
  const path = useAppState((state) => state.path);
  const [lit, setLit] = useState<DrawnPath>();
  const [busy, setBusy] = useState(false);
  const controller = useRef<AbortController>(undefined);
  useEffect(() => () => controller.current?.abort(), []);
  if (speaksOf === 0 || !scene) return null;
  const isLit = lit !== undefined && path === lit;

  const show = async () => {
    controller.current = new AbortController();
    setBusy(true);
    try {
      // On a small screen the graph lies behind the console; what covers it counts when the camera is aimed.
      if (window.matchMedia('(max-width: 700px)').matches) setPanels({ drawer: undefined });
      const { shown, total } = await showAnswer(rows, scene, controller.current.signal);
      setLit(store.getState().path);
      if (shown < total)
        notify({ text: `${formatCount(shown)} of the ${plural(total, 'node')} are shown`, state: 'done' });
      else announce(`${plural(shown, 'node')} shown in the graph`);
    } catch (error) {
      if (!isAbort(error)) notify({ text: explain(error), state: 'failed' });
    } finally {
      setBusy(false);
    }
  };

  return (
    <button
      type="button"
      className="console-quiet console-show"
      aria-pressed={isLit}
      disabled={busy}
      onClick={() => (isLit ? showPath(undefined) : void show())}
    >
      <Waypoints size={14} aria-hidden="true" />
      Show in graph
    </button>
  );
}
