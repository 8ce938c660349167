/**
 * Works on up to `concurrency` items at the same time and yields the results in the order of the items.
 * Reads no further ahead than that.
 */
export async function* inOrder<T, R>(
  items: AsyncIterable<T> | Iterable<T>,
  concurrency: number,
  work: (item: T) => R | Promise<R>,
): AsyncGenerator<R> {
  const running: Promise<R>[] = [];
  for await (const item of items) {
    const result = Promise.resolve(work(item));
    // It is awaited in its turn; until then a failure of it is not unhandled.
    result.catch(() => {});
    running.push(result);
    if (running.length >= concurrency) yield await (running.shift() as Promise<R>);
  }
  for (const result of running) yield await result;
}
