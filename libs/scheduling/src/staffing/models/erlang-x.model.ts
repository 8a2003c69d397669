import { IDLE_ERLANGS, loadErlangs } from '../load.js';
import { TOLERANCE } from '../rounding.js';
import type { Loss, RedialMeasures, StaffingLoad, StaffingModel, SteadyState } from '../staffing-model.js';
import { erlangAModel } from './erlang-a.model.js';
import { likelyAgentsOf } from './erlang-a-guess.js';
import { PatientQueue, UNSTABLE } from './patient-queue.js';
import { answeredShare, FiniteLines } from './finite-lines.js';
import { LINES_PARAMETER, patienceParameter, REDIAL_PARAMETER } from './parameters.js';

const MAX_STEPS = 200;
const MAX_GROWTH = 1e12;

/**
 * The attempts at which as many contacts are answered or given up as arrive: the root of
 * a·(1 - r·(1 - answered(a))) = offered, whose left side grows with a. Regula falsi with the Illinois weight. Null
 * when even endless attempts do not get the offered contacts answered.
 */
function attemptsOf(offered: number, redial: number, answered: (attempts: number) => number): number | null {
  const excess = (attempts: number): number => attempts * (1 - redial * (1 - answered(attempts))) - offered;
  let [low, high] = [offered, redial < 1 ? offered / (1 - redial) : 2 * offered];
  let [below, above] = [excess(low), excess(high)];
  for (; above < 0 && redial === 1; above = excess(high)) {
    [low, below] = [high, above];
    high *= 2;
    if (high > offered * MAX_GROWTH) return null;
  }
  if (below >= 0) return low;
  for (let step = 0; step < MAX_STEPS && high - low > Number.EPSILON * high; step += 1) {
    const between = low + ((high - low) * below) / (below - above);
    const value = excess(between);
    if (value === 0 || between <= low || between >= high) return between;
    if (value < 0) {
      [low, below] = [between, value];
      above /= 2;
    } else {
      [high, above] = [between, value];
      below /= 2;
    }
  }
  return high;
}

function redialMeasures(load: StaffingLoad, growth: number, answered: number): RedialMeasures {
  return {
    attemptsPerSecond: (load.contacts / load.intervalSeconds) * growth,
    attemptsPerContact: growth,
    answeredAttemptFraction: answered,
    answeredContactFraction: Math.min(1, answered * growth),
  };
}

/** Without a limit of lines: Erlang A (Erlang C where nobody leaves) of all attempts. */
function unlimited(load: StaffingLoad, agents: number): SteadyState {
  const at = (growth: number): SteadyState =>
    erlangAModel.performance(
      { ...load, contacts: load.contacts * growth, patienceSeconds: load.patienceSeconds ?? Infinity },
      agents,
    );
  const growth = attemptsOf(1, load.redialFraction ?? 0, (attempts) => 1 - at(attempts).abandonmentFraction);
  const state = growth === null ? UNSTABLE : at(growth);
  if (!state.stable) return UNSTABLE;
  return Object.assign(state, { redials: redialMeasures(load, growth!, 1 - state.abandonmentFraction) });
}

/** Steady state of M/M/n/K+M with redials: all measures are those of one attempt, `redials` those of a contact. */
function erlangX(load: StaffingLoad, agents: number): SteadyState {
  const { averageHandleSeconds, lines, patienceSeconds = Infinity, redialFraction = 0 } = load;
  const offered = loadErlangs(load);
  if (offered < IDLE_ERLANGS) {
    const arrivalsPerSecond = load.contacts / load.intervalSeconds;
    return new PatientQueue(0, 0, { occupancyFraction: 0, arrivalsPerSecond });
  }
  if (lines === undefined) return unlimited(load, agents);
  const impatience = averageHandleSeconds / patienceSeconds;
  // Contacts that never leave and never get through would fill the lines for good.
  if ((agents === 0 && impatience === 0) || (redialFraction === 1 && offered >= Math.min(agents, lines)))
    return UNSTABLE;
  const attempts = attemptsOf(offered, redialFraction, (rate) =>
    answeredShare({ attempts: rate, agents, lines, impatience }),
  );
  if (attempts === null) return UNSTABLE;
  const state = new FiniteLines({ attempts, agents, lines, impatience }, averageHandleSeconds);
  return Object.assign(state, { redials: redialMeasures(load, attempts / offered, state.answeredFraction) });
}

function lossesOf({ lines, patienceSeconds = Infinity }: StaffingLoad): readonly Loss[] {
  return [
    ...(patienceSeconds === Infinity ? [] : ['abandonment' as const]),
    ...(lines === undefined ? [] : ['blocking' as const]),
  ];
}

export const erlangXModel: StaffingModel = {
  id: 'erlang-x',
  title: { en: 'Erlang X: lines, abandonment, redials', ja: 'アーランX：回線数・放棄・再試行' },
  source: 'Palm 1957; Koole, Call Center Optimization (2013); Aguir, Karaesmen, Akşin & Chauvet, OR Spectrum 26 (2004)',
  assumptions: [
    {
      en: 'A contact that finds every line taken is turned away; whoever waits leaves after an exponential patience.',
      ja: '全回線使用中のコンタクトは拒否され、待っている顧客は指数分布の忍耐時間の後に離脱する。',
    },
    {
      en: 'A share of the attempts that fail is repeated, so much later that it arrives at random again.',
      ja: '未応答の一定割合が再試行し、その到着は再びランダムとみなす。',
    },
    {
      en: 'Measures and goals are those of one attempt; what becomes of a contact in the end is shown beside them.',
      ja: '指標と目標は1回の試行に対するもの。コンタクト全体の結果は別に示す。',
    },
  ],
  parameters: [LINES_PARAMETER, patienceParameter(false), REDIAL_PARAMETER],
  judges: ['service-level', 'asa', 'occupancy', 'abandonment', 'blocking'],
  losses: lossesOf,
  uneven: ({ lines, patienceSeconds = Infinity, averageHandleSeconds }) =>
    lines !== undefined && patienceSeconds < averageHandleSeconds,
  suits: ({ lines, redialFraction = 0 }) => lines !== undefined || redialFraction > 0,
  leastStableAgents: (load) => {
    const { lines, patienceSeconds = Infinity, redialFraction = 0 } = load;
    const endless = lines === undefined && patienceSeconds === Infinity;
    return endless || redialFraction === 1 ? Math.floor(loadErlangs(load) + TOLERANCE) + 1 : 1;
  },
  likelyAgents: (load, goal) =>
    Math.min(
      load.lines ?? Infinity,
      likelyAgentsOf({ ...load, patienceSeconds: load.patienceSeconds ?? Infinity }, goal),
    ),
  performance: erlangX,
};
