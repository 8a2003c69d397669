import { plannedHardMinutes, type HardQueue } from './planned-hard-minutes.js';

const queue = (queueId: string, hardFraction: number | null, work = 1): HardQueue => ({
  ...{ queueId, skillId: `s-${queueId}`, hardFraction, work },
});
const queues = [queue('complaints', 0.6, 100), queue('orders', 0.1, 300), queue('mail', null, 500)];
const all = { queues, skillIds: ['s-complaints', 's-orders', 's-mail'] };

describe('planned minutes with hard contacts', () => {
  it('are the share of the queue that is worked', () => {
    expect(plannedHardMinutes([{ queueId: 'complaints', minutes: 120 }], all)).toBe(72);
  });

  it('mix the queues of several skills by the work that comes in, those known', () => {
    // (0.6 x 100 + 0.1 x 300) / 400 = 0.225
    expect(plannedHardMinutes([{ queueId: null, minutes: 200 }], all)).toBeCloseTo(45, 9);
    expect(plannedHardMinutes([{ queueId: null, minutes: 200 }], { ...all, skillIds: ['s-orders'] })).toBeCloseTo(
      20,
      9,
    );
    const idle = { ...all, queues: queues.map((one) => ({ ...one, work: 0 })) };
    expect(plannedHardMinutes([{ queueId: null, minutes: 200 }], idle)).toBeCloseTo(70, 9);
  });

  it('are unknown where nobody said how hard the queues are', () => {
    expect(plannedHardMinutes([{ queueId: 'mail', minutes: 60 }], all)).toBeNull();
    expect(plannedHardMinutes([{ queueId: null, minutes: 60 }], { queues, skillIds: [] })).toBeNull();
    expect(plannedHardMinutes([], all)).toBeNull();
  });
});
