/**
 * How much of each choice the other choices leave (faceted counts): for a year, a category, a label and so on, what
 * `chosenNodes` would let through if it were the only choice of its kind. All kinds are counted in a few walks over typed
 * arrays, so that a graph of 75,000 papers answers while one moves a handle.
 */
import type { Incidence } from '../graph/index.js';
import { EDGE_TYPES, NODE_LABELS } from '../model/index.js';
import { type Choice, isOfLinks, isOfPapers, isOfYears } from './choice.js';
import { FacetColumns, type Names } from './facet-columns.js';
import type { Facets } from './schemas.js';

/** More choices than these are no help: search finds the rest. */
export const MOST_CHOICES = 40;

/** Why a node is left out, a bit for each kind of choice. */
const LABEL = 1;
const COMMUNITY = 2;
const PAPERS = 4;
const YEARS = 8;
const CATEGORY = 16;
const ORGANIZATION = 32;
/** Authors and organizations are not chosen here. */
const PERSON = 64;

/** What is near a node, a bit for each: whether a link leads to what is let through, and to such of its own community. */
const REACHED = 1;
const REACHED_INSIDE = 2;
const LINKED = 4;
const LINKED_INSIDE = 8;

export class FacetCounter {
  readonly #incidence: Incidence;
  readonly #columns: FacetColumns;
  /** Names that are offered, the commonest first. */
  readonly #categories: readonly string[];
  readonly #organizations: readonly string[];

  constructor(incidence: Incidence) {
    this.#incidence = incidence;
    this.#columns = new FacetColumns(incidence);
    this.#categories = this.#columns.categories.commonest(MOST_CHOICES);
    this.#organizations = this.#columns.organizations.commonest(MOST_CHOICES);
  }

