import {
  agentsToRoster,
  erlangBlocking,
  erlangBLoad,
  performanceOf,
  requiredAgents,
  staffingModel,
  type ServiceGoal,
  type StaffingLoad,
  type SteadyState,
} from '@yotei/scheduling/staffing';
import { describeWithData, sharedRows } from '../kit/shared-data.js';

type Row = Record<string, string>;

const num = (row: Row, column: string): number => Number(row[column]);

function loadOf(row: Row): StaffingLoad {
  return {
    contacts: num(row, 'calls_per_interval'),
    intervalSeconds: num(row, 'interval_s'),
    averageHandleSeconds: num(row, 'aht_s'),
    patienceSeconds: row['mean_patience_s'] ? num(row, 'mean_patience_s') : undefined,
  };
}

/** Rows whose printed twelve digits are not met. A column left out of `measuresOf` is an input. */
function wrong(rows: readonly Row[], measuresOf: (row: Row) => Record<string, number>): string[] {
  return rows.flatMap((row) =>
    Object.entries(measuresOf(row))
      .filter(([column]) => row[column] && row[column] !== 'unstable')
      .filter(([column, got]) => !(Math.abs(got / num(row, column) - 1) < 1e-11 || got === num(row, column)))
      .map(([column, got]) => `${JSON.stringify(row)} ${column}: ${got}`),
  );
}

const agentsOf = (modelId: string, load: StaffingLoad, goal: ServiceGoal): number => {
  const answer = requiredAgents(modelId, load, goal);
  return answer.kind === 'staffed' ? answer.agents : Number.NaN;
};

function commonMeasures(row: Row, state: SteadyState): Record<string, number> {
  return {
    occupancy: state.occupancyFraction,
    p_wait: state.waitProbability,
    mean_queue_length: state.meanQueueLength,
    asa_s: state.meanWaitSeconds!(),
    service_level: state.serviceLevelFraction(num(row, 'threshold_s'), 'answered-of-offered'),
  };
}

describeWithData('erlang-reference', 'staffing models against a second, independent computation', () => {
  it('agrees on Erlang B, and on the load for a blocking, its inverse', () => {
    const rows = sharedRows('erlang-reference/erlang_b_computed.csv');
    expect(
      wrong(rows, (row) => ({
        blocking_probability: erlangBlocking(num(row, 'offered_load_erlangs'), num(row, 'servers')),
      })),
    ).toEqual([]);
    const inverse = sharedRows('erlang-reference/erlang_b_inverse_computed.csv');
    expect(inverse.length).toBeGreaterThan(20);
    expect(
      wrong(inverse, (row) => ({
        max_offered_load_erlangs: erlangBLoad(num(row, 'servers'), num(row, 'blocking_probability')),
      })),
    ).toEqual([]);
  });

  it('agrees on Erlang C in every column, unstable loads included', () => {
    const rows = sharedRows('erlang-reference/erlang_c_computed.csv');
    expect(
      wrong(rows, (row) => commonMeasures(row, staffingModel('erlang-c').performance(loadOf(row), num(row, 'agents')))),
    ).toEqual([]);
    const unstable = rows.filter((row) => Object.values(row).includes('unstable'));
    expect(unstable.length).toBeGreaterThan(0);
    for (const row of unstable) expect(performanceOf('erlang-c', loadOf(row), num(row, 'agents')).stable).toBe(false);
  });

  it('agrees on Erlang A in every column', () => {
    const rows = sharedRows('erlang-reference/erlang_a_computed.csv');
    expect(
      wrong(rows, (row) => {
        const state = staffingModel('erlang-a').performance(loadOf(row), num(row, 'agents'));
        const t = num(row, 'threshold_s');
        return {
          ...commonMeasures(row, state),
          p_abandon: state.abandonmentFraction,
          mean_wait_all_s: state.meanWaitSeconds!(),
          mean_wait_served_s: state.asaSeconds(),
          sl_served_in_t_of_offered: state.serviceLevelFraction(t, 'answered-of-offered'),
          sl_served_in_t_of_offered_less_abandoned_in_t: state.serviceLevelFraction(
            t,
            'answered-of-offered-less-short-abandons',
          ),
          // Would be answered within t if patient that long: not in the queue beyond t, over the share patient so long.
          p_virtual_wait_le_t: 1 - state.waitBeyondFraction!(t) / Math.exp(-t / num(row, 'mean_patience_s')),
          p_abandon_within_t: state.abandonedWithinFraction!(t),
        };
      }),
    ).toEqual([]);
  });

  it('agrees on the least agents of Erlang C and on what they give', () => {
    const rows = sharedRows('erlang-reference/required_agents_erlang_c.csv');
    expect(
      wrong(rows, (row) => {
        const goal = { serviceLevelFraction: num(row, 'sl_target'), answerWithinSeconds: num(row, 'threshold_s') };
        const agents = agentsOf('erlang-c', loadOf(row), goal);
        const given = performanceOf('erlang-c', loadOf(row), agents, goal);
        return {
          min_agents: agents,
          service_level_at_min: given.serviceLevelFraction,
          occupancy_at_min: given.occupancyFraction,
          asa_s_at_min: given.asaSeconds,
        };
      }),
    ).toEqual([]);
  });
});

