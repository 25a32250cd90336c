/** The right side, while something is selected: what it is and every sentence that links it. A sheet on small screens. */
import { useEffect, useRef } from 'react';
import { ComparePanel } from '../compare/compare-panel.js';
import { PathPanel } from '../connect/path-panel.js';
import type { Scene } from '../graph/scene.js';
import { announce, type Selection } from '../state/store.js';
import { FailedRequest } from '../ui/failed-request.js';
import { plural } from '../ui/words.js';
import { InGraph } from '../walk/in-graph.js';
import { EntityInspector } from './entity.js';
import { type Neighbourhood, useNeighbourhood } from './neighbourhood.js';
import { Panel, Skeleton } from './panel.js';
import { PaperInspector } from './paper.js';

interface Props {
  readonly selection: Selection;
  readonly scene: Scene | undefined;
  /** Changes when the graph does. */
  readonly version: unknown;
}

export function Inspector({ selection, scene, version }: Props) {
  const { id, by, to, compared } = selection;
  const { request, again, more } = useNeighbourhood(id, version);
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

  const nameOf = (other: string) =>
    value?.neighbours.find(({ node }) => node.id === other)?.node.name ?? scene?.nameOf(other);

  return (
    <Panel panel={panel} about={id} by={by} footer={value && <InGraph key={id} detail={value.detail} scene={scene} />}>
      {request.state === 'loading' && <Skeleton />}
      {request.state === 'failed' && (
        <FailedRequest title="This could not be loaded" error={request.error} again={again} />
      )}
      {value && to !== undefined && (
        <PathPanel key={to} from={value.detail.node} to={to} scene={scene} version={version} nameOf={nameOf} />
      )}
      {value && compared && (
        <ComparePanel node={value.detail.node} others={compared} scene={scene} version={value.detail} nameOf={nameOf} />
      )}
      {value && to === undefined && !compared && <Details value={value} nameOf={nameOf} more={more} />}
    </Panel>
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
