import {
  creditedMinutesByWeek,
  type Agent,
  type RosterProblem,
  type RuleParameters,
  type RuleSetting,
} from '../../roster/index.js';
import { resolveParameters, type AgentView, type ShiftChoice, type WorkRule } from '../../rules/index.js';
import type { WeekLimits } from './contract-pairs.js';
import { longRestLimit, type LongRestLimit } from './long-rest.js';
import type { StartLimits } from './tour-space.js';

export type RuleLookup = (ruleId: string) => WorkRule | undefined;

/** A rule that applies to an agent, with its parameters complete. */
export interface ActiveRule {
  readonly rule: WorkRule;
  readonly must: boolean;
  readonly parameters: RuleParameters;
  readonly weight: number;
}

/** The rules of one agent as the tour programme holds them. */
export interface AgentLimits extends StartLimits {
  /** Whether a shift keeps every must rule that judges a shift alone. */
  readonly allows: (choice: ShiftChoice) => boolean;
  /** Least cost of a shift that preferred shift rules do not allow. */
  readonly choiceCost: (choice: ShiftChoice) => number;
  readonly maxRunDays: number;
  readonly longRest: LongRestLimit | null;
  /** Cost of one run of contact work of that many minutes, infinite where it may not be; null when nothing limits it. */
  readonly contactRunCost: ((minutes: number) => number) | null;
  /** One for each planning week. */
  readonly weeks: readonly WeekLimits[];
}

function applies(setting: RuleSetting, agent: Agent): boolean {
  const contract = setting.contractIds === undefined || setting.contractIds.includes(agent.contractId);
  const site = setting.siteIds === undefined || (agent.siteId !== undefined && setting.siteIds.includes(agent.siteId));
  return contract && site;
}

/** Rules in force for the agent, those of `without` left out. Unknown rule ids are left to the caller. */
export function activeRules(
  problem: RosterProblem,
  agent: Agent,
  find: RuleLookup,
  without: ReadonlySet<string> = new Set(),
): ActiveRule[] {
  return problem.rules
    .filter((setting) => applies(setting, agent) && !without.has(setting.ruleId))
    .flatMap((setting) => {
      const rule = find(setting.ruleId);
      if (!rule) return [];
      const parameters = resolveParameters(rule, setting.parameters);
      return [{ rule, must: setting.level === 'must', parameters, weight: setting.weight ?? 1 }];
    });
}

/**
 * Rule ids set as must that no tour can be held to: unknown here, only checked, or a limit on runs of contact work where a
 * template places contact work as an activity, which joins runs in a way the break places do not follow.
 */
export function unsupportedRules(problem: RosterProblem, find: RuleLookup): string[] {
  const ids = problem.rules.filter(({ level }) => level === 'must').map(({ ruleId }) => ruleId);
  const contact = new Set(problem.activityTypes.filter((type) => type.contactWork).map((type) => type.id));
  const joinsRuns = problem.templates.some(({ activities }) =>
    activities.some((part) => contact.has(part.activityTypeId)),
  );
  return [...new Set(ids)].filter((id) => {
    const kind = find(id)?.tour.kind ?? 'check-only';
    return kind === 'check-only' || (kind === 'max-contact-run' && joinsRuns);
  });
}

/** Translates the agent's rules into the tour programme's terms (roster.md section 4). */
export function agentLimits(rules: readonly ActiveRule[], view: AgentView): AgentLimits {
  const must = rules.filter((active) => active.must);
  const credited = creditedMinutesByWeek(view.timeOff, view.weekStartsAt, view.agent.zone);
  return {
    allows: (choice) =>
      must.every(
        ({ rule, parameters }) => rule.tour.kind !== 'shift-filter' || rule.tour.allows(choice, view, parameters),
      ),
    choiceCost: (choice) => preferredShiftCost(rules, choice, view),
    restMinutes: Math.max(
      0,
      ...must.map(({ rule, parameters }) =>
        rule.tour.kind === 'min-rest' ? rule.tour.restMinutes(parameters, view) : 0,
      ),
    ),
    startDistanceMinutes: Math.max(
      0,
      ...must.map(({ rule, parameters }) =>
        rule.tour.kind === 'min-start-distance' ? rule.tour.distanceMinutes(parameters) : 0,
      ),
    ),
    maxRunDays: Math.min(
      ...must.map(({ rule, parameters }) =>
        rule.tour.kind === 'max-run' ? rule.tour.days(parameters) : Number.POSITIVE_INFINITY,
      ),
    ),
    longRest: longRestLimit(rules),
    contactRunCost: contactRunCost(rules),
    weeks: credited.map((minutes, week) => weekLimits(rules, view, { week, creditedMinutes: minutes })),
  };
}

/** A breach amount is at least 1, so the weight alone keeps the lower bound valid where the amount is not known yet. */
function preferredShiftCost(rules: readonly ActiveRule[], choice: ShiftChoice, view: AgentView): number {
  let cost = 0;
  for (const { rule, must, parameters, weight } of rules) {
    if (!must && rule.tour.kind === 'shift-filter' && !rule.tour.allows(choice, view, parameters)) cost += weight;
  }
  return cost;
}

function contactRunCost(rules: readonly ActiveRule[]): ((minutes: number) => number) | null {
  const limits = rules.flatMap(({ rule, must, parameters, weight }) =>
    rule.tour.kind === 'max-contact-run'
      ? [{ most: rule.tour.minutes(parameters), price: must ? Number.POSITIVE_INFINITY : weight }]
      : [],
  );
  if (limits.length === 0) return null;
  return (minutes) =>
    limits.reduce((sum, { most, price }) => sum + (minutes > most ? price * Math.ceil(minutes - most) : 0), 0);
}

function weekLimits(
  rules: readonly ActiveRule[],
  view: AgentView,
  { week, creditedMinutes }: { readonly week: number; readonly creditedMinutes: number },
): WeekLimits {
  let [minMinutes, maxMinutes, maxDays] = [0, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  const preferred: ((minutes: number, days: number) => number)[] = [];
  for (const { rule, must, parameters, weight } of rules) {
    if (rule.tour.kind === 'week-minutes') {
      const range = rule.tour.range(view, parameters, week);
      // Leave is taken off all limits below; a limit on time worked gets it back beforehand.
      const back = rule.tour.withoutLeave ? creditedMinutes : 0;
      const [min, max] = [range.min + back, range.max + back];
      if (must) [minMinutes, maxMinutes] = [Math.max(minMinutes, min), Math.min(maxMinutes, max)];
      else if (!rule.tour.mustOnly)
        preferred.push(
          (minutes) =>
            weight * Math.ceil(Math.max(0, min - creditedMinutes - minutes, minutes + creditedMinutes - max)),
        );
    } else if (rule.tour.kind === 'week-days') {
      const most = rule.tour.max(view, parameters);
      if (must) maxDays = Math.min(maxDays, most);
      else if (!rule.tour.mustOnly) preferred.push((_minutes, days) => weight * Math.max(0, days - most));
    }
  }
  return {
    minMinutes: minMinutes - creditedMinutes,
    maxMinutes: maxMinutes - creditedMinutes,
    maxDays,
    endCost:
      preferred.length === 0 ? null : (minutes, days) => preferred.reduce((sum, cost) => sum + cost(minutes, days), 0),
  };
}
