import { MINUTE_MILLIS, type Interval } from '@yotei/time';
import {
  indexProblem,
  type Agent,
  type RosterProblem,
  type RuleSetting,
  type Shift,
  type TeamRuleSetting,
  type TimeOff,
} from '../../roster/index.js';
import { activeTeamRules, resolveParameters } from '../../rules/index.js';
import type { RuleLookup } from '../problem/agent-limits.js';

/** One thing that takes part in a conflict, named so that a planner finds it. */
export type ConflictMember =
  /** A must rule with the limits it is set to; `limits` also says what the contract asks, where the rule reads it. */
  | { readonly kind: 'rule'; readonly ruleId: string; readonly limits: Readonly<Record<string, number>> }
  /** A must rule across agents that the others' shifts leave no room to keep. */
  | { readonly kind: 'team-rule'; readonly settingId: string; readonly ruleId: string; readonly title?: string }
  /** A shift that must stay: fixed, locked or edited by hand. */
  | { readonly kind: 'given-shift'; readonly span: Interval; readonly templateId?: string }
  | { readonly kind: 'absence'; readonly span: Interval; readonly reason?: string }
  /** A shift worked before the days planned. */
  | { readonly kind: 'worked-shift'; readonly span: Interval };

/** A member with the part of the problem it stands for. */
export interface HeldMember {
  readonly member: ConflictMember;
  readonly part: RuleSetting | TeamRuleSetting | Shift | TimeOff;
}

/** Days before the horizon whose shifts a conflict may name. */
const LOOK_BACK_DAYS = 14;
const DAY_MINUTES = 1440;

const spanOf = ({ startAt, endAt }: Interval): Interval => ({ startAt, endAt });

interface Held {
  readonly problem: RosterProblem;
  readonly agent: Agent;
  readonly given: readonly Shift[];
  readonly find: RuleLookup;
  readonly horizonStartAt: number;
}

/** Everything of one agent that could be in conflict; what a planner can change soonest comes last. */
export function conflictMembers({ problem, agent, given, find, horizonStartAt }: Held): HeldMember[] {
  const { historyByAgent, timeOffByAgent } = indexProblem(problem);
  const since = horizonStartAt - LOOK_BACK_DAYS * DAY_MINUTES * MINUTE_MILLIS;
  const worked = (historyByAgent.get(agent.id) ?? []).filter((shift) => shift.endAt > since);
  const rules = problem.rules.filter((setting) => setting.level === 'must');
  const absences = timeOffByAgent.get(agent.id) ?? [];
  return [
    ...worked.map((part): HeldMember => ({ part, member: { kind: 'worked-shift', span: spanOf(part) } })),
    ...rules.map((part): HeldMember => ({ part, member: ruleMember(problem, agent, part, find) })),
    ...absences.map((part): HeldMember => ({
      part,
      member: { kind: 'absence', span: spanOf(part), reason: part.reason },
    })),
    ...given
      .filter((shift) => shift.agentId === agent.id)
      .map((part): HeldMember => ({
        part,
        member: { kind: 'given-shift', span: spanOf(part), templateId: part.templateId },
      })),
  ];
}

function ruleMember(problem: RosterProblem, agent: Agent, setting: RuleSetting, find: RuleLookup): ConflictMember {
  const rule = find(setting.ruleId);
  const values = rule ? resolveParameters(rule, setting.parameters) : {};
  const numbers = Object.entries(values).filter((entry): entry is [string, number] => typeof entry[1] === 'number');
  const contract = indexProblem(problem).contracts.get(agent.contractId);
  const own = contract ? contractLimits(rule?.tour.kind, contract) : {};
  return { kind: 'rule', ruleId: setting.ruleId, limits: { ...Object.fromEntries(numbers), ...own } };
}

function contractLimits(
  kind: string | undefined,
  contract: { readonly weeklyMinutesMin: number; readonly weeklyMinutesMax: number; readonly daysPerWeekMax: number },
): Record<string, number> {
  if (kind === 'week-minutes') return { min: contract.weeklyMinutesMin, max: contract.weeklyMinutesMax };
  return kind === 'week-days' ? { max: contract.daysPerWeekMax } : {};
}

/** Must rules across agents that look at the agent, as members; they bind a week only beside everybody else's shifts. */
export function teamRuleMembers(problem: RosterProblem, agentId: string): HeldMember[] {
  return activeTeamRules(problem)
    .filter(({ setting, agentIds }) => setting.level === 'must' && agentIds.has(agentId))
    .map(({ setting: part }): HeldMember => ({
      part,
      member: { kind: 'team-rule', settingId: part.id, ruleId: part.ruleId, title: part.title },
    }));
}

/** The agent's own problem with only those members; preferred rules, templates and contract stay. */
export function problemWith(problem: RosterProblem, agent: Agent, kept: readonly HeldMember[]): RosterProblem {
  const parts = new Set(kept.map(({ part }) => part));
  const { historyByAgent } = indexProblem(problem);
  const mine = historyByAgent.get(agent.id) ?? [];
  return {
    ...problem,
    agents: [agent],
    rules: problem.rules.filter((setting) => setting.level !== 'must' || parts.has(setting)),
    ...(problem.teamRules && {
      teamRules: problem.teamRules.filter((setting) => setting.level !== 'must' || parts.has(setting)),
    }),
    timeOff: problem.timeOff.filter((absence) => parts.has(absence)),
    history: mine.filter((shift) => parts.has(shift)),
    fixedShifts: kept.filter(({ member }) => member.kind === 'given-shift').map(({ part }) => part as Shift),
  };
}
