/** Which panels are open, and how that stands in the address: `?panels=table,filters`. What comes and goes by itself is not in it. */

/** The console, or the table of nodes or of links. */
export type Drawer = 'console' | 'table' | 'links';
/** What the film of the years shows: the papers up to a year, or those of that year alone. */
export type Film = 'years' | 'each-year';

export interface Panels {
  readonly drawer: Drawer | undefined;
  readonly film: Film | undefined;
  /** Whether the legend is unfolded; undefined where that follows from the room that there is. */
  readonly legend: boolean | undefined;
  /** Whether all the filters are. */
  readonly filters: boolean;
  /** Whether a small map is to be there while one sees only a part. */
  readonly map: boolean;
}

export const USUAL_PANELS: Panels = {
  drawer: undefined,
  film: undefined,
  legend: undefined,
  filters: false,
  map: true,
};

const DRAWERS: readonly Drawer[] = ['console', 'table', 'links'];
const FILMS: readonly Film[] = ['years', 'each-year'];

export function writePanels(query: URLSearchParams, { drawer, film, legend, filters, map }: Panels): void {
  const words = [
    drawer,
    film,
    legend === undefined ? undefined : legend ? 'legend' : 'no-legend',
    filters ? 'filters' : undefined,
    map ? undefined : 'no-map',
  ].filter((word) => word !== undefined);
  if (words.length > 0) query.set('panels', words.join(','));
  else query.delete('panels');
}

/** Words that mean nothing are left out. */
export function readPanels(query: URLSearchParams): Panels {
  const words = new Set((query.get('panels') ?? '').split(','));
  return {
    drawer: DRAWERS.find((word) => words.has(word)),
    film: FILMS.find((word) => words.has(word)),
    legend: words.has('legend') ? true : words.has('no-legend') ? false : undefined,
    filters: words.has('filters'),
    map: !words.has('no-map'),
  };
}
