import { agentsParameter, teamValue, workingOn } from './team-parts.js';
import type { TeamRule } from './team-rule.js';

const AGENTS = agentsParameter('At most off', '最大休み人数');

/** At most so many of the agents without a shift on a day, absences counted. */
export const maximumOff: TeamRule = {
  id: 'maximum-off',
  title: { en: 'Most off on a day', ja: '同日の休みの上限' },
  message: {
    en: '{off} off that day; the rule allows {agents}',
    ja: 'この日は{off}人が休みです。上限は{agents}人です',
  },
  source: 'team policy',
  amountUnit: 'count',
  parameters: [AGENTS],
  evaluate: (view, p) => {
    const agents = teamValue(AGENTS, p);
    return view.days.flatMap((day) => {
      const working = new Set(workingOn(view, day).map(({ agent }) => agent.id));
      const agentIds = view.members.filter(({ id }) => !working.has(id)).map(({ id }) => id);
      const off = agentIds.length;
      if (off <= agents) return [];
      return [{ agentIds, at: day.startAt, span: day, amount: off - agents, values: { agents, off } }];
    });
  },
  engine: {
    kind: 'working-days',
    least: (p, memberCount) => memberCount - teamValue(AGENTS, p),
    most: () => Number.POSITIVE_INFINITY,
  },
};
