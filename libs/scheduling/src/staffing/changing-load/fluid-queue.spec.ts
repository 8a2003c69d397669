import { fluidQueue, type FluidInterval } from '../index.js';

const half = (contacts: number, agents: number, more: Partial<FluidInterval> = {}): FluidInterval => ({
  contacts,
  agents,
  intervalSeconds: 1800,
  handleSeconds: 300,
  ...more,
});

/** The same by 20,000 small steps an interval. */
function byStep(intervals: readonly FluidInterval[]): { waiting: number; served: number; abandoned: number }[] {
  let x = 0;
  return intervals.map(({ contacts, agents, intervalSeconds, handleSeconds, patienceSeconds = Infinity }) => {
    const dt = intervalSeconds / 20_000;
    let [waiting, served, abandoned] = [0, 0, 0];
    for (let step = 0; step < 20_000; step += 1) {
      const queue = Math.max(0, x - agents);
      waiting += queue / 20_000;
      const done = (Math.min(x, agents) / handleSeconds) * dt;
      const gone = (queue / patienceSeconds) * dt;
      served += done;
      abandoned += gone;
      x += (contacts / intervalSeconds) * dt - done - gone;
    }
    return { waiting, served, abandoned };
  });
}

describe('a staffing that is short for hours, as a fluid', () => {
  it('carries the backlog on and clears it', () => {
    // 20 agents clear 20 x 1800/300 = 120 contacts a half-hour. From 20 busy on, 30 a half-hour are too many.
    const states = fluidQueue([half(150, 20), half(150, 20), half(60, 20), half(60, 20)], 20);
    expect(states.map(({ waitingEnd }) => Math.round(1e9 * waitingEnd) / 1e9)).toEqual([30, 60, 0, 0]);
    expect(states[0]!.meanWaiting).toBeCloseTo(15, 12);
    expect(states[0]!.waitAtEndSeconds).toBeCloseTo((30 * 300) / 20, 9);
    expect(states[1]!.occupancyFraction).toBeCloseTo(1, 12);
    // In the third half-hour the 60 are cleared exactly at its end.
    expect(states[2]!.meanWaiting).toBeCloseTo(30, 9);
    expect(states[3]!.occupancyFraction).toBeGreaterThan(0.5);
  });

  it('equals the same by small steps, with patience, staffing that comes and goes, and a time without agents', () => {
    const day = [
      half(100, 20),
      half(200, 20, { patienceSeconds: 240 }),
      half(120, 15, { patienceSeconds: 240 }),
      half(40, 0, { patienceSeconds: 600 }),
      half(20, 30, { patienceSeconds: 600 }),
      half(90, 12),
      half(90, 18),
    ];
    const states = fluidQueue(day);
    byStep(day).forEach((want, index) => {
      const { meanWaiting, servedContacts, abandonedContacts } = states[index]!;
      expect(meanWaiting).toBeCloseTo(want.waiting, 2);
      expect(servedContacts).toBeCloseTo(want.served, 1);
      expect(abandonedContacts).toBeCloseTo(want.abandoned, 1);
    });
  });

  it('loses and makes no contacts', () => {
    const day = [half(150, 20, { patienceSeconds: 120 }), half(10, 3), half(0, 3)];
    const states = fluidQueue(day, 7);
    const came = 7 + 160;
    const went = states.reduce(
      (sum, { servedContacts, abandonedContacts }) => sum + servedContacts + abandonedContacts,
      0,
    );
    expect(went + states.at(-1)!.inSystemEnd).toBeCloseTo(came, 9);
  });

  it('waits for ever without agents, and not at all without handle time', () => {
    expect(fluidQueue([half(10, 0)])[0]).toMatchObject({
      waitingEnd: 10,
      waitAtEndSeconds: Infinity,
      servedContacts: 0,
    });
    expect(fluidQueue([half(10, 1, { handleSeconds: 0 })])[0]).toMatchObject({ waitingEnd: 0, servedContacts: 10 });
  });

  it.each([{ contacts: -1 }, { agents: Number.NaN }, { intervalSeconds: 0 }, { patienceSeconds: 0 }])(
    'refuses %j',
    (wrong) => {
      expect(() => fluidQueue([half(10, 1, wrong)])).toThrow('interval 0');
    },
  );
});
