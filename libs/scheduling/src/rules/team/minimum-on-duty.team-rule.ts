import { dutyOf, dutyPieces, stretchFindings } from './duty-count.js';
import { agentsParameter, contactOnlyParameter, teamValue } from './team-parts.js';
import type { TeamRule } from './team-rule.js';

const AGENTS = agentsParameter('At least on duty', '最低勤務人数');

/** At least so many of the agents on duty at every moment of the window, or wherever some queue asks for agents. */
export const minimumOnDuty: TeamRule = {
  id: 'minimum-on-duty',
  title: { en: 'Least on duty', ja: '最低配置人数' },
  message: {
    en: 'Only {present} on duty; the rule asks for {agents}',
    ja: '勤務中は{present}人です。{agents}人以上が必要です',
  },
  source: 'team policy',
  amountUnit: 'minutes',
  parameters: [AGENTS, contactOnlyParameter],
  hasWindow: true,
  evaluate: (view, p) => {
    const agents = teamValue(AGENTS, p);
    const contactOnly = teamValue(contactOnlyParameter, p) === 1;
    const duty = view.members.map((agent) => dutyOf(view, agent, contactOnly));
    return stretchFindings(
      dutyPieces(view.windows, duty),
      (count) => agents - count,
      (present) => ({ agents, present }),
    );
  },
  engine: {
    kind: 'on-duty',
    least: (p) => teamValue(AGENTS, p),
    most: () => Number.POSITIVE_INFINITY,
    contactOnly: (p) => teamValue(contactOnlyParameter, p) === 1,
  },
};
