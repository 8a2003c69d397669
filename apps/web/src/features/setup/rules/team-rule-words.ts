import { selectAgents, type Agent } from '@yotei/scheduling/roster';
import type { TeamRule as TeamRuleKind } from '@yotei/scheduling/rules';
import { formatWeekdayNumber } from '../../../app/format/format-time.js';
import { t, tIfKnown } from '../../../app/i18n/t.js';
import type { TeamRulesAndPeople } from '../setup.queries.js';
import { clock } from '../templates/template-draft.js';
import type { TeamRuleDraft, Who } from './team-rule-draft.js';

type People = TeamRulesAndPeople['setup']['agents'];

/** How many people the selection means now: the library's own choice, as planning makes it. */
export function countOf(who: Who, people: People): number {
  const given = Object.fromEntries(Object.entries(who).filter(([, ids]) => (ids as readonly string[]).length > 0));
  const here = people.filter(({ leftOn }) => leftOn === null);
  const agents = here.map(({ id, name, teamId, contractId, skillIds, seniority }): Agent => ({
    ...{ id, name, teamId, contractId, skillIds, zone: 'UTC' },
    seniority: seniority as 'entry' | 'senior' | 'lead',
  }));
  return selectAgents(given, agents).length;
}

/** One sentence that says what the rule does to whom and when. */
export function teamRuleInWords(draft: TeamRuleDraft, kind: TeamRuleKind, people: People): string {
  const { weekdays, window, who, partners, numbers } = draft;
  const days =
    weekdays.length === 0 || weekdays.length === 7
      ? t('setup.everyDay')
      : weekdays.map((day) => formatWeekdayNumber(day, 'short')).join(' ');
  const when = !kind.hasWindow
    ? days
    : window
      ? t('setup.between', { days, from: clock(window.from), until: clock(window.until) })
      : t('setup.whileOpen', { days });
  const values = {
    when,
    count: countOf(who, people),
    partners: countOf(partners, people),
    agents: numbers['agents'] ?? 0,
  };
  return tIfKnown(`setupRules.t_${kind.id.replaceAll('-', '_')}`, values, '');
}
