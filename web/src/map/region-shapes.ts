/**
 * Communities as regions of the drawing: the outline around the nodes of each, where its name stands, and one of few
 * colours, chosen so that regions near one another differ.
 */

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Member extends Point {
  readonly community: number;
}

export interface Region {
  readonly community: number;
  /** Convex, counter-clockwise where y points up, in the drawing's own units. */
  readonly outline: readonly Point[];
  readonly centre: Point;
  /** Half of its width, about. */
  readonly radius: number;
  /** Place in the palette of communities. */
  readonly colour: number;
}

/** Members that lie farthest from the middle are left outside: a few strays would blow the outline up. */
const STRAYS = 0.02;
/** Fewer make no region. */
const LEAST_MEMBERS = 3;

/** @param colours how many there are to choose from @returns the regions in the order of their communities */
export function findRegions(members: Iterable<Member>, colours: number): Region[] {
  const groups = new Map<number, Member[]>();
  for (const member of members) {
    const group = groups.get(member.community);
    if (group) group.push(member);
    else groups.set(member.community, [member]);
  }
  const shapes = [...groups]
    .filter(([, group]) => group.length >= LEAST_MEMBERS)
    .sort(([a], [b]) => a - b)
    .map(([community, group]) => ({ community, ...shape(group) }));
  return chooseColours(shapes, colours);
}

function shape(group: readonly Member[]): Omit<Region, 'community' | 'colour'> {
  const middle = (of: (member: Member) => number) => {
    const sorted = group.map(of).sort((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)] ?? 0;
  };
  const centre = { x: middle(({ x }) => x), y: middle(({ y }) => y) };
  const distance = (point: Point) => Math.hypot(point.x - centre.x, point.y - centre.y);
  const near = [...group].sort((a, b) => distance(a) - distance(b)).slice(0, Math.ceil(group.length * (1 - STRAYS)));
  const outline = convexHull(near);
  const radius = outline.reduce((sum, point) => sum + distance(point), 0) / Math.max(1, outline.length);
  return { outline, centre, radius };
}

/** Andrew's monotone chain (1979). */
export function convexHull(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  if (sorted.length < 3) return sorted;
  const half = (of: readonly Point[]) => {
    const chain: Point[] = [];
    for (const point of of) {
      while (chain.length > 1 && !turnsLeft(chain.at(-2) as Point, chain.at(-1) as Point, point)) chain.pop();
      chain.push(point);
    }
    chain.pop();
    return chain;
  };
  return [...half(sorted), ...half(sorted.toReversed())];
}

function turnsLeft(a: Point, b: Point, c: Point): boolean {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x) > 0;
}

/** Each takes the colour whose nearest region is farthest; of equal ones the first. */
function chooseColours(shapes: readonly Omit<Region, 'colour'>[], colours: number): Region[] {
  const chosen: Region[] = [];
  for (const each of shapes) {
    const room = Array.from({ length: colours }, (_, colour) =>
      Math.min(
        ...chosen.flatMap((other) => {
          if (other.colour !== colour) return [];
          const { x, y } = other.centre;
          return Math.hypot(x - each.centre.x, y - each.centre.y) - other.radius - each.radius;
        }),
      ),
    );
    chosen.push({ ...each, colour: room.indexOf(Math.max(...room)) });
  }
  return chosen;
}
