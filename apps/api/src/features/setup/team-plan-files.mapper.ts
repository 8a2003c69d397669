import type { AgentSelector, AgentsFile, Rotation, RulesFile } from '@yotei/scheduling/roster';
import type { OrganisationSetup } from '../organisation/organisation-setup.service.js';

/** The ids that a new centre's rows have in place of the files' words; a name may stand for several sites or teams. */
export interface IdsOfWords {
  readonly agents: (word: string) => readonly string[];
  readonly teams: (word: string) => readonly string[];
  readonly sites: (word: string) => readonly string[];
  readonly contracts: (word: string) => readonly string[];
  readonly skills: (word: string) => readonly string[];
  readonly templates: (word: string) => readonly string[];
}

function selectorOf(who: AgentSelector, ids: IdsOfWords): AgentSelector {
  const { agentIds, teamIds, siteIds, contractIds, skillIds, seniorities } = who;
  return {
    ...(agentIds && { agentIds: agentIds.flatMap(ids.agents) }),
    ...(teamIds && { teamIds: teamIds.flatMap(ids.teams) }),
    ...(siteIds && { siteIds: siteIds.flatMap(ids.sites) }),
    ...(contractIds && { contractIds: contractIds.flatMap(ids.contracts) }),
    ...(skillIds && { skillIds: skillIds.flatMap(ids.skills) }),
    ...(seniorities && { seniorities }),
  };
}

/** A cycle of weeks with the centre's own templates; null where there is none. */
export function rotationRow(rotation: Rotation | undefined, ids: Pick<IdsOfWords, 'templates'>): Rotation | null {
  if (!rotation) return null;
  return {
    ...rotation,
    weeks: rotation.weeks.map(({ templateIds, ...week }) => ({
      ...week,
      ...(templateIds && { templateIds: templateIds.flatMap(ids.templates) }),
    })),
  };
}

/** Rules across agents and sessions of the files as rows. */
export function teamPlanRows(
  { sessions = [] }: AgentsFile,
  { teamRules = [] }: RulesFile,
  ids: IdsOfWords,
): Required<Pick<OrganisationSetup, 'teamRules' | 'sessions'>> {
  return {
    teamRules: teamRules.map((rule) => ({
      title: rule.title ?? rule.id,
      rule_id: rule.ruleId,
      level: rule.level,
      parameters: rule.parameters ?? {},
      weight: rule.weight ?? null,
      who: selectorOf(rule.who, ids),
      partners: rule.partners ? selectorOf(rule.partners, ids) : null,
      weekdays: rule.weekdays ?? null,
      from_minute: rule.fromMinute ?? null,
      until_minute: rule.untilMinute ?? null,
    })),
    sessions: sessions.map((session) => ({
      title: session.title,
      activity_type_id: session.activityTypeId,
      length_minutes: session.lengthMinutes,
      form: session.form,
      who: selectorOf(session.who, ids),
      attendees: session.attendees ?? null,
      at_once_max: session.attendeesAtOnceMax ?? null,
      at_once_min: session.attendeesAtOnceMin ?? null,
      times: session.times ?? 1,
      period: session.period ?? 'horizon',
      same_time: session.sameTime ?? false,
      from_on: session.fromOn ?? null,
      until_on: session.untilOn ?? null,
      weekdays: session.weekdays ?? null,
      from_minute: session.fromMinute ?? null,
      until_minute: session.untilMinute ?? null,
    })),
  };
}
