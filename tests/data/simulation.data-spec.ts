import {
  simulateCentre,
  simulateStationary,
  type AgentGroup,
  type AgentSkill,
  type Estimate,
  type SimulatedCentre,
} from '@yotei/scheduling/simulation';
import { describeWithData, sharedRows } from '../kit/shared-data.js';

/**
 * The simulation against exact Markov chains. Every comparison must lie within FURTHEST standard errors (1 % over some 500
 * comparisons by Bonferroni), and of each table at most one in ten outside its 99 % interval, where one in a hundred is
 * expected and neighbours go together.
 */
const FURTHEST = 4.8;

type Row = Record<string, string>;
const num = (row: Row, column: string): number => Number(row[column]);

interface Comparison {
  readonly what: string;
  readonly exact: number;
  readonly estimate: Estimate;
}

function judge(all: readonly Comparison[]): void {
  const far = all.filter(
    ({ exact, estimate }) => Math.abs(exact - estimate.value) > FURTHEST * estimate.standardError + 1e-9,
  );
  const outside = all.filter(({ exact, estimate }) => exact < estimate.low - 1e-9 || exact > estimate.high + 1e-9);
  expect(far.map(({ what, exact, estimate }) => `${what}: ${exact}, simulated ${estimate.value}`)).toEqual([]);
  expect(outside.length).toBeLessThanOrEqual(Math.max(1, all.length / 10));
}

const exponential = (meanSeconds: number) => ({ kind: 'exponential', meanSeconds }) as const;
const patienceOf = (seconds: number) => (seconds === Infinity ? undefined : exponential(seconds));

/** `1 1+2`: queues of each pool; `1>2 2`: pools each queue's arrivals try; `1 2>1`: queues each pool's agents take. */
function poolsOf(row: Row): AgentGroup[] {
  const lists = (column: string, mark: string) => row[column]!.split(' ').map((part) => part.split(mark).map(Number));
  const agents = row['agents']!.split(' ').map(Number);
  const routes = lists('call_routes', '>');
  const priorities = lists('agent_priorities', '>');
  return lists('pools', '+').map((queues, pool) => ({
    id: `pool ${pool + 1}`,
    agents: agents[pool]!,
    skills: queues.map((queue): AgentSkill => ({
      queueId: String(queue),
      priority: priorities[pool]!.indexOf(queue),
      arrivalPriority: routes[queue - 1]!.indexOf(pool + 1),
    })),
  }));
}

