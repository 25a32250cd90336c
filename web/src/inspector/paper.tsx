/** A paper: who wrote it and when, its abstract with what it names, and its entities by role with evidence. */
import { ExternalLink } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Neighbour, NodeDetail, PaperNode } from '../api/types.js';
import { RelatedList } from '../compare/related-list.js';
import { formatDate, plural } from '../ui/words.js';
import { Abstract } from './abstract.js';
import { groupSteps } from './groups.js';
import { Heading } from './heading.js';
import type { NeighbourhoodState } from './neighbourhood.js';
import { NodeLink } from './node-link.js';
import { StepList } from './step-list.js';

interface Props {
  readonly paper: PaperNode;
  readonly detail: NodeDetail;
  readonly neighbours: readonly Neighbour[];
  readonly nameOf: (id: string) => string | undefined;
  readonly more: NeighbourhoodState['more'];
}

export function PaperInspector({ paper, detail, neighbours, nameOf, more }: Props) {
  const [looked, setLooked] = useState<Neighbour>();
  const entities = useMemo(() => neighbours.filter(({ edge }) => 'start' in edge), [neighbours]);
  const self = useMemo(() => ({ id: paper.id, forms: [] }), [paper.id]);
  const people = new Map(
    neighbours
      .filter(({ edge }) => edge.type === 'WROTE' || edge.type === 'AFFILIATED_WITH')
      .map(({ node }) => [`${node.label} ${node.name}`, node.id]),
  );
  const lit = looked && 'start' in looked.edge ? ([looked.edge.start, looked.edge.end] as const) : undefined;
  return (
    <>
      <Heading id={paper.id} label="Paper" name={paper.title} note={paper.date && formatDate(paper.date)} />
      {paper.titleFrom === 'abstract' && (
        <p className="note">The source gives no title: this one is made from the abstract.</p>
      )}
      <Names label="Author" names={paper.authors} people={people} />
      <Names label="Organization" names={paper.organizations} people={people} />
      {(paper.categories.length > 0 || isWebAddress(paper.url)) && (
        <p className="facts">
          {paper.categories.map((category) => (
            <span key={category} className="chip">
              {category}
            </span>
          ))}
          {isWebAddress(paper.url) && (
            <a className="link" href={paper.url} target="_blank" rel="noopener noreferrer">
              Read the paper <ExternalLink size={13} aria-hidden="true" />
            </a>
          )}
        </p>
      )}
      <section aria-label="Abstract" className="part">
        <Abstract paper={paper} entities={entities} lit={lit} />
      </section>
      {entities.length === 0 && <p className="note">Nothing in this paper is linked yet.</p>}
      {groupSteps(detail, neighbours)
        .filter(({ type }) => type !== 'WROTE' && type !== 'AFFILIATED_WITH')
        .map((group) => (
          <StepList
            key={`${group.type} ${group.direction}`}
            group={group}
            self={self}
            nameOf={nameOf}
            more={more}
            onLook={setLooked}
          />
        ))}
      <RelatedList key={paper.id} node={paper} version={detail} />
      <details className="sources">
        <summary>{plural(paper.sources.length, 'source')}</summary>
        <ul>
          {paper.sources.map(({ file, line }) => (
            <li key={`${file}:${line}`}>
              {file}, line {line}
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}

/** Only such an address may become a link: `javascript:` is an address too. */
function isWebAddress(url: string | undefined): url is string {
  return url !== undefined && /^https?:\/\//i.test(url);
}

const FIRST_NAMES = 8;

interface NamesProps {
  readonly label: 'Author' | 'Organization';
  readonly names: readonly string[];
  readonly people: ReadonlyMap<string, string>;
}

function Names({ label, names, people }: NamesProps) {
  const [all, setAll] = useState(false);
  if (names.length === 0) return null;
  const shown = all ? names : names.slice(0, FIRST_NAMES);
  return (
    <p className="names">
      <span className="unseen">{label === 'Author' ? 'Authors: ' : 'Organizations: '}</span>
      {shown.map((name, i) => {
        const id = people.get(`${label} ${name}`);
        return (
          <span key={name}>
            {i > 0 && ', '}
            {id === undefined ? (
              name
            ) : (
              <NodeLink id={id} className="quiet-link">
                {name}
              </NodeLink>
            )}
          </span>
        );
      })}
      {shown.length < names.length && (
        <>
          {' '}
          <button type="button" className="link" onClick={() => setAll(true)}>
            and {names.length - shown.length} more
          </button>
        </>
      )}
    </p>
  );
}
