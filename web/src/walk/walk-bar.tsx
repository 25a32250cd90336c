/** While nodes are marked or left out: how many, what can be done with them, and the way back. At the top, in one line. */

import { contextOf } from '../commands/context.js';
import type { Scene } from '../graph/scene.js';
import { answerAlone } from '../state/store.js';
import { useAppState } from '../state/use-state.js';
import { plural } from '../ui/words.js';
import { hide, keepOnly, showAll, togglePins, unmarkAll } from './deeds.js';
import './walk-bar.css';

export function WalkBar({ scene }: { readonly scene: Scene | undefined }) {
  const { marked, kept, hidden } = useAppState((state) => state.walk);
  const alone = useAppState((state) => answerAlone(state) !== undefined);
  const lassoing = useAppState((state) => state.lassoing);
  if (lassoing) {
    return (
      <section className="walk-bar card" data-floats="bottom" aria-label="Lasso">
        <p>Draw a line around the nodes to mark</p>
      </section>
    );
  }
  if (marked.size > 0 && scene) {
    const nodes = () => contextOf(scene, () => undefined).nodes;
    return (
      <section className="walk-bar card" data-floats="bottom" aria-label="Marked nodes">
        <p>{plural(marked.size, 'node')} marked</p>
        <Button name="Keep only these" onClick={() => keepOnly(scene, nodes())} />
        <Button name="Hide" onClick={() => hide(scene, nodes())} />
        <Button name="Pin" onClick={() => togglePins(scene, nodes())} />
        <Button name="Unmark" onClick={unmarkAll} />
      </section>
    );
  }
  if (kept || alone || hidden.size > 0) {
    return (
      <section className="walk-bar card" data-floats="bottom" aria-label="Left out">
        <p>
          {alone ? 'Only the answer is shown' : kept ? 'Only a part is shown' : `${plural(hidden.size, 'node')} hidden`}
        </p>
        <Button name="Show all" onClick={showAll} />
      </section>
    );
  }
  return null;
}

function Button({ name, onClick }: { readonly name: string; readonly onClick: () => void }) {
  return (
    <button type="button" className="walk-bar-button" onClick={onClick}>
      {name}
    </button>
  );
}