describeWithData('queueing-golden', 'simulation against exact chains', () => {
  it('agrees on several skills: pools, routes of arrivals, priorities of agents', () => {
    const rows = sharedRows('queueing-golden/multiskill.csv');
    const all = rows.flatMap((row, i) => {
      const pairs = (column: string) => row[column]!.split(' ').map(Number);
      const [contacts, handle, patience] = [pairs('calls_per_1800s'), pairs('aht_s'), pairs('patience_s')];
      const centre: SimulatedCentre = {
        intervalSeconds: 1800,
        intervalCount: 1,
        queues: contacts.map((count, queue) => ({
          id: String(queue + 1),
          contacts: count,
          handleTime: exponential(handle[queue]!),
          patience: exponential(patience[queue]!),
        })),
        groups: poolsOf(row),
      };
      const result = simulateStationary(centre, {
        batchSeconds: 120 * 1800,
        seed: 11 + i,
        warmUpSeconds: 7200,
        confidenceFraction: 0.99,
      });
      const of = (column: string, estimate: Estimate): Comparison => ({
        what: `${row['id']} ${column}`,
        exact: num(row, column),
        estimate,
      });
      return [
        ...result.queues.flatMap(({ whole }, queue) => [
          of(`p_wait_${queue + 1}`, whole.waitProbability),
          of(`p_abandon_${queue + 1}`, whole.abandonmentFraction),
          of(`mean_queue_${queue + 1}`, whole.meanQueueLength),
          of(`wait_all_${queue + 1}`, whole.meanWaitSeconds),
        ]),
        ...result.groups.map(({ whole }, pool) => of(`occupancy_pool${pool + 1}`, whole.occupancyFraction)),
      ];
    });
    expect(rows).toHaveLength(5);
    expect(all).toHaveLength(50);
    judge(all);
  });

  it('agrees on days that change by the hour, started empty, where surplus contacts return to the queue', () => {
    const rows = sharedRows('queueing-golden/transient.csv');
    const cases = [...new Set(rows.map((row) => row['case']!))];
    const all = cases.flatMap((name, i) => {
      const own = rows.filter((row) => row['case'] === name);
      const first = own[0]!;
      const centre: SimulatedCentre = {
        intervalSeconds: num(first, 'interval_s'),
        intervalCount: own.length,
        whenTimeEnds: 'return-contact',
        queues: [
          {
            id: 'q',
            contacts: own.map((row) => num(row, 'calls')),
            handleTime: exponential(num(first, 'aht_s')),
            patience: patienceOf(num(first, 'patience_s')),
          },
        ],
        groups: [{ id: 'g', skills: [{ queueId: 'q' }], agents: own.map((row) => num(row, 'agents')) }],
      };
      const result = simulateCentre(centre, { replications: 1200, seed: 31 + i, confidenceFraction: 0.99 });
      return own.flatMap((row, interval) => {
        const queue = result.queues[0]!.intervals[interval]!;
        const group = result.groups[0]!.intervals[interval]!;
        const of = (column: string, estimate: Estimate): Comparison => ({
          what: `${row['id']} ${column}`,
          exact: num(row, column),
          estimate,
        });
        return [
          of('mean_queue_avg', queue.meanQueueLength),
          of('p_delay_avg', queue.waitProbability),
          of('occupancy', group.occupancyFraction),
        ];
      });
    });
    expect(all).toHaveLength(84);
    judge(all);
  });

  it('agrees on finite lines that people leave, where nobody tries again', () => {
    const rows = sharedRows('queueing-golden/erlang-x.csv').filter((row) => num(row, 'redial_prob') === 0);
    const all = rows.flatMap((row, i) => {
      const centre: SimulatedCentre = {
        intervalSeconds: num(row, 'interval_s'),
        intervalCount: 1,
        queues: [
          {
            id: 'q',
            contacts: num(row, 'calls'),
            handleTime: exponential(num(row, 'aht_s')),
            patience: patienceOf(num(row, 'patience_s')),
            lines: num(row, 'lines'),
            goal: { answerWithinSeconds: num(row, 't_s') },
          },
        ],
        groups: [{ id: 'g', skills: [{ queueId: 'q' }], agents: num(row, 'agents') }],
      };
      const batchSeconds = (3000 / num(row, 'calls')) * num(row, 'interval_s') + 40 * num(row, 'aht_s');
      const options = { batchSeconds, seed: 71 + i, warmUpSeconds: 20_000, confidenceFraction: 0.99 };
      const { whole } = simulateStationary(centre, options).queues[0]!;
      const of = (column: string, estimate: Estimate): Comparison => ({
        what: `${row['id']} ${column}`,
        exact: num(row, column),
        estimate,
      });
      return [
        of('p_block', whole.blockingFraction),
        of('p_abandon', whole.abandonmentFraction),
        of('p_wait', whole.waitProbability),
        of('sl_offered', whole.serviceLevelFraction),
        of('asa_answered', whole.asaSeconds),
        of('occupancy', whole.occupancyFraction),
      ].filter(({ exact }) => exact === 0 || exact > 1e-3);
    });
    expect(rows).toHaveLength(3);
    judge(all);
  });

  it('agrees on gamma rates: what is delivered over days of many volumes', () => {
    const rows = sharedRows('queueing-golden/uncertain-rate.csv');
    const all = rows.flatMap((row, i) => {
      const hours = 3;
      const centre: SimulatedCentre = {
        intervalSeconds: 3600,
        intervalCount: hours,
        queues: [
          {
            id: 'q',
            contacts: (num(row, 'mean_calls') * 3600) / num(row, 'interval_s'),
            rateCv: { whole: num(row, 'rate_cv') },
            handleTime: exponential(num(row, 'aht_s')),
            patience: patienceOf(num(row, 'patience_s')),
            goal: { answerWithinSeconds: num(row, 't_s') },
          },
        ],
        groups: [{ id: 'g', skills: [{ queueId: 'q' }], agents: num(row, 'agents_point_forecast') }],
      };
      const options = { replications: 500, seed: 91 + i, warmUpSeconds: 7200, confidenceFraction: 0.99 };
      const { whole } = simulateCentre(centre, options).queues[0]!;
      return [
        {
          what: `${row['id']} level`,
          exact: num(row, 'volume_weighted_sl_at_point'),
          estimate: whole.serviceLevelFraction,
        },
        { what: `${row['id']} abandoned`, exact: num(row, 'abandon_at_point'), estimate: whole.abandonmentFraction },
      ];
    });
    expect(all).toHaveLength(10);
    judge(all);
  });

  it('comes within 0.6 points of the chat model, whose chats are spread evenly', () => {
    const rows = sharedRows('queueing-golden/chat.csv');
    for (const [i, row] of rows.entries()) {
      const contacts = num(row, 'chats');
      const centre: SimulatedCentre = {
        intervalSeconds: num(row, 'interval_s'),
        intervalCount: 1,
        queues: [
          {
            id: 'q',
            contacts,
            handleTime: exponential(num(row, 'single_chat_aht_s')),
            patience: patienceOf(num(row, 'patience_s')),
            goal: { answerWithinSeconds: num(row, 't_s') },
          },
        ],
        groups: [
          {
            id: 'g',
            skills: [{ queueId: 'q' }],
            agents: num(row, 'agents'),
            concurrency: num(row, 'max_concurrency'),
            slowdownFraction: num(row, 'slowdown_per_extra'),
          },
        ],
      };
      const batchSeconds = Math.max(200_000 / contacts, 400) * num(row, 'interval_s') * 0.025;
      const result = simulateStationary(centre, { batchSeconds, seed: 51 + i, warmUpSeconds: 20_000 });
      const queue = result.queues[0]!.whole;
      const near = (column: string, estimate: Estimate) => {
        const off = Math.abs(estimate.value - num(row, column)) - 3 * estimate.standardError;
        expect({ id: row['id'], column, value: estimate.value, off: off > 0.006 }).toMatchObject({ off: false });
      };
      near('p_wait', queue.waitProbability);
      near('p_abandon', queue.abandonmentFraction);
      near('sl_offered', queue.serviceLevelFraction);
    }
    expect(rows).toHaveLength(9);
  });
});
