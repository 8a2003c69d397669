import {
  outsideEmployment,
  type Preference,
  type RosterProblem,
  type RuleParameters,
  type Shift as RosterShift,
} from '@yotei/scheduling/roster';
import type { Instant, LocalDate } from '@yotei/time';
import type { ActivityType, Agent, Contract, RuleSetting, ShiftTemplate } from '../organisation/index.js';
import type { QueueSlots } from '../staffing/index.js';
import { objectiveOf, type WeightValues } from './planning-weights.catalogue.js';
import type { PreferenceRecord, TimeOffRecord } from './absences.repository.js';
import {
  sessionOfRecord,
  teamRuleOfRecord,
  type RotationRecords,
  type SessionRecord,
  type TeamRuleRecord,
} from './sessions/team-plans.repository.js';

/** Grid of coverage and of break places in every schedule. */
export const SLOT_MINUTES = 15;

export interface PlanningRows {
  readonly zone: string;
  readonly startsOn: LocalDate;
  readonly weeks: number;
  readonly startAt: Instant;
  readonly activityTypes: readonly ActivityType[];
  readonly templates: readonly ShiftTemplate[];
  readonly contracts: readonly Contract[];
  readonly agents: readonly Agent[];
  readonly ruleSettings: readonly RuleSetting[];
  readonly queues: readonly QueueSlots[];
  readonly timeOff: readonly TimeOffRecord[];
  readonly preferences: readonly PreferenceRecord[];
  readonly history: readonly RosterShift[];
  readonly historyFromAt: Instant;
  readonly earlier?: RosterProblem['earlier'];
  readonly earlierFromAt?: Instant;
  readonly fixedShifts: readonly RosterShift[];
  /** The centre's own planning weights; the others are the standard. */
  readonly priceValues: WeightValues;
  readonly teamRules: readonly TeamRuleRecord[];
  readonly sessions: readonly SessionRecord[];
  readonly rotations: RotationRecords;
}

const given = <T>(value: T | null | undefined): T | undefined => value ?? undefined;

function preferenceOf(row: PreferenceRecord): Preference {
  return {
    agentId: row.agentId,
    kind: row.kind,
    on: given(row.on),
    fromMinute: given(row.fromMinute),
    untilMinute: given(row.untilMinute),
    weight: row.weight,
  };
}

/** Rows of the database -> the problem that engine, rules and board share. Field by field, so that nothing leaks by default. */
export function problemOf(rows: PlanningRows): RosterProblem {
  const agentIds = new Set(rows.agents.map(({ id }) => id));
  const ofKnown = <T extends { readonly agentId: string }>(items: readonly T[]) =>
    items.filter(({ agentId }) => agentIds.has(agentId));
  const slotCount = Math.max(0, ...rows.queues.map(({ agentsToRoster }) => agentsToRoster.length));
  const grid = { startAt: rows.startAt, stepMinutes: SLOT_MINUTES, count: slotCount };
  return {
    zone: rows.zone,
    startsOn: rows.startsOn,
    weeks: rows.weeks,
    slotMinutes: SLOT_MINUTES,
    ...objectiveOf(rows.priceValues),
    ...patternsOf(rows),
    demand: rows.queues.map(({ queueId, skillId, agentsToRoster }) => ({ queueId, skillId, grid, agentsToRoster })),
    rules: rows.ruleSettings.map(({ ruleId, level, parameters, weight, contractIds, siteIds, source }) => ({
      ruleId,
      level,
      parameters: parameters as RuleParameters,
      weight: given(weight),
      contractIds: given(contractIds),
      siteIds: given(siteIds),
      source: given(source),
    })),
    timeOff: ofKnown(withEmployment(rows)).map(({ agentId, startAt, endAt, paidMinutes, reason }) => ({
      agentId,
      startAt,
      endAt,
      paidMinutes,
      reason,
    })),
    preferences: ofKnown(rows.preferences).map(preferenceOf),
    history: ofKnown(rows.history).map(rosterShiftOf),
    historyFromAt: rows.historyFromAt,
    ...(rows.earlier && { earlier: ofKnown(rows.earlier), earlierFromAt: rows.earlierFromAt }),
    fixedShifts: ofKnown(rows.fixedShifts).map(rosterShiftOf),
    teamRules: rows.teamRules.length > 0 ? rows.teamRules.map(teamRuleOfRecord) : undefined,
    sessions: rows.sessions.length > 0 ? rows.sessions.map(sessionOfRecord) : undefined,
  };
}

type Employment = Pick<PlanningRows, 'startsOn' | 'weeks' | 'agents' | 'contracts' | 'timeOff'>;

/** Absences with the days before the first and after the last one of who joins or leaves; what is off there is not counted twice. */
export function withEmployment({ agents, contracts, timeOff, ...span }: Employment): TimeOffRecord[] {
  const outside = agents.flatMap((agent) => {
    const contract = contracts.find(({ id }) => id === agent.contractId);
    const { joinsOn: firstOn, leftOn: lastOn } = agent;
    return contract && (firstOn || lastOn) ? outsideEmployment({ ...agent, firstOn, lastOn }, contract, span) : [];
  });
  const isOutside = ({ agentId, startAt }: TimeOffRecord) =>
    outside.some((one) => one.agentId === agentId && one.startAt <= startAt && startAt < one.endAt);
  return [...timeOff.filter((absence) => !isOutside(absence)), ...outside];
}

/** What is worked, by whom, under which contract. */
function patternsOf(rows: PlanningRows): Pick<RosterProblem, 'activityTypes' | 'contracts' | 'templates' | 'agents'> {
  return {
    activityTypes: rows.activityTypes.map(({ id, title, paid, contactWork }) => ({
      id,
      title: title.en,
      paid,
      contactWork,
    })),
    contracts: rows.contracts.map(({ id, title, weeklyMinutesMin, weeklyMinutesMax, daysPerWeekMax, templateIds }) => ({
      id,
      title,
      weeklyMinutesMin,
      weeklyMinutesMax,
      daysPerWeekMax,
      templateIds,
      rotation: rows.rotations.contracts.get(id),
    })),
    templates: rows.templates.map((template) => ({
      id: template.id,
      title: template.title,
      earliestStartMinute: template.earliestStartMinute,
      latestStartMinute: template.latestStartMinute,
      startStepMinutes: template.startStepMinutes,
      lengthMinutes: template.lengthMinutes,
      activities: template.activities,
      weekdays: given(template.weekdays),
    })),
    agents: rows.agents.map(({ id, name, zone, contractId, skillIds, siteId, teamId, seniority, ...times }) => ({
      id,
      name,
      zone,
      contractId,
      skillIds,
      siteId,
      teamId,
      seniority: seniority as 'entry' | 'senior' | 'lead',
      availability: times.availability,
      availabilityExceptions: times.availabilityExceptions,
      youngUntilOn: given(times.youngUntilOn),
      rotation: given(rows.rotations.agents.get(id)?.rotation),
      rotationOffsetWeeks: rows.rotations.agents.get(id)?.offsetWeeks,
    })),
  };
}

/** A stored shift without what only the document knows. */
export function rosterShiftOf(shift: RosterShift): RosterShift {
  const { agentId, startAt, endAt, templateId, locked, agreedForm, activities } = shift;
  return { agentId, startAt, endAt, templateId, locked, ...(agreedForm && { agreedForm }), activities };
}
