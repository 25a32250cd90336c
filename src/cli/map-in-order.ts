/** Maps a stream with several items under way at once; the results come in the order of the items. */

/**
 * At most `width` items are under way, so that memory does not grow with the stream. The first failure ends the
 * stream, once what is under way has settled.
 */
export async function* mapInOrder<T, R>(
  items: AsyncIterable<T>,
  width: number,
  map: (item: T) => R | Promise<R>,
): AsyncGenerator<R> {
  const underWay: Promise<R>[] = [];
  try {
    for await (const item of items) {
      const result = Promise.resolve(map(item));
      // A failure is reported when its turn comes; until then it must not count as unhandled.
      result.catch(() => undefined);
      underWay.push(result);
      if (underWay.length >= width) yield await (underWay.shift() as Promise<R>);
    }
    while (underWay.length > 0) yield await (underWay.shift() as Promise<R>);
  } finally {
    await Promise.allSettled(underWay);
  }
}
