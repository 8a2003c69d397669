import DataLoader from 'dataloader';

/** Batches of one request: the rows several resolvers ask for one by one are fetched together, once. */
export class Loaders {
  private readonly known = new Map<string, DataLoader<string, unknown>>();

  /** The loader of that name; `fetch` gets unique keys and answers in any order, absent keys give null. */
  get<Row>(
    name: string,
    fetch: (keys: readonly string[]) => Promise<ReadonlyMap<string, Row>>,
  ): DataLoader<string, Row | null> {
    let loader = this.known.get(name);
    if (!loader) {
      loader = new DataLoader<string, unknown>(async (keys) => {
        const rows = await fetch(keys);
        return keys.map((key) => rows.get(key) ?? null);
      });
      this.known.set(name, loader);
    }
    return loader as DataLoader<string, Row | null>;
  }
}
