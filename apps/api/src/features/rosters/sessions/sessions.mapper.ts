import type { AgentSelector, RuleParameters, Session as RosterSession } from '@yotei/scheduling/roster';
import { TEAM_RULES } from '@yotei/scheduling/rules';
import { RuleLevel } from '../../organisation/index.js';
import type {
  AgentSelection,
  AgentSelectionInput,
  Session,
  SessionInput,
  SessionInSchedule,
  TeamRule,
  TeamRuleInput,
  TeamRuleKind,
} from './sessions.graphql-types.js';
import { SessionForm, SessionPeriod } from './sessions.graphql-types.js';
import type { PlannedSession } from './sessions.service.js';
import type { SessionRecord, TeamRuleRecord } from './team-plans.repository.js';
import type { Unsaved } from './team-plans.service.js';

const PARTS = ['agentIds', 'teamIds', 'siteIds', 'contractIds', 'skillIds', 'seniorities'] as const;

/** Parts left out or empty mean everyone. */
function selectorOf(input: AgentSelectionInput): AgentSelector {
  return Object.fromEntries(PARTS.flatMap((part) => (input[part]?.length ? [[part, [...input[part]]]] : [])));
}

function selectionOf(who: AgentSelector): AgentSelection {
  return Object.fromEntries(
    PARTS.map((part) => [part, who[part] ? [...who[part]] : null]),
  ) as unknown as AgentSelection;
}

const weekdaysOf = (weekdays: readonly number[] | null | undefined) => (weekdays?.length ? [...weekdays] : null);

export function sessionOf(record: SessionRecord): Session {
  const { form, period, who, weekdays } = record;
  return {
    ...record,
    form: form === 'alone' ? SessionForm.ALONE : SessionForm.TOGETHER,
    period: period as SessionPeriod,
    who: selectionOf(who),
    weekdays: weekdaysOf(weekdays),
  };
}

export function sessionRecordOf(input: SessionInput): Unsaved<SessionRecord> {
  const { id, version, title, activityTypeId, lengthMinutes, form, times, period, sameTime } = input;
  return {
    ...{ version, activityTypeId, lengthMinutes, form, times, period, sameTime },
    id: id ?? null,
    title: title.trim(),
    who: selectorOf(input.who),
    attendees: input.attendees ?? null,
    attendeesAtOnceMax: input.attendeesAtOnceMax ?? null,
    attendeesAtOnceMin: input.attendeesAtOnceMin ?? null,
    fromOn: input.fromOn ?? null,
    untilOn: input.untilOn ?? null,
    weekdays: weekdaysOf(input.weekdays),
    fromMinute: input.fromMinute ?? null,
    untilMinute: input.untilMinute ?? null,
  };
}

export function teamRuleOf(record: TeamRuleRecord): TeamRule {
  const { level, who, partners, weekdays } = record;
  return {
    ...record,
    level: level === 'must' ? RuleLevel.MUST : RuleLevel.PREFER,
    who: selectionOf(who),
    partners: partners && selectionOf(partners),
    weekdays: weekdaysOf(weekdays),
  };
}

export function teamRuleRecordOf(input: TeamRuleInput): Unsaved<TeamRuleRecord> {
  const { id, version, title, ruleId, level, who, partners } = input;
  return {
    ...{ version, ruleId },
    id: id ?? null,
    title: title.trim(),
    level: level === RuleLevel.MUST ? 'must' : 'prefer',
    parameters: (input.parameters ?? {}) as RuleParameters,
    weight: input.weight ?? null,
    who: selectorOf(who),
    partners: partners ? selectorOf(partners) : null,
    weekdays: weekdaysOf(input.weekdays),
    fromMinute: input.fromMinute ?? null,
    untilMinute: input.untilMinute ?? null,
  };
}

export const teamRuleKinds = (): TeamRuleKind[] =>
  TEAM_RULES.map(({ id, title, needsPartners = false, hasWindow = false, parameters }) => ({
    id,
    title: { ...title },
    needsPartners,
    hasWindow,
    parameters: parameters.map((parameter) => ({ ...parameter })),
  }));

/** A session's places in a schedule; `recordOf` finds the stored one, which knows its version. */
export function inScheduleOf(
  { session, memberCount, occurrences }: PlannedSession,
  recordOf: (session: RosterSession) => SessionRecord,
): SessionInSchedule {
  return {
    session: sessionOf(recordOf(session)),
    members: memberCount,
    occurrences: occurrences.map(({ places, ...occurrence }) => ({
      ...occurrence,
      places: places.map((place) => ({ ...place, agentIds: [...place.agentIds] })),
    })),
  };
}
