import { intersection, type Instant, type Interval } from '@yotei/time';
import { objectiveTerms } from '../../objective/index.js';
import {
  contactTypeOf,
  coverageGrid,
  indexProblem,
  type Activity,
  type Roster,
  type RosterProblem,
  type Shift,
} from '../../roster/index.js';
import { buildAgentView, findRule } from '../../rules/index.js';
import { costTable } from '../cover/cost-table.js';
import { CoverState } from '../cover/cover-state.js';
import { activeRules, agentLimits } from '../problem/agent-limits.js';
import { baselineOf } from '../problem/given-shifts.js';
import { ownWorthOf } from '../problem/own-worth.js';
import { shiftPattern, type ShiftPattern } from '../problem/shift-pattern.js';
import { skillGroups, type SkillGroups } from '../problem/skill-groups.js';
import { slotFrame, type SlotFrame } from '../problem/slot-frame.js';
import { BreakSearch, type SearchedShift } from './break-search.js';
import { movableShift, withPlaces, type MovableContext, type MovableShift } from './movable-shift.js';

export interface ReplaceBreaksOptions {
  /** Activities that start earlier stay: they are over, or on. */
  readonly fromAt: Instant;
  /** Shifts that start later are left alone; the horizon's end without it. */
  readonly untilAt?: Instant;
}

export interface MovedBreaks {
  readonly agentId: string;
  readonly shiftStartAt: Instant;
  /** How many activities have another place. */
  readonly count: number;
}

export interface ReplacedBreaks {
  readonly roster: Roster;
  /** Staffing cost of the whole horizon with the breaks as they were, and as they are placed now. */
  readonly staffingBefore: number;
  readonly staffingAfter: number;
  readonly moved: readonly MovedBreaks[];
  /** Shifts whose breaks were looked at. */
  readonly searchedShifts: number;
}

/**
 * Places the breaks and lunches after an instant again, shifts as they are, so that they give up least against the demand
 * and the absences of the problem (roster.md section 3, phase 6): each shift's breaks are taken out and put back at their
 * exact best places against all others, until nothing improves. Windows, distances and limits on runs of contact work are
 * kept, as are trainings and other activities; shifts that are locked, touched by an absence, or changed by hand so that
 * they no longer follow their template stay as they are. Stability and wellbeing prices of contact work count.
 */
export function replaceBreaks(problem: RosterProblem, roster: Roster, options: ReplaceBreaksOptions): ReplacedBreaks {
  const frame = slotFrame(problem);
  const table = costTable(problem.demand, problem.weights, coverageGrid(problem));
  const groups = skillGroups(problem, table.columns);
  const context = movableContext(problem, frame, options.fromAt);
  const untilAt = options.untilAt ?? Number.POSITIVE_INFINITY;
  const stays = (shift: Shift) =>
    shift.locked === true || shift.startAt >= untilAt || shift.endAt <= options.fromAt || isAway(problem, shift);
  const movable = roster.shifts.map((shift) => (stays(shift) ? null : movableShift(shift, context)));
  const cover = new CoverState(table, groups.masks, frame.pad);
  const still = roster.shifts.filter((_, i) => movable[i] === null);
  for (const { slot, group, share } of baselineOf(problem, presentParts(problem, still), frame, groups.groupOf))
    if (share === 1) cover.add(slot, group);
  const searched = movable.flatMap((one) => (one ? [searchedShift(problem, one, frame, groups)] : []));
  const search = new BreakSearch(cover, frame, searched);
  const staffingBefore = cover.exactCost();
  search.run();
  let next = 0;
  const moved: MovedBreaks[] = [];
  const shifts = roster.shifts.map((shift, i) => {
    const one = movable[i];
    if (!one) return shift;
    const { places } = searched[next++]!;
    const count = places.reduce((sum, place, part) => sum + Number(place !== one.places[part]), 0);
    if (count === 0) return shift;
    moved.push({ agentId: shift.agentId, shiftStartAt: shift.startAt, count });
    return withPlaces(one, places, context);
  });
  const staffingAfter = cover.exactCost();
  return { roster: { shifts }, staffingBefore, staffingAfter, moved, searchedShifts: searched.length };
}

function movableContext(problem: RosterProblem, frame: SlotFrame, fromAt: Instant) {
  const { activityTypes, templates } = indexProblem(problem);
  const patterns = new Map<string, ShiftPattern>();
  return {
    frame,
    activityTypes,
    fromAt,
    contactTypeId: contactTypeOf(problem),
    patternOf: (templateId: string) => {
      const template = templates.get(templateId);
      if (!template) return undefined;
      const pattern = patterns.get(templateId) ?? shiftPattern(template, problem.slotMinutes, activityTypes);
      patterns.set(templateId, pattern);
      return pattern;
    },
  } satisfies MovableContext & { contactTypeId: string };
}

/** Contact work of the shifts outside absences: who is away covers nothing, whatever the shift says. */
function presentParts(problem: RosterProblem, shifts: readonly Shift[]): Shift[] {
  const { timeOffByAgent } = indexProblem(problem);
  return shifts.map((shift) => {
    const away = timeOffByAgent.get(shift.agentId) ?? [];
    if (!away.some((absence) => intersection(absence, shift))) return shift;
    const activities = away.reduce(
      (left, absence) => left.flatMap((activity) => outside(activity, absence)),
      [...shift.activities],
    );
    return { ...shift, activities };
  });
}

function outside(activity: Activity, absence: Interval): Activity[] {
  if (!intersection(activity, absence)) return [activity];
  return [
    { ...activity, endAt: absence.startAt },
    { ...activity, startAt: absence.endAt },
  ].filter(({ startAt, endAt }) => endAt > startAt);
}

function isAway(problem: RosterProblem, shift: Shift): boolean {
  const away = indexProblem(problem).timeOffByAgent.get(shift.agentId) ?? [];
  return away.some((absence) => intersection(absence, shift));
}

function searchedShift(
  problem: RosterProblem,
  movable: MovableShift,
  frame: SlotFrame,
  groups: SkillGroups,
): SearchedShift {
  const { agentId } = movable.shift;
  const blocked = new Uint8Array(movable.pattern.lengthSlots);
  for (const slot of movable.taken) blocked[slot - movable.startSlot] = 1;
  return {
    ...movable,
    places: Int32Array.from(movable.places),
    blocked,
    group: groups.groupOf(agentId, undefined),
    ...agentPrices(problem, agentId, frame),
  };
}

interface AgentPrices {
  readonly runCost: Float64Array | null;
  readonly ownWorth: Float64Array | null;
}

const pricesOf = new WeakMap<RosterProblem, Map<string, AgentPrices>>();

function agentPrices(problem: RosterProblem, agentId: string, frame: SlotFrame): AgentPrices {
  const known = pricesOf.get(problem) ?? new Map<string, AgentPrices>();
  pricesOf.set(problem, known);
  let prices = known.get(agentId);
  if (!prices) {
    const view = buildAgentView(problem, agentId, []);
    const { contactRunCost } = agentLimits(activeRules(problem, view.agent, findRule), view);
    const longest = Math.max(0, ...problem.templates.map(({ lengthMinutes }) => lengthMinutes)) / frame.slotMinutes;
    prices = {
      runCost:
        contactRunCost &&
        Float64Array.from({ length: Math.ceil(longest) + 1 }, (_, slots) => contactRunCost(slots * frame.slotMinutes)),
      ownWorth: ownWorthOf(objectiveTerms(problem).get(agentId)!, frame),
    };
    known.set(agentId, prices);
  }
  return prices;
}
