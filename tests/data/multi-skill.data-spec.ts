import { approximateCentre } from '@yotei/scheduling/multi-skill';
import { describeWithData, sharedRows } from '../kit/shared-data.js';
import { exactMultiSkill } from '../kit/multi-skill-chain.js';

type Row = Record<string, string>;

const list = (row: Row, column: string): number[] => row[column]!.split(' ').map(Number);
const orders = (row: Row, column: string): number[][] =>
  row[column]!.split(' ').map((text) => text.split('>').map((place) => Number(place) - 1));
const measures = (row: Row, name: string): number[] => [1, 2].map((queue) => Number(row[`${name}_${queue}`]));
const occupancies = (row: Row): number[] =>
  [1, 2, 3].flatMap((pool) => (row[`occupancy_pool${pool}`] ? [Number(row[`occupancy_pool${pool}`])] : []));

function exactOf(row: Row): ReturnType<typeof exactMultiSkill> {
  const handle = list(row, 'aht_s');
  const patience = list(row, 'patience_s');
  const routes = orders(row, 'call_routes');
  const takes = orders(row, 'agent_priorities');
  return exactMultiSkill(
    list(row, 'calls_per_1800s').map((contacts, queue) => ({
      rate: contacts / 1800,
      handleSeconds: handle[queue]!,
      patienceSeconds: patience[queue]!,
      route: routes[queue]!,
    })),
    list(row, 'agents').map((agents, group) => ({ agents, takes: takes[group]! })),
    32,
  );
}

function approximationOf(row: Row): ReturnType<typeof approximateCentre> {
  const handle = list(row, 'aht_s');
  const patience = list(row, 'patience_s');
  const routes = orders(row, 'call_routes');
  const queues = list(row, 'calls_per_1800s').map((contacts, queue) => ({
    id: `q${queue}`,
    load: {
      contacts,
      intervalSeconds: 1800,
      averageHandleSeconds: handle[queue]!,
      patienceSeconds: patience[queue]!,
    },
    goal: { serviceLevelFraction: 0.8, answerWithinSeconds: 20 },
  }));
  const groups = orders(row, 'agent_priorities').map((takes, group) => ({
    id: `g${group}`,
    skills: takes.map((queue, place) => ({
      queueId: `q${queue}`,
      priority: place + 1,
      arrivalPriority: routes[queue]!.indexOf(group) + 1,
    })),
  }));
  return approximateCentre({ queues, groups }, list(row, 'agents'));
}

describeWithData('queueing-golden', 'several skills against exact two-queue chains', () => {
  it('the exact chain of the test kit agrees with the table to its printed digits', () => {
    for (const row of sharedRows('queueing-golden/multiskill.csv')) {
      const exact = exactOf(row);
      const pairs = [
        [exact.pWait, measures(row, 'p_wait')],
        [exact.pAbandon, measures(row, 'p_abandon')],
        [exact.meanQueue, measures(row, 'mean_queue')],
        [exact.occupancy, occupancies(row)],
      ] as const;
      for (const [got, want] of pairs)
        want.forEach((value, i) => expect(Math.abs(got[i]! / value - 1)).toBeLessThan(1e-6));
    }
  });

  it('the approximation is within 1.3 points on every chance of waiting and of leaving', () => {
    const rows = sharedRows('queueing-golden/multiskill.csv');
    expect(rows.length).toBeGreaterThanOrEqual(5);
    for (const row of rows) {
      const state = approximationOf(row);
      measures(row, 'p_wait').forEach((value, queue) =>
        expect(Math.abs(state.queues[queue]!.waitProbability - value)).toBeLessThan(0.013),
      );
      measures(row, 'p_abandon').forEach((value, queue) =>
        expect(Math.abs(state.queues[queue]!.abandonmentFraction - value)).toBeLessThan(0.013),
      );
      occupancies(row).forEach((value, group) =>
        expect(Math.abs(state.groupOccupancy[group]! - value)).toBeLessThan(0.02),
      );
    }
  });
});
