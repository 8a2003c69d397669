import { loadErlangs } from '../load.js';
import { tolerantCeil } from '../rounding.js';
import type { StaffingLoad, StaffingModel, SteadyState } from '../staffing-model.js';
import { UNSTABLE } from './patient-queue.js';

const UNKNOWN: Omit<SteadyState, 'stable' | 'occupancyFraction'> = {
  waitProbability: Number.NaN,
  abandonmentFraction: Number.NaN,
  blockingFraction: Number.NaN,
  meanQueueLength: Number.NaN,
  serviceLevelFraction: () => Number.NaN,
  asaSeconds: () => Number.NaN,
};

/** Work done in the very interval it comes in (what may wait longer is the model `deferred`): enough hands for the interval's work, and nothing said about waits (NaN). */
function workload(load: StaffingLoad, agents: number): SteadyState {
  const a = loadErlangs(load);
  if (tolerantCeil(a) > agents) return { ...UNKNOWN, stable: false, occupancyFraction: UNSTABLE.occupancyFraction };
  return { ...UNKNOWN, stable: true, occupancyFraction: agents === 0 ? 0 : a / agents };
}

export const workloadModel: StaffingModel = {
  id: 'workload',
  title: { en: 'Workload: done within the interval', ja: 'ワークロード：時間帯内に処理' },
  source: 'Definition: load / greatest occupancy',
  assumptions: [
    {
      en: 'Contacts are worked off within the interval they arrive in; waits are not modelled.',
      ja: '到着した時間帯内で処理する。待ち時間は計算しない。',
    },
    {
      en: 'Only the occupancy goal is used (1 when none is given).',
      ja: '稼働率の目標のみを使う（指定がなければ 1）。',
    },
  ],
  parameters: [],
  judges: ['occupancy'],
  ownGoal: { maxOccupancyFraction: 1 },
  leastStableAgents: (load) => tolerantCeil(loadErlangs(load)),
  likelyAgents: (load, goal) => tolerantCeil(loadErlangs(load) / (goal.maxOccupancyFraction ?? 1)),
  performance: workload,
};
