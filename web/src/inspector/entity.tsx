/** An entity: its other names, since when, where it comes from and what came of it, and the papers by role. */
import { useMemo } from 'react';
import type { EntityNode, Neighbour, NodeDetail, PersonNode } from '../api/types.js';
import { RelatedList } from '../compare/related-list.js';
import { Aliases } from '../curation/aliases.js';
import { EntityEdits } from '../curation/entity-edits.js';
import { LineageWays } from '../lineage/lineage-ways.js';
import { MonthChart } from '../ui/month-chart.js';
import { formatDate, plural } from '../ui/words.js';
import { groupSteps, isLineage } from './groups.js';
import { Heading } from './heading.js';
import type { NeighbourhoodState } from './neighbourhood.js';
import { StepList } from './step-list.js';

interface Props {
  readonly entity: EntityNode | PersonNode;
  readonly detail: NodeDetail;
  readonly neighbours: readonly Neighbour[];
  readonly nameOf: (id: string) => string | undefined;
  readonly more: NeighbourhoodState['more'];
}

export function EntityInspector({ entity, detail, neighbours, nameOf, more }: Props) {
  const self = useMemo(
    () => ({ id: entity.id, forms: [entity.name, ...('aliases' in entity ? entity.aliases : [])] }),
    [entity],
  );
  const groups = groupSteps(detail, neighbours);
  const lineage = groups.filter(({ type }) => isLineage(type));
  const papers = groups.filter(({ type }) => !isLineage(type));
  const list = (group: (typeof groups)[number]) => (
    <StepList key={`${group.type} ${group.direction}`} group={group} self={self} nameOf={nameOf} more={more} />
  );
  return (
    <>
      <Heading
        id={entity.id}
        label={entity.label}
        name={entity.name}
        note={'papers' in entity ? plural(entity.papers, 'paper') : undefined}
      >
        {'aliases' in entity && <LineageWays id={entity.id} />}
      </Heading>
      {'aliases' in entity && <Aliases entity={entity} reasons={detail.reasons ?? []} />}
      {'firstSeen' in entity && entity.firstSeen !== undefined && (
        <p className="names">{seen(entity.firstSeen, entity.lastSeen)}</p>
      )}
      {detail.timeline && detail.timeline.length > 1 && <MonthChart months={detail.timeline} />}
      {'aliases' in entity && <EntityEdits entity={entity} />}
      {groups.length === 0 && <p className="note">Nothing is linked to this yet.</p>}
      {lineage.length > 0 && (
        <section className="part" aria-label="Lineage">
          {lineage.map(list)}
        </section>
      )}
      {'aliases' in entity && <RelatedList key={entity.id} node={entity} version={detail} />}
      {papers.length > 0 && (
        <section className="part" aria-label="Papers">
          {papers.map(list)}
        </section>
      )}
    </>
  );
}

function seen(first: string, last: string | undefined): string {
  const from = formatDate(first);
  const to = last === undefined ? from : formatDate(last);
  return from === to ? `Seen in ${from}` : `First seen ${from}, last ${to}`;
}