const calls = (contacts: number, intervalSeconds: number, averageHandleSeconds: number, patienceSeconds?: number) => ({
  contacts,
  intervalSeconds,
  averageHandleSeconds,
  patienceSeconds,
});
const TEN_ERLANGS = calls(100, 1800, 180);
const levelOf = (agents: number, within = 20): number =>
  performanceOf('erlang-c', TEN_ERLANGS, agents, { answerWithinSeconds: within }).serviceLevelFraction;
const blocked = (erlangs: number, goal: number): number =>
  agentsOf('erlang-b', calls(erlangs, 1, 1), { maxBlockingFraction: goal });
const capped = (maxOccupancyFraction: number): number =>
  agentsOf('erlang-c', TEN_ERLANGS, { serviceLevelFraction: 0.8, answerWithinSeconds: 19.8, maxOccupancyFraction });

/** What each row of published_values.csv asks, in the order of its values. */
const PUBLISHED: Readonly<Record<string, () => readonly number[]>> = {
  P01: () => [performanceOf('erlang-c', TEN_ERLANGS, 14).waitProbability],
  P02: () => [levelOf(14)],
  P03: () => [performanceOf('erlang-c', TEN_ERLANGS, 14).asaSeconds],
  P04: () => [performanceOf('erlang-c', TEN_ERLANGS, 14).occupancyFraction],
  P05: () => [performanceOf('erlang-c', TEN_ERLANGS, 11).waitProbability],
  P06: () => [levelOf(11)],
  P07: () => [levelOf(12)],
  P08: () => [erlangBlocking(5, 10)],
  P09: () => [erlangBlocking(20, 10)],
  P10: () => [blocked(10, 0.01)],
  P11: () => [blocked(708, 0.01)],
  P12: () => [blocked(5, 0.01)],
  P13: () => [erlangBLoad(15, 0.01)],
  P14: () => [blocked(10, 0.02)],
  P15: () => [erlangBlocking(1, 1), erlangBlocking(1, 2)],
  P16: () => [capped(0.85), agentsToRoster(capped(0.85), 0.3)],
  P17: () => {
    const given = performanceOf('erlang-c', TEN_ERLANGS, 14, { answerWithinSeconds: 19.8 });
    return [given.serviceLevelFraction, given.occupancyFraction, given.waitProbability];
  },
  P18: () => {
    const given = performanceOf('erlang-c', TEN_ERLANGS, 15, { answerWithinSeconds: 19.8 });
    return [
      capped(0.7),
      agentsToRoster(capped(0.7), 0.3),
      given.serviceLevelFraction,
      given.occupancyFraction,
      given.waitProbability,
    ];
  },
  P19: () => {
    const state = staffingModel('erlang-a').performance(calls(100, 1800, 180, 300), 14);
    return [
      state.waitProbability,
      state.abandonmentFraction,
      state.occupancyFraction,
      state.meanWaitSeconds!() / 60,
      state.serviceLevelFraction(20, 'answered-of-offered'),
    ];
  },
  P20: () => [performanceOf('erlang-c', calls(3.5, 60, 180), 13).asaSeconds],
  P21: () => [agentsOf('erlang-c', calls(600, 3600, 120), { serviceLevelFraction: 0.85, answerWithinSeconds: 0 })],
  P22: () => [performanceOf('erlang-c', calls(600, 3600, 120), 30).waitProbability],
  P23: () => [performanceOf('erlang-c', calls(600, 3600, 120), 26).asaSeconds],
  P25: () => {
    const state = staffingModel('erlang-a').performance(calls(48, 60, 60, 120), 50);
    return [
      state.abandonmentFraction * 100,
      state.meanWaitSeconds!(),
      state.meanQueueLength,
      state.occupancyFraction * 100,
    ];
  },
  P26: () => {
    const { asaSeconds, meanQueueLength, occupancyFraction } = performanceOf('erlang-c', calls(48, 60, 60), 50);
    return [asaSeconds, meanQueueLength, occupancyFraction * 100];
  },
  P28: () => [agentsToRoster(14, 0.3), agentsToRoster(50, 0.2)],
};

