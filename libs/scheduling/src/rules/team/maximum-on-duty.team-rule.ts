import { overlaps } from '@yotei/time';
import { dutyOf, dutyPieces, stretchFindings } from './duty-count.js';
import { agentsParameter, teamValue } from './team-parts.js';
import type { TeamRule } from './team-rule.js';

const AGENTS = agentsParameter('At most on duty', '最大勤務人数');

/** At most so many of the agents on duty at the same time: two people never in the same shift, or few desks. */
export const maximumOnDuty: TeamRule = {
  id: 'maximum-on-duty',
  title: { en: 'Most on duty at the same time', ja: '同時勤務の上限' },
  message: {
    en: '{present} on duty at the same time; the rule allows {agents}',
    ja: '同時に{present}人が勤務中です。上限は{agents}人です',
  },
  source: 'team policy',
  amountUnit: 'minutes',
  parameters: [AGENTS],
  hasWindow: true,
  evaluate: (view, p) => {
    const agents = teamValue(AGENTS, p);
    const duty = view.members.map((agent) => ({ agent, spans: dutyOf(view, agent, false) }));
    const pieces = dutyPieces(
      view.windows,
      duty.map(({ spans }) => spans),
    );
    return stretchFindings(
      pieces,
      (count) => count - agents,
      (present) => ({ agents, present }),
    ).map((finding) => ({
      ...finding,
      agentIds: duty
        .filter(({ spans }) => spans.some((span) => overlaps(span, finding.span)))
        .map(({ agent }) => agent.id),
    }));
  },
  engine: {
    kind: 'on-duty',
    least: () => 0,
    most: (p) => teamValue(AGENTS, p),
    contactOnly: () => false,
  },
};
