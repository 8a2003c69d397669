const MOST_WAITING = 100;

/**
 * Hand-written rather than an async generator: a generator parked in `await` cannot be ended from outside, so its
 * subscription would live on after the client has left.
 */
export class EventQueue<Event> implements AsyncIterableIterator<Event> {
  private readonly waiting: Event[] = [];
  private readonly readers: ((result: IteratorResult<Event>) => void)[] = [];
  private readonly endings: (() => void)[] = [];
  private ended = false;

  /** @param overflow what a reader gets instead when more than a hundred events wait */
  constructor(private readonly overflow: Event) {}

  push(event: Event): void {
    if (this.ended) return;
    const reader = this.readers.shift();
    if (reader) return reader({ value: event, done: false });
    this.waiting.push(event);
    if (this.waiting.length > MOST_WAITING) this.waiting.splice(0, this.waiting.length, this.overflow);
  }

  onEnd(action: () => void): void {
    if (this.ended) action();
    else this.endings.push(action);
  }

  next(): Promise<IteratorResult<Event>> {
    const event = this.waiting.shift();
    if (event !== undefined) return Promise.resolve({ value: event, done: false });
    if (this.ended) return Promise.resolve({ value: undefined, done: true });
    return new Promise((resolve) => this.readers.push(resolve));
  }

  return(): Promise<IteratorResult<Event>> {
    this.ended = true;
    this.waiting.length = 0;
    for (const end of this.endings.splice(0)) end();
    for (const reader of this.readers.splice(0)) reader({ value: undefined, done: true });
    return Promise.resolve({ value: undefined, done: true });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}

/** Turns each event into what a subscription sends; null sends nothing. Ends the source when it is ended itself. */
export function mapEvents<Event, Sent>(
  source: AsyncIterableIterator<Event>,
  toSent: (event: Event) => Promise<Sent | null>,
): AsyncIterableIterator<Sent> {
  const mapped: AsyncIterableIterator<Sent> = {
    async next() {
      for (;;) {
        const { value, done } = await source.next();
        if (done) return { value: undefined, done: true };
        const sent = await toSent(value);
        if (sent !== null) return { value: sent, done: false };
      }
    },
    async return() {
      await source.return?.();
      return { value: undefined, done: true };
    },
    [Symbol.asyncIterator]: () => mapped,
  };
  return mapped;
}
