import { intersection, MINUTE_MILLIS, type Interval } from '@yotei/time';
import { dutyOf, dutyPieces } from './duty-count.js';
import type { TeamFinding, TeamRule, TeamView } from './team-rule.js';
import type { Agent, Shift } from '../../roster/index.js';

/** Minutes of the shift, inside the horizon, in which no other partner is on duty. */
function aloneIn(view: TeamView, agent: Agent, shift: Shift, duty: ReadonlyMap<string, Interval[]>): TeamFinding[] {
  const inside = intersection(shift, view.horizon);
  if (!inside) return [];
  const others = [...duty].filter(([id]) => id !== agent.id).map(([, spans]) => spans);
  const alone = [...dutyPieces([inside], others)].filter(({ count }) => count === 0);
  if (alone.length === 0) return [];
  const minutes = alone.reduce((sum, { startAt, endAt }) => sum + endAt - startAt, 0) / MINUTE_MILLIS;
  const span = { startAt: alone[0]!.startAt, endAt: alone[alone.length - 1]!.endAt };
  return [{ agentIds: [agent.id], at: span.startAt, span, amount: minutes, values: { minutes } }];
}

/** The agents work only while at least one other of the partners is on duty: a beginner with a mentor. */
export const pairing: TeamRule = {
  id: 'pairing',
  title: { en: 'Only together with a partner', ja: 'ペア勤務' },
  message: { en: '{minutes} min without a partner on duty', ja: '相手がいない時間が{minutes}分あります' },
  source: 'team policy',
  amountUnit: 'minutes',
  parameters: [],
  needsPartners: true,
  evaluate: (view) => {
    const duty = new Map(view.partners.map((agent) => [agent.id, dutyOf(view, agent, false)]));
    const judged = new Set(view.days.map(({ day }) => day));
    return view.members.flatMap((agent) =>
      view
        .shiftsOf(agent)
        .filter((shift) => judged.has(view.dayOf(agent, shift)))
        .flatMap((shift) => aloneIn(view, agent, shift, duty)),
    );
  },
  engine: { kind: 'partners-present' },
};
