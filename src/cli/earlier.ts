/** What a graph that is added to brings along: what its sources said, the records made of it, and the places. */
import type { Extractor } from '../extract/index.js';
import { GraphError, UsageError } from '../model/index.js';
import type { Member } from '../resolve/index.js';
import { type Meta, type OpenGraph, openGraph, readMembers, readNodes } from '../store/index.js';
import type { KnownRecords } from './known-records.js';

/** Where a node stands, and with which others. */
interface Place {
  readonly x: number;
  readonly y: number;
  readonly community: number;
}

export class EarlierGraph {
  readonly meta: Meta;
  /** The version in force as it was when this began. */
  readonly version: OpenGraph;
  /** Different papers, known once `members` has come to its end. */
  papers = 0;

  private constructor(open: OpenGraph) {
    this.version = open;
    this.meta = open.meta;
  }

  /** @returns undefined where there is no graph yet @throws GraphError as `openGraph` does */
  static async open(folder: string): Promise<EarlierGraph | undefined> {
    try {
      return new EarlierGraph(await openGraph(folder));
    } catch (error) {
      if (error instanceof GraphError && error.code === 'no-graph') return undefined;
      throw error;
    }
  }

  /**
   * What is added must be read as the rest was, or the graph would be none that one build could make.
   * @throws UsageError `other-extractor`, `other-day`
   */
  check(folder: string, extractor: string, asOf: string): void {
    if (this.meta.extractor !== extractor) {
      throw new UsageError(
        'other-extractor',
        `the graph in ${folder} was made with --extractor ${this.meta.extractor}, and ${extractor} would mix the two: add with --extractor ${this.meta.extractor}, or build the whole graph again`,
      );
    }
    if (this.meta.asOf !== asOf) {
      throw new UsageError(
        'other-day',
        `the graph in ${folder} was made with --as-of ${this.meta.asOf}: leave --as-of away, or build the whole graph again`,
      );
    }
  }

  /** @throws UsageError `other-extractor` */
  checkVersion(folder: string, { name, version }: Extractor): void {
    if (this.meta.extractorVersion === version) return;
    throw new UsageError(
      'other-extractor',
      `the graph in ${folder} was made with another version of the extractor ${name} (${this.meta.extractorVersion}, not ${version}): build the whole graph again`,
    );
  }

  /**
   * What each source said of each paper, before anything was merged.
   * @param known given the records of the graph at the end, where they are wanted
   * @throws GraphError `damaged`
   */
  *members(known: KnownRecords | undefined): Generator<Member> {
    const foreign = new Set<string>();
    for (const members of readMembers<readonly Member[]>(this.version)) {
      this.papers++;
      for (const member of members) {
        if (member.kind === 'record') foreign.add(member.record.paper.abstract);
        yield member;
      }
    }
    known?.addGraph(this.version, foreign);
  }

  /** Places by id, and the ids of entities by name. @throws GraphError `damaged` */
  drawing(): { places: Map<string, Place>; placedAs: Map<string, string> } {
    const places = new Map<string, Place>();
    const placedAs = new Map<string, string>();
    for (const node of readNodes(this.version)) {
      const { id, x, y, community } = node;
      places.set(id, { x, y, community });
      if ('aliases' in node) placedAs.set(node.name, id);
    }
    return { places, placedAs };
  }
}
