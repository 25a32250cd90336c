/** The right side, while something is selected: what it is and every sentence that links it. A sheet on small screens. */
import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { ApiError, explain } from '../api/errors.js';
import { ComparePanel } from '../compare/compare-panel.js';
import { PathPanel } from '../connect/path-panel.js';
import type { Scene } from '../graph/scene.js';
import { announce, type Selection, select } from '../state/store.js';
import { IconButton } from '../ui/icon-button.js';
import { Message } from '../ui/message.js';
import { plural } from '../ui/words.js';
import { InGraph } from '../walk/in-graph.js';
import { EntityInspector } from './entity.js';
import { type Neighbourhood, useNeighbourhood } from './neighbourhood.js';
import { PaperInspector } from './paper.js';
import './inspector.css';
import './steps.css';

interface Props {
  readonly selection: Selection;
  readonly scene: Scene | undefined;
  /** Changes when the graph does. */
  readonly version: unknown;
}

export function Inspector({ selection, scene, version }: Props) {
  const { id, by, to, compared } = selection;
  const { request, again, more } = useNeighbourhood(id, version);
  const [tall, setTall] = useState(false);
  const panel = useRef<HTMLElement>(null);
  const value = request.state === 'ready' ? request.value : undefined;

  useEffect(() => {
    if (value) scene?.addNeighbourhood(value.detail.node, value.neighbours);
  }, [scene, value]);

  const loaded = value?.detail;
  const told = useRef<string>(undefined);
  useEffect(() => {
    if (!loaded) return;
    document.title = `${loaded.node.name} – Stemma`;
    const links = loaded.degrees.reduce((sum, { count }) => sum + count, 0);
    if (told.current === loaded.node.id) {
      // Another version of the graph: what had the focus may be gone, and reading goes on here.
      if (document.activeElement === document.body) panel.current?.focus({ preventScroll: true });
    } else if (by !== 'edit') {
      announce(`Selected ${loaded.node.name}, ${loaded.node.label.toLowerCase()}, ${plural(links, 'link')}`);
    }
    told.current = loaded.node.id;
    return () => {
      document.title = 'Stemma';
    };
  }, [loaded, by]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new selection starts at its top
  useEffect(() => {
    panel.current?.querySelector('.inspector-body')?.scrollTo(0, 0);
    // Who came by keyboard or by a link goes on reading here; a click on the canvas leaves the focus where it is.
    if (by === 'search' || by === 'link' || by === 'edit') panel.current?.focus({ preventScroll: true });
  }, [id, by]);

  const nameOf = (other: string) =>
    value?.neighbours.find(({ node }) => node.id === other)?.node.name ?? scene?.nameOf(other);

  return (
    <aside
      ref={panel}
      className={tall ? 'inspector card inspector-tall' : 'inspector card'}
      aria-label="Details"
      tabIndex={-1}
      data-floats="auto"
    >
      <div className="inspector-buttons">
        <IconButton
          name={tall ? 'Show less of the details' : 'Show more of the details'}
          className="inspector-grow"
          aria-expanded={tall}
          onClick={() => setTall(!tall)}
        >
          {tall ? <ChevronDown size={18} /> : <ChevronUp size={18} />}
        </IconButton>
        <IconButton name="Close the details" shortcut="Escape" onClick={() => select(undefined, 'link')}>
          <X size={18} />
        </IconButton>
      </div>
      <div className="inspector-body">
        {request.state === 'loading' && <Skeleton />}
        {request.state === 'failed' && isUnknown(request.error) && (
          <Message title="This is not in the graph" urgent>
            It may have been merged, renamed or left out when the graph was built anew. Search for it by its name.
          </Message>
        )}
        {request.state === 'failed' && !isUnknown(request.error) && (
          <Message title="This could not be loaded" action={{ name: 'Try again', run: again }} urgent>
            {explain(request.error)}
          </Message>
        )}
        {value && to !== undefined && (
          <PathPanel key={to} from={value.detail.node} to={to} scene={scene} version={version} nameOf={nameOf} />
        )}
        {value && compared && (
          <ComparePanel
            node={value.detail.node}
            others={compared}
            scene={scene}
            version={value.detail}
            nameOf={nameOf}
          />
        )}
        {value && to === undefined && !compared && <Details value={value} nameOf={nameOf} more={more} />}
      </div>
      {value && <InGraph key={id} detail={value.detail} scene={scene} />}
    </aside>
  );
}

interface DetailsProps {
  readonly value: Neighbourhood;
  readonly nameOf: (id: string) => string | undefined;
  readonly more: ReturnType<typeof useNeighbourhood>['more'];
}

function Details({ value: { detail, neighbours }, nameOf, more }: DetailsProps) {
  const { node } = detail;
  const rest = { detail, neighbours, nameOf, more };
  return node.label === 'Paper' ? (
    <PaperInspector key={node.id} paper={node} {...rest} />
  ) : (
    <EntityInspector key={node.id} entity={node} {...rest} />
  );
}

function Skeleton() {
  return (
    <div className="skeleton" role="status">
      <span className="unseen">Loading</span>
      {[40, 90, 70, 95, 88, 60].map((width) => (
        <span key={width} className="skeleton-line" style={{ width: `${width}%` }} />
      ))}
    </div>
  );
}

function isUnknown(error: unknown): boolean {
  return error instanceof ApiError && error.code === 'unknown-node';
}
