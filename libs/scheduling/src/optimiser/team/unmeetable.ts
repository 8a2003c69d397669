import { gridEnd, intervalStart } from '@yotei/time';
import { coverageGrid, groupByAgent } from '../../roster/index.js';
import {
  activeTeamRules,
  judgeTeamRule,
  stretchFindings,
  type ActiveTeamRule,
  type TeamBreach,
} from '../../rules/index.js';
import type { PreparedProblem } from '../problem/prepare.js';
import { DAYS } from '../problem/tour-space.js';
import { pieceOfShift } from './duty-piece.js';
import { agentMask, openSlots } from './keepers-of.js';

/** Slots and days some choice or given shift of each agent reaches. */
interface Reach {
  readonly slots: readonly Uint8Array[];
  readonly days: readonly Uint8Array[];
}

/**
 * Must rules across agents that no roster can keep, because too few of the agents could be there at all, or because shifts
 * that must stay break them already, as breaches of the best case. A rule that is not named may still be impossible: only the search then says
 * how near it came.
 */
export function unmeetableTeamRules(prepared: PreparedProblem): TeamBreach[] {
  const musts = activeTeamRules(prepared.problem).filter(({ setting }) => setting.level === 'must');
  if (musts.length === 0) return [];
  const reach = reachOf(prepared);
  const given = groupByAgent(prepared.given);
  return musts.flatMap((active) => [
    ...breachesInBestCase(prepared, active, reach),
    ...(isOnlyBrokenMore(prepared, active) ? judgeTeamRule(active, (id) => given.get(id) ?? []) : []),
  ]);
}

/** Whether further shifts never mend the rule: it knows a most and no least. */
function isOnlyBrokenMore(
  { given }: PreparedProblem,
  { rule: { engine }, parameters, scope }: ActiveTeamRule,
): boolean {
  if (given.length === 0) return false;
  if (engine.kind === 'same-start') return true;
  if (engine.kind === 'on-duty') return engine.least(parameters) <= 0;
  return engine.kind === 'working-days' && engine.least(parameters, scope.members.length) <= 0;
}

function breachesInBestCase(prepared: PreparedProblem, active: ActiveTeamRule, reach: Reach): TeamBreach[] {
  const { rule, scope, parameters: p } = active;
  const { engine } = rule;
  const members = agentMask(prepared, scope.members);
  const reaching = (of: readonly Uint8Array[], place: number) =>
    of.reduce((count, own, agent) => count + (members[agent]! & own[place]!), 0);
  if (engine.kind === 'on-duty') {
    const grid = coverageGrid(prepared.problem);
    const open = openSlots(prepared, active);
    const pieces = Array.from({ length: grid.count }, (_, slot) => ({
      startAt: intervalStart(grid, slot),
      endAt: slot + 1 < grid.count ? intervalStart(grid, slot + 1) : gridEnd(grid),
      count: open[slot] === 1 ? reaching(reach.slots, slot) : Number.POSITIVE_INFINITY,
    }));
    const agents = engine.least(p);
    const found = stretchFindings(
      pieces,
      (count) => agents - count,
      (present) => ({ agents, present }),
    );
    return found.map((finding) => breach(active, finding));
  }
  if (engine.kind !== 'working-days') return [];
  const least = engine.least(p, scope.members.length);
  return scope.days.flatMap((day) => {
    const count = reaching(reach.days, day.day);
    if (count >= least) return [];
    const off = scope.members.length - count;
    const values = { agents: scope.members.length - least, off };
    return [breach(active, { agentIds: [], at: day.startAt, span: day, amount: least - count, values })];
  });
}

function breach(
  { rule, setting }: ActiveTeamRule,
  { at, span, amount, values }: Pick<TeamBreach, 'at' | 'span' | 'amount' | 'values'> & { agentIds: readonly string[] },
): TeamBreach {
  return {
    ruleId: rule.id,
    settingId: setting.id,
    level: setting.level,
    agentIds: [],
    at,
    span: { startAt: span.startAt, endAt: span.endAt },
    amount: Math.ceil(amount),
    values,
    source: setting.title ?? rule.source,
  };
}

function reachOf(prepared: PreparedProblem): Reach {
  const { problem, frame, patterns, spaces, given } = prepared;
  const slots = problem.agents.map(() => new Uint8Array(frame.slotCount));
  const days = problem.agents.map(() => new Uint8Array(problem.weeks * DAYS));
  for (const space of spaces) {
    for (let day = 0; day < space.days; day++) {
      for (let choice = space.dayFrom[day]!; choice < space.dayFrom[day + 1]!; choice++) {
        days[space.agent]![space.week * DAYS + day] = 1;
        const pattern = patterns[space.pattern[choice]!];
        const start = space.startSlot[choice]! - frame.pad;
        if (pattern) slots[space.agent]!.fill(1, Math.max(0, start), Math.max(0, start + pattern.lengthSlots));
      }
    }
  }
  const indexOf = new Map(problem.agents.map(({ id }, index) => [id, index]));
  for (const shift of [...given, ...problem.history]) {
    const index = indexOf.get(shift.agentId);
    if (index === undefined) continue;
    const { from, until } = pieceOfShift(problem, frame, problem.agents[index]!, shift);
    slots[index]!.fill(1, from, until);
  }
  return { slots, days };
}
