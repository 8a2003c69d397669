import { elapsedMinutes, intervalStart, MINUTE_MILLIS } from '@yotei/time';
import { judgeAgent, slotCost } from '../evaluation/index.js';
import { compareJudgements } from '../exchanges/party-effect.js';
import type { WorseRule } from '../exchanges/index.js';
import { paidMinutesOf, type Shift, type TimeOff } from '../roster/index.js';
import { activeTeamRules, judgeTeamRule, type TeamBreach } from '../rules/index.js';
import type {
  RepairAction,
  RepairChange,
  RepairEffect,
  RepairIdea,
  RepairSlot,
  RepairWellbeing,
} from './repair-action.js';
import type { RepairDay } from './repair-day.js';

/** What an action is charged for besides what it gains, in the objective's unit (10 = one agent short for a slot). */
export const REPAIR_PRICES = {
  paidHour: 20,
  person: 1,
  movedQuarter: 0.5,
  worsePreference: 5,
  /** Share of the price of a missing agent that counts where the work can wait. */
  waitingShare: 0.25,
} as const;

/** Agents present differ by less than this: nothing changed. */
const NOISE = 1e-9;

/**
 * The idea with its whole effect, or null: a must rule of an agent or across agents would be broken by more than before,
 * or it does not make the day better.
 */
export function judgeIdea(day: RepairDay, idea: RepairIdea): RepairAction | null {
  const action = actionOf(day, idea);
  return action && action.score > 0 && answersStretch(action.effect, idea) ? action : null;
}

/** The idea with its whole effect, whether it makes coverage better or not; null: a must rule would be broken by more. */
export function actionOf(day: RepairDay, idea: RepairIdea): RepairAction | null {
  const rules = rulesOf(day, idea.changes, idea.credits);
  if (!rules || breaksTeamRule(day, idea.changes)) return null;
  const effect = effectOf(day, idea.changes);
  const wellbeing = wellbeingOf(day, idea.changes);
  const paidMinutes = paidChange(day, idea.changes);
  const score =
    -effect.costChange +
    reliefOfWaiting(day, effect) -
    (REPAIR_PRICES.paidHour * paidMinutes) / 60 -
    REPAIR_PRICES.person * wellbeing.people -
    (REPAIR_PRICES.movedQuarter * wellbeing.movedMinutes) / 15 -
    REPAIR_PRICES.worsePreference * rules.worse.length;
  const { kind, queueId, span, offer = null } = idea;
  return {
    kind,
    queueId,
    span,
    offer,
    changes: offer ? [] : idea.changes,
    effect,
    ...rules,
    paidMinutes,
    wellbeing,
    score,
  };
}

/** Whether it does something for the queue it is for: more agents where they are missing, fewer where there are too many. */
function answersStretch({ slots }: RepairEffect, { queueId, span, kind }: RepairIdea): boolean {
  return slots.some((slot) => {
    if (slot.queueId !== queueId || slot.startAt < span.startAt || slot.startAt >= span.endAt) return false;
    const gained = slot.presentAfter - slot.presentBefore;
    return kind === 'offer-time-off' ? gained < 0 : gained > 0;
  });
}

/** The agent's shifts of the horizon with the changes made. */
export function shiftsAfter(day: RepairDay, agentId: string, changes: readonly RepairChange[]): Shift[] {
  const gone = new Set(changes.flatMap(({ before }) => before?.id ?? []));
  const added = changes.flatMap(({ after }) => (after.agentId === agentId ? [after] : []));
  return [...day.shiftsOf(agentId).filter(({ id }) => !gone.has(id)), ...added].sort((a, b) => a.startAt - b.startAt);
}

/** Rules by agent that get worse or better; null: a must rule gets worse. */
export function rulesOf(
  day: RepairDay,
  changes: readonly RepairChange[],
  credits: readonly TimeOff[] = [],
): { readonly worse: readonly WorseRule[]; readonly betterRuleIds: readonly string[] } | null {
  const problem = credits.length > 0 ? { ...day.problem, timeOff: [...day.problem.timeOff, ...credits] } : day.problem;
  const worse: WorseRule[] = [];
  const better = new Set<string>();
  for (const agentId of new Set(changes.map(({ after }) => after.agentId))) {
    const judged = judgeAgent(problem, agentId, shiftsAfter(day, agentId, changes));
    const found = compareJudgements(day.judgementOf(agentId), judged);
    if (found.worse.some(({ breach }) => breach.level === 'must')) return null;
    worse.push(...found.worse);
    found.betterRuleIds.forEach((id) => better.add(id));
  }
  return { worse, betterRuleIds: [...better].sort() };
}

const amountOf = (breaches: readonly TeamBreach[]): number => breaches.reduce((sum, { amount }) => sum + amount, 0);

function breaksTeamRule(day: RepairDay, changes: readonly RepairChange[]): boolean {
  const changed = new Set(changes.map(({ after }) => after.agentId));
  const rules = activeTeamRules(day.problem).filter(
    ({ setting, agentIds }) => setting.level === 'must' && [...changed].some((id) => agentIds.has(id)),
  );
  return rules.some((rule) => {
    const after = judgeTeamRule(rule, (id) => (changed.has(id) ? shiftsAfter(day, id, changes) : day.shiftsOf(id)));
    return amountOf(after) > amountOf(judgeTeamRule(rule, day.shiftsOf));
  });
}

