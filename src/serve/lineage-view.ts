/** The lineages of the graph that is served. The lineage graph is made when it is first asked for, or beforehand. */
import {
  Lineage,
  layOut,
  lineageOf,
  mainPathsOf,
  profileOf,
  relationOf,
  type WalkOptions,
  writeDot,
  writeMermaid,
  writeSvg,
} from '../lineage/index.js';
import type { LineageAnswer, MethodProfile } from '../model/index.js';
import type { GraphView } from './graph-view.js';

export class LineageView {
  readonly #view: GraphView;
  /** The day of the newest paper. */
  readonly #end: string | undefined;
  #lineage: Lineage | undefined;
  /** By the number of chains; they are the same for everybody. */
  readonly #mainPaths = new Map<number, LineageAnswer>();

  constructor(view: GraphView, end: string | undefined) {
    this.#view = view;
    this.#end = end;
  }

  get #made(): Lineage {
    this.#lineage ??= new Lineage(this.#view.graph);
    return this.#lineage;
  }

  /** Makes the lineage graph, so that the first question finds it. */
  prepare(): void {
    void this.#made;
  }

  /** Whether it is an entity of the graph. */
  knows(id: string): boolean {
    return this.#made.numberOf(id) !== undefined;
  }

  /** @throws RangeError for an id that is not known */
  of(id: string, options: WalkOptions): LineageAnswer {
    return drawn(lineageOf(this.#made, this.#nodeOf, this.#number(id), options));
  }

  /** @throws RangeError for an id that is not known */
  between(from: string, to: string): LineageAnswer {
    return drawn(relationOf(this.#made, this.#nodeOf, this.#number(from), this.#number(to)));
  }

  mainPaths(chains: number): LineageAnswer {
    const known = this.#mainPaths.get(chains) ?? drawn(mainPathsOf(this.#made, this.#nodeOf, chains));
    this.#mainPaths.set(chains, known);
    return known;
  }

  /** @throws RangeError for an id that is not known */
  profile(id: string): MethodProfile {
    const edgesAt = (at: string) => this.#view.steps(at).map(({ edge }) => edge);
    return profileOf(this.#made, this.#nodeOf, edgesAt, this.#number(id), this.#end);
  }

  readonly #nodeOf = (id: string) => this.#view.node(id);

  #number(id: string): number {
    const number = this.#made.numberOf(id);
    if (number === undefined) throw new RangeError(`${id} is no entity of this graph`);
    return number;
  }
}

function drawn(answer: LineageAnswer): LineageAnswer {
  return { ...answer, drawing: layOut(answer) };
}

/** The same answer as a picture or diagram, with the type it is served as. */
export function writeAs(format: 'svg' | 'mermaid' | 'dot', answer: LineageAnswer): { text: string; type: string } {
  switch (format) {
    case 'svg':
      return { text: writeSvg(answer), type: 'image/svg+xml; charset=utf-8' };
    case 'mermaid':
      return { text: writeMermaid(answer), type: 'text/vnd.mermaid; charset=utf-8' };
    case 'dot':
      return { text: writeDot(answer), type: 'text/vnd.graphviz; charset=utf-8' };
  }
}
