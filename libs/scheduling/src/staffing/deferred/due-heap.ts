/** Numbers 0 … n-1 in the order of their keys, smallest first; ties by number. */
export class DueHeap {
  private readonly items: number[] = [];

  constructor(private readonly keyOf: (item: number) => number) {}

  get first(): number | undefined {
    return this.items[0];
  }

  private before(a: number, b: number): boolean {
    const difference = this.keyOf(a) - this.keyOf(b);
    return difference < 0 || (difference === 0 && a < b);
  }

  add(item: number): void {
    const { items } = this;
    let at = items.length;
    for (; at > 0;) {
      const parent = (at - 1) >> 1;
      if (!this.before(item, items[parent]!)) break;
      items[at] = items[parent]!;
      at = parent;
    }
    items[at] = item;
  }

  removeFirst(): void {
    const { items } = this;
    const last = items.pop();
    if (last === undefined || items.length === 0) return;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= items.length) break;
      if (child + 1 < items.length && this.before(items[child + 1]!, items[child]!)) child += 1;
      if (!this.before(items[child]!, last)) break;
      items[at] = items[child]!;
      at = child;
    }
    items[at] = last;
  }
}