function effectOf(day: RepairDay, changes: readonly RepairChange[]): RepairEffect {
  const after = day.with(changes);
  const slots: RepairSlot[] = [];
  const service: { queueId: string; before: number; after: number }[] = [];
  let [shortMinutesRemoved, shortMinutesAdded] = [0, 0];
  day.queueIds.forEach((queueId, queue) => {
    const levels = day.given.service.find((one) => one.queueId === queueId);
    const sums = { contacts: 0, before: 0, after: 0, changed: false };
    for (let slot = day.fromSlot; slot < day.untilSlot; slot++) {
      const [old, now] = [day.present[queue]![slot]!, after.present[queue]![slot]!];
      const differs = Math.abs(old - now) > NOISE;
      const serviceBefore = levels?.fractionWith(slot, old) ?? null;
      const serviceAfter = differs ? (levels?.fractionWith(slot, now) ?? null) : serviceBefore;
      const contacts = levels?.contacts(slot) ?? 0;
      if (serviceBefore !== null && serviceAfter !== null) {
        sums.contacts += contacts;
        sums.before += contacts * serviceBefore;
        sums.after += contacts * serviceAfter;
      }
      if (!differs) continue;
      sums.changed = true;
      const agentsToRoster = day.demandOf(queue, slot);
      const by = (Math.max(0, agentsToRoster - now) - Math.max(0, agentsToRoster - old)) * day.grid.stepMinutes;
      if (by > 0) shortMinutesAdded += by;
      else shortMinutesRemoved -= by;
      const startAt = intervalStart(day.grid, slot);
      slots.push({
        queueId,
        startAt,
        agentsToRoster,
        presentBefore: old,
        presentAfter: now,
        serviceBefore,
        serviceAfter,
      });
    }
    if (sums.changed && sums.contacts > 0)
      service.push({ queueId, before: sums.before / sums.contacts, after: sums.after / sums.contacts });
  });
  return { slots, service, shortMinutesRemoved, shortMinutesAdded, costChange: after.cost - day.cost };
}

/** Agents missing where work can wait cost their whole price in the plan; today most of it is only done later. */
function reliefOfWaiting(day: RepairDay, { slots }: RepairEffect): number {
  return slots.reduce((sum, { queueId, agentsToRoster, presentBefore, presentAfter }) => {
    if (!day.waitingQueueIds.includes(queueId)) return sum;
    const weights = day.problem.demand.find((one) => one.queueId === queueId)?.weights ?? day.problem.weights;
    const added = slotCost(presentAfter, agentsToRoster, weights) - slotCost(presentBefore, agentsToRoster, weights);
    return sum + Math.max(0, (1 - REPAIR_PRICES.waitingShare) * added * (day.grid.stepMinutes / 15));
  }, 0);
}

/** Minutes of agents no longer missing, and newly missing, if the changes were made. */
export function shortMinutesWith(
  day: RepairDay,
  changes: readonly RepairChange[],
): { readonly removed: number; readonly added: number } {
  const { shortMinutesRemoved: removed, shortMinutesAdded: added } = effectOf(day, changes);
  return { removed, added };
}

function wellbeingOf(day: RepairDay, changes: readonly RepairChange[]): RepairWellbeing {
  let movedMinutes = 0;
  let [longestRunMinutesBefore, longestRunMinutesAfter] = [0, 0];
  for (const { before, after } of changes) {
    if (before) {
      movedMinutes += movedBy(day, before, after);
      longestRunMinutesBefore = Math.max(longestRunMinutesBefore, longestRun(day, before));
    }
    longestRunMinutesAfter = Math.max(longestRunMinutesAfter, longestRun(day, after));
  }
  const people = new Set(changes.map(({ after }) => after.agentId)).size;
  return { people, movedMinutes, longestRunMinutesBefore, longestRunMinutesAfter };
}

/** How far the activities beside contact work move: the n-th of a type before against the n-th after. */
function movedBy(day: RepairDay, before: Shift, after: Shift): number {
  const placed = (shift: Shift) =>
    shift.activities.filter(({ activityTypeId }) => !day.activityTypes.get(activityTypeId)?.contactWork);
  const left = placed(after);
  return placed(before).reduce((sum, { activityTypeId, startAt }) => {
    const at = left.findIndex((one) => one.activityTypeId === activityTypeId);
    const [match] = at < 0 ? [] : left.splice(at, 1);
    return match ? sum + Math.abs(match.startAt - startAt) / MINUTE_MILLIS : sum;
  }, 0);
}

function longestRun(day: RepairDay, shift: Shift): number {
  let [longest, run] = [0, 0];
  for (const { activityTypeId, startAt, endAt } of shift.activities) {
    run = day.activityTypes.get(activityTypeId)?.contactWork ? run + elapsedMinutes(startAt, endAt) : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}

function paidChange(day: RepairDay, changes: readonly RepairChange[]): number {
  return changes.reduce((sum, { before, after }) => {
    const old = before ? paidMinutesOf(before, day.activityTypes) : 0;
    return sum + paidMinutesOf(after, day.activityTypes) - old;
  }, 0);
}
