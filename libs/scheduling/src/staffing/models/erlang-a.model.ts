import { loadErlangs } from '../load.js';
import { inverseLoss } from '../numerics/gamma-ratios.js';
import type { StaffingLoad, StaffingModel, SteadyState } from '../staffing-model.js';
import { likelyAgentsOf } from './erlang-a-guess.js';
import { leastInSmallCentre } from './erlang-a-search.js';
import { erlangC } from './erlang-c.model.js';
import { ImpatientQueue, unattended } from './impatient-queue.js';
import { BY_ABANDONMENT, NO_LOSS, patienceParameter } from './parameters.js';

function erlangA(load: StaffingLoad, agents: number): SteadyState {
  const { contacts, intervalSeconds, averageHandleSeconds, patienceSeconds } = load;
  if (patienceSeconds === undefined) {
    throw new RangeError('patienceSeconds (undefined) must be given for erlang-a; use erlang-c where it is not known');
  }
  const a = loadErlangs(load);
  if (patienceSeconds === Infinity || a === 0) return erlangC(load, agents);
  const arrivalsPerSecond = contacts / intervalSeconds;
  if (agents === 0) return unattended(arrivalsPerSecond, patienceSeconds);
  const perHandle = patienceSeconds / averageHandleSeconds;
  return new ImpatientQueue({
    s: agents * perHandle,
    x: a * perHandle,
    rho: a / agents,
    e: inverseLoss(agents - 1, a),
    arrivalsPerSecond,
    patienceSeconds,
  });
}

export const erlangAModel: StaffingModel = {
  id: 'erlang-a',
  title: { en: 'Erlang A: some abandon', ja: 'アーランA：放棄を考慮' },
  source: 'Garnett, Mandelbaum & Reiman, MSOM 4 (2002); Zeltyn & Mandelbaum, Queueing Syst. 51 (2005)',
  assumptions: [
    {
      en: 'Contacts arrive at random at an even rate within the interval.',
      ja: '時間帯内のコンタクトは一定の割合でランダムに到着する。',
    },
    {
      en: 'Whoever waits leaves after an exponential patience; nobody comes back.',
      ja: '待っている顧客は指数分布の忍耐時間の後に離脱し、再試行しない。',
    },
    {
      en: 'Patience is total queue time / abandonments, not the mean wait of those who left.',
      ja: '忍耐時間＝総待ち時間÷放棄数（放棄者の平均待ち時間ではない）。',
    },
  ],
  parameters: [patienceParameter(true)],
  judges: ['service-level', 'asa', 'occupancy', 'abandonment', 'blocking'],
  losses: ({ patienceSeconds }) => (patienceSeconds === Infinity ? NO_LOSS : BY_ABANDONMENT),
  leastStableAgents: (load) => (load.patienceSeconds === Infinity ? Math.floor(loadErlangs(load) + 1e-9) + 1 : 1),
  likelyAgents: likelyAgentsOf,
  leastAgents: (load, goal) => leastInSmallCentre(load, goal, erlangA),
  performance: erlangA,
};
