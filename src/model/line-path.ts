/** A smooth line through its points, level where it leaves and reaches boxes. */
export function linePath(line: readonly (readonly [number, number])[]): string {
  const [first, ...rest] = line;
  if (!first) return '';
  let path = `M${first[0]} ${first[1]}`;
  let [x, y] = first;
  for (const [nextX, nextY] of rest) {
    const middle = (x + nextX) / 2;
    path += `C${middle} ${y} ${middle} ${nextY} ${nextX} ${nextY}`;
    [x, y] = [nextX, nextY];
  }
  return path;
}