/** The number as printed and one unit of its last digit: some sources round, some cut off. */
function printed(text: string): { readonly value: number; readonly slack: number } {
  const digits = /-?\d+(\.(\d+))?/.exec(text)!;
  return { value: Number(digits[0]), slack: 10 ** -(digits[2]?.length ?? 0) };
}

describeWithData('erlang-reference', 'figures others have printed', () => {
  it('come out as printed', () => {
    const rows = sharedRows('erlang-reference/published_values.csv');
    const off = rows.flatMap((row) => {
      const ours = PUBLISHED[row['id']!]?.();
      if (!ours) return [];
      const texts = row['published_value']!.split(/[/;]/);
      return ours
        .map((value, index) => ({ value, text: texts[index]! }))
        .filter(({ value, text }) => !(Math.abs(value - printed(text).value) <= printed(text).slack))
        .map(({ value, text }) => `${row['id']}: ${value}, printed ${text}`);
    });
    expect(off).toEqual([]);
    // P24 asks for a load by waiting probability, P27 is a simulated day that starts empty.
    expect(rows.map(({ id }) => id!).filter((id) => !PUBLISHED[id])).toEqual(['P24', 'P27']);
  });
});

/** The quantities of queueing-golden/published.csv, in the order of `computed_here`. */
const RECOMPUTED: Readonly<Record<string, () => readonly number[]>> = {
  p01: () => {
    const given = performanceOf('erlang-c', TEN_ERLANGS, 14, { answerWithinSeconds: 20 });
    return [given.waitProbability, given.serviceLevelFraction, given.asaSeconds, given.occupancyFraction];
  },
  p03: () => [levelOf(11), levelOf(12), levelOf(13)],
  p04: () => [blocked(10, 0.02), agentsToRoster(blocked(10, 0.02), 0.3)],
  p05: () => [erlangBlocking(5, 10), erlangBlocking(20, 10)],
  p06: () => [blocked(5, 0.01), blocked(10, 0.01), blocked(708, 0.01)],
  p07: () => {
    const state = staffingModel('erlang-a').performance(calls(100, 1800, 180, 300), 13);
    const level = state.serviceLevelFraction(20, 'answered-of-offered');
    return [
      level,
      state.occupancyFraction,
      state.abandonmentFraction,
      state.waitProbability,
      state.meanWaitSeconds!() / 60,
    ];
  },
  p11: () => {
    const given = performanceOf('erlang-c', calls(2, 1, 1), 3);
    return [given.waitProbability, given.meanQueueLength];
  },
  p12: () => [performanceOf('erlang-c', calls(3.5, 60, 180), 13).asaSeconds],
  p13: () => [performanceOf('erlang-c', calls(600, 3600, 120), 30).waitProbability],
};

describeWithData('queueing-golden', 'figures others have printed, as the reference computes them', () => {
  it('come out the same to every digit given', () => {
    const rows = sharedRows('queueing-golden/published.csv').filter((row) => RECOMPUTED[row['id']!]);
    expect(rows).toHaveLength(Object.keys(RECOMPUTED).length);
    const off = rows.flatMap((row) => {
      const texts = row['computed_here']!.split(';').map((text) => text.trim());
      return RECOMPUTED[row['id']!]!().flatMap((value, index) => {
        const { value: wanted, slack } = printed(texts[index]!);
        // Fifteen digits are more than a double's sums keep.
        return Math.abs(value - wanted) <= Math.max(slack, 1e-12 * wanted)
          ? []
          : [`${row['id']}: ${value}, computed ${texts[index]}`];
      });
    });
    expect(off).toEqual([]);
  });
});
