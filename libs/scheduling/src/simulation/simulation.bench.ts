import { xoroshiro128plus } from 'pure-rand';
import { simulateCentre, simulateStationary, type SimulatedCentre } from './index.js';

interface BenchRow {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly ratio?: number;
  readonly against?: string;
}

const HANDLE_SECONDS = 180;
const PATIENCE_SECONDS = 300;
const exponential = (meanSeconds: number) => ({ kind: 'exponential', meanSeconds }) as const;

/** One queue of so many erlangs with as many agents. */
const oneQueue = (erlangs: number): SimulatedCentre => ({
  intervalSeconds: HANDLE_SECONDS,
  intervalCount: 1,
  queues: [
    { id: 'q', contacts: erlangs, handleTime: exponential(HANDLE_SECONDS), patience: exponential(PATIENCE_SECONDS) },
  ],
  groups: [{ id: 'g', skills: [{ queueId: 'q' }], agents: erlangs }],
});

/** 4 queues of 25 erlangs, 8 groups of 13 agents with two or three skills in order. */
function fourQueues(): SimulatedCentre {
  const skill = (queue: number, priority: number) => ({ queueId: `q${queue % 4}`, priority });
  return {
    intervalSeconds: HANDLE_SECONDS,
    intervalCount: 1,
    queues: [0, 1, 2, 3].map((queue) => ({
      id: `q${queue}`,
      contacts: 25,
      handleTime: { kind: 'lognormal', meanSeconds: HANDLE_SECONDS, cv: 1 },
      patience: exponential(PATIENCE_SECONDS),
    })),
    groups: Array.from({ length: 8 }, (_, g) => ({
      id: `g${g}`,
      agents: 13,
      skills: [skill(g, 1), skill(g + 1 + (g >> 2), 2), ...(g > 5 ? [skill(g + 3, 3)] : [])],
    })),
  };
}

/** A day of 12 hours in quarters: 130 agents on 8-hour shifts with a lunch and two breaks, load up and down. */
function rosterDay(): SimulatedCentre {
  const hour = 3600;
  const member = (i: number) => {
    const start = (i % 17) * 900;
    const cuts = [2 * hour, 4 * hour, 6.5 * hour].map((at, k) => ({
      at: start + at + (i % 4) * 900,
      length: k === 1 ? 1800 : 900,
    }));
    const ends = [start, ...cuts.map(({ at, length }) => at + length)];
    return ends.map((fromSeconds, k) => ({ fromSeconds, untilSeconds: cuts[k]?.at ?? start + 8 * hour }));
  };
  return {
    intervalSeconds: 900,
    intervalCount: 48,
    periods: [{ id: 'day', firstInterval: 0, endInterval: 48, kind: 'day' }],
    queues: [
      {
        id: 'q',
        contacts: Array.from({ length: 48 }, (_, i) => 150 + 250 * Math.sin((Math.PI * (i + 0.5)) / 48)),
        rateCv: { day: 0.1, interval: 0.05 },
        handleTime: { kind: 'lognormal', meanSeconds: HANDLE_SECONDS, cv: 1 },
        patience: exponential(PATIENCE_SECONDS),
        goal: { serviceLevelFraction: 0.8, answerWithinSeconds: 20 },
      },
    ],
    groups: [{ id: 'g', skills: [{ queueId: 'q' }], members: Array.from({ length: 130 }, (_, i) => member(i)) }],
  };
}

interface PlainEvent {
  readonly at: number;
  readonly happen: () => void;
}

/**
 * The textbook way, as process libraries do it: an object for every customer, a closure for every event, one event list
 * kept sorted by insertion, leaving the queue an event of its own.
 */
function plainProcesses(erlangs: number, contacts: number): { contacts: number; abandoned: number } {
  const random = xoroshiro128plus(7);
  const draw = (mean: number) => -mean * Math.log(((random.unsafeNext() >>> 0) + 0.5) / 0x1_0000_0000);
  const list: PlainEvent[] = [];
  const schedule = (event: PlainEvent): void => {
    let [low, high] = [0, list.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (list[middle]!.at > event.at) low = middle + 1;
      else high = middle;
    }
    list.splice(low, 0, event);
  };
  const waiting: { gone: boolean; served: boolean }[] = [];
  let [now, free, arrived, abandoned] = [0, erlangs, 0, 0];
  const serve = (customer: { served: boolean }): void => {
    customer.served = true;
    free -= 1;
    schedule({ at: now + draw(HANDLE_SECONDS), happen: finish });
  };
  const finish = (): void => {
    free += 1;
    const next = waiting.shift();
    if (next) serve(next);
  };
  const arrive = (): void => {
    arrived += 1;
    if (arrived < contacts) schedule({ at: now + draw(HANDLE_SECONDS / erlangs), happen: arrive });
    const customer = { gone: false, served: false };
    if (free > 0) return serve(customer);
    waiting.push(customer);
    const leave = (): void => {
      if (customer.served) return;
      waiting.splice(waiting.indexOf(customer), 1);
      abandoned += 1;
    };
    schedule({ at: now + draw(PATIENCE_SECONDS), happen: leave });
  };
  schedule({ at: 0, happen: arrive });
  for (let event = list.pop(); event; event = list.pop()) {
    now = event.at;
    event.happen();
  }
  return { contacts: arrived, abandoned };
}

/** Contacts a second, the best of three: the machine is not ours alone. */
function rate(play: () => number): number {
  let best = 0;
  for (let i = 0; i < 3; i += 1) {
    const startedAt = performance.now();
    const contacts = play();
    best = Math.max(best, (contacts * 1000) / (performance.now() - startedAt));
  }
  return best;
}

/** Contacts simulated a second, beside the textbook's process simulation in the same run. */
export async function bench({ quick }: { readonly quick: boolean }): Promise<BenchRow[]> {
  const contacts = quick ? 300_000 : 2_000_000;
  const against = 'objects and closures on a sorted event list';
  const plain = new Map(
    [10, 100, 1000].map((erlangs) => [erlangs, rate(() => plainProcesses(erlangs, contacts / 10).contacts)]),
  );
  const stationary = (centre: SimulatedCentre, erlangs: number) =>
    rate(() => simulateStationary(centre, { batchSeconds: ((contacts / 40) * HANDLE_SECONDS) / erlangs }).contacts);
  const single = [...plain].map(([erlangs, peer]): BenchRow => {
    const value = stationary(oneQueue(erlangs), erlangs);
    return {
      name: `one queue, ${erlangs} erlangs, contacts leave`,
      value,
      unit: 'contacts/s',
      ratio: value / peer,
      against,
    };
  });
  const day = rosterDay();
  const replications = quick ? 20 : 100;
  return [
    ...single,
    { name: '4 queues, 8 groups of agents, skills in order', value: stationary(fourQueues(), 100), unit: 'contacts/s' },
    {
      name: 'a day of 130 agents with breaks, results by quarter',
      value: rate(() => simulateCentre(day, { replications }).contacts),
      unit: 'contacts/s',
    },
  ];
}
