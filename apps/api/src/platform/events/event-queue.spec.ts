import { EventQueue, mapEvents } from './event-queue.js';

describe('a subscription’s queue', () => {
  it('gives events in order, to readers that wait and to those that come later', async () => {
    const queue = new EventQueue<string>('overflow');
    const waiting = queue.next();
    queue.push('a');
    queue.push('b');
    expect(await waiting).toEqual({ value: 'a', done: false });
    expect(await queue.next()).toEqual({ value: 'b', done: false });
  });

  it('ends a parked reader at once and tells the source', async () => {
    const queue = new EventQueue<string>('overflow');
    let left = 0;
    queue.onEnd(() => (left += 1));
    const parked = queue.next();
    await queue.return();
    expect(await parked).toEqual({ value: undefined, done: true });
    queue.push('late');
    expect(await queue.next()).toEqual({ value: undefined, done: true });
    expect(left).toBe(1);
  });

  it('replaces a backlog of more than a hundred by one notice', async () => {
    const queue = new EventQueue<string>('overflow');
    for (let index = 0; index <= 100; index += 1) queue.push(String(index));
    expect(await queue.next()).toEqual({ value: 'overflow', done: false });
    queue.push('after');
    expect(await queue.next()).toEqual({ value: 'after', done: false });
  });

  it('maps events, leaves out nulls and passes the end on', async () => {
    const queue = new EventQueue<number>(-1);
    const mapped = mapEvents(queue, async (n) => (n % 2 === 0 ? `${n}` : null));
    for (const n of [1, 2, 3, 4]) queue.push(n);
    expect([(await mapped.next()).value, (await mapped.next()).value]).toEqual(['2', '4']);
    const parked = mapped.next();
    await mapped.return!();
    expect((await parked).done).toBe(true);
  });
});
