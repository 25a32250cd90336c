/** How nodes are sized and coloured, as the reader chose, and how that stands in the address: `?size=degree&colour=year`. */

export const SIZES = ['papers', 'degree', 'pagerank'] as const;
export type SizeBy = (typeof SIZES)[number];

export const COLOURS = ['label', 'community', 'year'] as const;
export type ColourBy = (typeof COLOURS)[number];

export const SIZE_WORDS: Readonly<Record<SizeBy, string>> = { papers: 'papers', degree: 'links', pagerank: 'PageRank' };
export const COLOUR_WORDS: Readonly<Record<ColourBy, string>> = {
  label: 'label',
  community: 'community',
  year: 'year',
};

export interface Look {
  readonly size: SizeBy;
  readonly colour: ColourBy;
}

export const USUAL_LOOK: Look = { size: 'papers', colour: 'label' };

export function writeLook(query: URLSearchParams, { size, colour }: Look): void {
  for (const [key, value, usual] of [
    ['size', size, USUAL_LOOK.size],
    ['colour', colour, USUAL_LOOK.colour],
  ] as const) {
    if (value === usual) query.delete(key);
    else query.set(key, value);
  }
}

/** What cannot be read is as usual. */
export function readLook(query: URLSearchParams): Look {
  const size = SIZES.find((each) => each === query.get('size')) ?? USUAL_LOOK.size;
  const colour = COLOURS.find((each) => each === query.get('colour')) ?? USUAL_LOOK.colour;
  return size === USUAL_LOOK.size && colour === USUAL_LOOK.colour ? USUAL_LOOK : { size, colour };
}