  count(choice: Choice): Facets {
    const columns = this.#columns;
    const masks = this.#masks(choice);
    const near = this.#near(masks, choice);
    const [choosesPapers, choosesLinks] = [isOfPapers(choice), isOfLinks(choice)];
    const labels = new Uint32Array(NODE_LABELS.length);
    const communities = new Map<number, number>();
    const years = new Uint32Array(columns.years.length + 1);
    const categories = new Uint32Array(columns.categories.all.length);
    const organizations = new Uint32Array(columns.organizations.all.length);
    for (let i = 0; i < masks.length; i++) {
      const [mask, flags, label] = [masks[i] ?? 0, near[i] ?? 0, columns.labels[i] ?? 0];
      if (mask === PERSON) {
        labels[label] = (labels[label] ?? 0) + 1;
        continue;
      }
      const isPaper = columns.isPaper[i] === 1;
      const mustBeReached = choosesPapers && !isPaper;
      const isInside =
        (!mustBeReached || (flags & REACHED_INSIDE) !== 0) && (!choosesLinks || (flags & LINKED_INSIDE) !== 0);
      if (isInside && (mask & ~COMMUNITY) === 0) {
        const community = columns.communities[i] ?? 0;
        communities.set(community, (communities.get(community) ?? 0) + 1);
      }
      if ((mustBeReached && (flags & REACHED) === 0) || (choosesLinks && (flags & LINKED) === 0)) continue;
      if ((mask & ~LABEL) === 0) labels[label] = (labels[label] ?? 0) + 1;
      if (!isPaper) continue;
      const year = columns.yearOf[i] ?? 0;
      if ((mask & ~YEARS) === 0) years[year] = (years[year] ?? 0) + 1;
      if ((mask & ~CATEGORY) === 0) columns.categories.add(categories, i);
      if ((mask & ~ORGANIZATION) === 0) columns.organizations.add(organizations, i);
    }
    return {
      labels: Object.fromEntries(NODE_LABELS.map((name, i) => [name, labels[i] ?? 0])) as Facets['labels'],
      types: this.#countTypes(masks, near, choice),
      years: columns.years.map((year, i) => ({ year, papers: years[i] ?? 0 })),
      undated: years[columns.years.length] ?? 0,
      categories: named(this.#categories, choice.category, columns.categories, categories),
      organizations: named(this.#organizations, choice.organization, columns.organizations, organizations),
      communities: [...communities]
        .map(([community, nodes]) => ({ community, nodes }))
        .sort((a, b) => a.community - b.community),
    };
  }

  /** Why each node is left out; 0 for what is let through by itself. */
  #masks(choice: Choice): Uint8Array {
    const { hide = [], community, papers = 1 } = choice;
    const { labels, isPaper, communities, yearOf, years, categories, organizations, ...columns } = this.#columns;
    const isHidden = new Uint8Array(NODE_LABELS.length);
    for (const label of hide) isHidden[NODE_LABELS.indexOf(label)] = 1;
    const isOfCommunity = community && new Set(community);
    const isOfYear = [...years, undefined].map((year) => isOfYears(year, choice));
    const ofCategory = categories.among(choice.category);
    const ofOrganization = organizations.among(choice.organization);
    const masks = new Uint8Array(labels.length);
    for (let i = 0; i < masks.length; i++) {
      if (this.#incidence.people[i] === 1) {
        masks[i] = PERSON;
        continue;
      }
      let mask = isHidden[labels[i] ?? 0] === 1 ? LABEL : 0;
      if (isOfCommunity && !isOfCommunity.has(communities[i] ?? 0)) mask |= COMMUNITY;
      if ((columns.papers[i] ?? 0) < papers) mask |= PAPERS;
      if (isPaper[i] === 1) {
        if (!isOfYear[yearOf[i] ?? 0]) mask |= YEARS;
        if (ofCategory && !categories.hasOne(i, ofCategory)) mask |= CATEGORY;
        if (ofOrganization && !organizations.hasOne(i, ofOrganization)) mask |= ORGANIZATION;
      }
      masks[i] = mask;
    }
    return masks;
  }

  /** What is near each node; nothing where no choice asks for it. */
  #near(masks: Uint8Array, choice: Choice): Uint8Array {
    const near = new Uint8Array(masks.length);
    const { labels, isPaper, communities } = this.#columns;
    const [choosesPapers, choosesLinks] = [isOfPapers(choice), isOfLinks(choice)];
    if (!choosesPapers && !choosesLinks) return near;
    const passes = this.#passingEdges(choice);
    if (choosesPapers) {
      this.#walk(passes, (here, there) => {
        if (isPaper[there] !== 1) return;
        const mask = masks[there] ?? 0;
        if (mask === 0) near[here] = (near[here] ?? 0) | REACHED;
        const areTogether = communities[here] === communities[there];
        if ((mask & ~COMMUNITY) === 0 && areTogether) near[here] = (near[here] ?? 0) | REACHED_INSIDE;
      });
    }
    if (!choosesLinks) return near;
    this.#walk(passes, (here, there) => {
      const [mask, flags] = [masks[there] ?? 0, near[there] ?? 0];
      // What a paper links to it brings along.
      const isFree = !choosesPapers || isPaper[there] === 1 || isPaper[here] === 1;
      // Where a label is counted that is hidden, its own are there, too.
      const own = labels[here] === labels[there] ? LABEL : 0;
      if ((mask & ~own) === 0 && (isFree || (flags & REACHED) !== 0)) near[here] = (near[here] ?? 0) | LINKED;
      if ((mask & ~COMMUNITY) !== 0 || communities[here] !== communities[there]) return;
      if (isFree || (flags & REACHED_INSIDE) !== 0) near[here] = (near[here] ?? 0) | LINKED_INSIDE;
    });
    return near;
  }

  /** Edges by type, as if the type were not left out. */
  #countTypes(masks: Uint8Array, near: Uint8Array, choice: Choice): Facets['types'] {
    const { isPaper, types, confidence } = this.#columns;
    const { sources, targets } = this.#incidence;
    const choosesPapers = isOfPapers(choice);
    const least = choice.sure ?? 0;
    const counts = new Uint32Array(EDGE_TYPES.length);
    for (let edge = 0; edge < types.length; edge++) {
      if ((confidence[edge] ?? 0) < least) continue;
      const [source, target] = [sources[edge] ?? 0, targets[edge] ?? 0];
      if (masks[source] !== 0 || masks[target] !== 0) continue;
      const ofPaper = isPaper[source] === 1 || isPaper[target] === 1;
      if (choosesPapers && !ofPaper && ((near[source] ?? 0) & (near[target] ?? 0) & REACHED) === 0) continue;
      const type = types[edge] ?? 0;
      counts[type] = (counts[type] ?? 0) + 1;
    }
    return Object.fromEntries(EDGE_TYPES.map((name, i) => [name, counts[i] ?? 0])) as Facets['types'];
  }

  /** Of each edge, whether the choices of links let it through. */
  #passingEdges({ without = [], sure = 0 }: Choice): Uint8Array {
    const { types, confidence } = this.#columns;
    const isHidden = new Uint8Array(EDGE_TYPES.length);
    for (const type of without) isHidden[EDGE_TYPES.indexOf(type)] = 1;
    const passes = new Uint8Array(types.length);
    for (let edge = 0; edge < passes.length; edge++) {
      passes[edge] = Number(isHidden[types[edge] ?? 0] === 0 && (confidence[edge] ?? 0) >= sure);
    }
    return passes;
  }

  /** Goes over each edge that is let through, once from either end. */
  #walk(passes: Uint8Array, visit: (here: number, there: number) => void): void {
    const { sources, targets } = this.#incidence;
    for (let edge = 0; edge < passes.length; edge++) {
      if (passes[edge] !== 1) continue;
      const [source, target] = [sources[edge] ?? 0, targets[edge] ?? 0];
      visit(source, target);
      visit(target, source);
    }
  }
}

/** What is offered and what is chosen besides, each with its count. */
function named(offered: readonly string[], chosen: readonly string[] | undefined, names: Names, counts: Uint32Array) {
  return [...new Set([...offered, ...(chosen ?? [])])].map((name) => ({ name, papers: names.count(name, counts) }));
}
