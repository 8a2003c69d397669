import { loadErlangs } from '../load.js';
import { inverseLoss } from '../numerics/gamma-ratios.js';
import { TOLERANCE } from '../rounding.js';
import type { StaffingLoad, StaffingModel, SteadyState } from '../staffing-model.js';
import { leastByWalking, likelyAgents } from './erlang-c-search.js';
import { patientQueue, UNSTABLE } from './patient-queue.js';

/** Steady state of M/M/n; Erlang 1917. Load at or above the agents is {@link UNSTABLE}, never clipped to fit. */
export function erlangC(load: StaffingLoad, agents: number): SteadyState {
  const a = loadErlangs(load);
  if (a > 0 && a >= agents) return UNSTABLE;
  return patientQueue(load, agents, a === 0 ? 1 : inverseLoss(agents, a));
}

export const erlangCModel: StaffingModel = {
  id: 'erlang-c',
  title: { en: 'Erlang C: everyone waits', ja: 'アーランC：全員が待ち続ける' },
  source: 'Erlang 1917; Halfin & Whitt, Oper. Res. 29 (1981)',
  assumptions: [
    {
      en: 'Contacts arrive at random at an even rate within the interval.',
      ja: '時間帯内のコンタクトは一定の割合でランダムに到着する。',
    },
    {
      en: 'Nobody abandons: waits and agents are an upper bound where people do.',
      ja: '放棄は起きない。放棄がある場合、待ち時間と必要人数は上限となる。',
    },
    {
      en: 'The queue is in its steady state; there is none when the load reaches the agents.',
      ja: '待ち行列は定常状態にある。呼量が人数に達すると定常状態は存在しない。',
    },
  ],
  parameters: [],
  judges: ['service-level', 'asa', 'occupancy', 'abandonment', 'blocking'],
  leastStableAgents: (load) => Math.floor(loadErlangs(load) + TOLERANCE) + 1,
  likelyAgents,
  leastAgents: leastByWalking,
  performance: erlangC,
};
