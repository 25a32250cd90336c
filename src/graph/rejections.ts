/** Edges that a person refused: found among those that resolution and extraction give, and left out. */
import {
  CurationError,
  type CurationNote,
  type EdgeType,
  type EndKind,
  endKinds,
  type Paper,
  StemmaError,
} from '../model/index.js';
import { type Named, NameIndex, type Rejection } from '../resolve/index.js';

interface Ends {
  readonly source: string;
  readonly type: EdgeType;
  readonly target: string;
}

export interface Rejected {
  /** Leaves out what was rejected. Of a paper's link only the strongest role is an edge: no weaker one takes its place. */
  keep<T extends Ends>(edges: readonly T[]): T[];
  /** Rejections that none of the edges seen so far was meant by. */
  unused(): CurationNote[];
}

/**
 * @param papers by whose ids and titles an end that is a paper is known
 * @param people by whose ids and names an end that is an author or an organization is known
 * @throws CurationError `unknown-name` or `several-senses` for such an end
 */
export function rejectedEdges(
  rejections: readonly Rejection[],
  papers: readonly Paper[],
  people: readonly Named[],
): Rejected {
  const ids = endFinder(rejections, papers, people);
  const waiting = new Map<string, Set<number>>();
  for (const { edit, type, source, target } of rejections) {
    const [from, to] = endKinds(type);
    const edge = { source: ids(from, source, edit), type, target: ids(to, target, edit) };
    waiting.set(keyOf(edge), new Set([...(waiting.get(keyOf(edge)) ?? []), edit]));
  }
  const met = new Set<string>();
  return {
    keep: (edges) =>
      edges.filter((edge) => {
        const key = keyOf(edge);
        if (!waiting.has(key)) return true;
        met.add(key);
        return false;
      }),
    unused: () =>
      [...waiting]
        .filter(([key]) => !met.has(key))
        .flatMap(([, edits]) => [...edits])
        .sort((a, b) => a - b)
        .map((edit) => ({ edit, kind: 'idle', message: 'the edge that it rejects is not found any more' })),
  };
}

function keyOf({ source, type, target }: Ends): string {
  return `${source}\n${type}\n${target}`;
}

/** Builds an index of papers or people only where a rejection names one. */
function endFinder(rejections: readonly Rejection[], papers: readonly Paper[], people: readonly Named[]) {
  const kinds = new Set(rejections.flatMap(({ type }) => endKinds(type)));
  const indexes = {
    paper: new NameIndex<Named>(kinds.has('paper') ? papers.map(({ id, title }) => ({ id, name: title })) : []),
    person: new NameIndex<Named>(kinds.has('person') ? people : []),
  };
  return (kind: EndKind, text: string, edit: number): string => {
    if (kind === 'entity') return text;
    try {
      return indexes[kind].one(text).id;
    } catch (error) {
      if (!(error instanceof StemmaError)) throw error;
      throw new CurationError(error.code, `edit ${edit + 1}, reject: ${error.message}`, { edit }, { cause: error });
    }
  };
}
