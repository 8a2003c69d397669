import { loadErlangs } from '../load.js';
import type { StaffingLoad, StaffingModel, SteadyState } from '../staffing-model.js';
import { erlangBCarried, erlangBlocking } from './erlang-b-continuous.js';

/** Steady state of M/M/n/n: a contact that finds all lines busy is lost at once and nobody waits. */
function erlangB(load: StaffingLoad, lines: number): SteadyState {
  const a = loadErlangs(load);
  const blockingFraction = erlangBlocking(a, lines);
  const carried = erlangBCarried(a, lines);
  return {
    stable: true,
    waitProbability: 0,
    abandonmentFraction: 0,
    blockingFraction,
    occupancyFraction: lines === 0 ? 0 : (a * carried) / lines,
    meanQueueLength: 0,
    serviceLevelFraction: (_answerWithinSeconds, variant) => (variant === 'answered-of-answered' ? 1 : carried),
    asaSeconds: () => 0,
  };
}

export const erlangBModel: StaffingModel = {
  id: 'erlang-b',
  title: { en: 'Erlang B: nobody waits (lines)', ja: 'アーランB：待ちなし（回線数）' },
  source: 'Erlang 1917; Jagerman, Bell Syst. Tech. J. 53 (1974)',
  assumptions: [
    {
      en: 'Contacts arrive at random at an even rate within the interval.',
      ja: '時間帯内のコンタクトは一定の割合でランダムに到着する。',
    },
    {
      en: 'A contact that finds every line busy is lost and does not come back.',
      ja: '全回線が使用中のコンタクトは失われ、再試行しない。',
    },
  ],
  parameters: [],
  judges: ['service-level', 'occupancy', 'blocking'],
  losses: () => ['blocking'],
  leastStableAgents: () => 1,
  likelyAgents: (load) => Math.ceil(loadErlangs(load)),
  performance: erlangB,
};
