import { agentsParameter, teamValue, workingOn } from './team-parts.js';
import type { TeamRule } from './team-rule.js';

const AGENTS = agentsParameter('At most on the same day', '同日勤務の上限');

/** At most so many (one, unless said) of the agents work on the same day. For the same shift see `maximum-on-duty`. */
export const exclusion: TeamRule = {
  id: 'exclusion',
  title: { en: 'Not on the same day', ja: '同日勤務の禁止' },
  message: {
    en: '{working} work on the same day; the rule allows {agents}',
    ja: '同じ日に{working}人が勤務しています。上限は{agents}人です',
  },
  source: 'team policy',
  amountUnit: 'count',
  parameters: [AGENTS],
  evaluate: (view, p) => {
    const agents = teamValue(AGENTS, p);
    return view.days.flatMap((day) => {
      const working = workingOn(view, day);
      if (working.length <= agents) return [];
      const at = Math.max(...working.map(({ shift }) => shift.startAt));
      const agentIds = working.map(({ agent }) => agent.id);
      return [
        { agentIds, at, span: day, amount: working.length - agents, values: { agents, working: working.length } },
      ];
    });
  },
  engine: { kind: 'working-days', least: () => 0, most: (p) => teamValue(AGENTS, p) },
};
