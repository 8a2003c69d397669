import { startOfLocalDay } from '@yotei/time';
import type { Preference, RosterProblem, RuleSetting, Shift } from '@yotei/scheduling/roster';
import {
  activityTypes,
  dateOf,
  mustRule,
  shapeRules,
  SHIFT_MINUTES,
  slotDemand,
  slotGrid,
  slotPrice,
  slotShift,
  slotTemplates,
  ZONE,
} from '../shift-slots.js';
import type { Inrc2Instance, Inrc2Nurse } from './instance.js';

const STARTS_ON = '2024-01-01';
/** A hard place left open costs more than all soft ones. */
const HARD_PLACE = 5000;
const SOFT_PLACE = 30;
const WISH = 10;
/** A shift beyond the contract. */
const BEYOND = 20;

export const spanOf = ({ days }: Inrc2Instance) => ({ startsOn: STARTS_ON, days });

/**
 * The part of a scenario that fits the product: hard and optimal cover by skill, shared over the nurses who have it, wishes,
 * forbidden orders, and as must rules what the competition only prices: rows of days, longest and shortest, and shifts in
 * all. What is left out is scored but not planned for: rows of one kind of shift, longest rows of days off, weekends.
 */
export function problemOfInrc2(instance: Inrc2Instance): RosterProblem {
  const { days, shifts, nurses } = instance;
  const ids = shifts.map(({ id }) => id);
  const templates = slotTemplates(ids);
  const skills = [...new Set(nurses.flatMap((nurse) => nurse.skills))];
  const heads = (skill: string, part: 'minimum' | 'optimum') => (day: number, id: string) => {
    const rows = instance.cover.filter((each) => each.day === day && each.shift === id && each.skill === skill);
    return rows.reduce(
      (sum, { minimum, optimum }) => sum + (part === 'minimum' ? minimum : Math.max(0, optimum - minimum)),
      0,
    );
  };
  const queue = (skill: string, part: 'minimum' | 'optimum') => ({
    queueId: `${skill}-${part}`,
    skillId: skill,
    grid: slotGrid(STARTS_ON, days),
    agentsToRoster: slotDemand(days, ids, heads(skill, part)),
    weights: { underStaffing: slotPrice(part === 'minimum' ? HARD_PLACE : SOFT_PLACE), overStaffing: slotPrice(0) },
  });
  return {
    zone: ZONE,
    startsOn: STARTS_ON,
    weeks: days / 7,
    slotMinutes: 30,
    activityTypes,
    contracts: nurses.map(({ id }) => ({
      id,
      title: id,
      weeklyMinutesMin: 0,
      weeklyMinutesMax: 10_080,
      daysPerWeekMax: 7,
      templateIds: ids,
    })),
    templates,
    agents: nurses.map((nurse) => ({
      id: nurse.id,
      name: nurse.id,
      zone: ZONE,
      contractId: nurse.id,
      skillIds: nurse.skills,
    })),
    demand: skills.flatMap((skill) => [queue(skill, 'minimum'), queue(skill, 'optimum')]),
    rules: [...shapeRules, ...successions(instance), ...nurses.flatMap((nurse) => rulesOf(nurse, isShortOf(instance)))],
    timeOff: [],
    preferences: [
      ...beyondOf(instance),
      ...instance.offRequests.map(({ nurse, day, shift }): Preference => ({
        agentId: nurse,
        kind: shift === null ? 'day-off' : 'template-off',
        ...(shift !== null && { templateId: shift }),
        on: dateOf(STARTS_ON, day),
        weight: WISH,
      })),
    ],
    history: nurses.flatMap((nurse) => historyOf(nurse, templates)),
    historyFromAt: startOfLocalDay(dateOf(STARTS_ON, -28), ZONE),
    fixedShifts: [],
    weights: { underStaffing: slotPrice(SOFT_PLACE), overStaffing: slotPrice(0) },
  };
}

function successions({ shifts }: Inrc2Instance): RuleSetting[] {
  const pairs = shifts.flatMap(({ id, mayNotFollow }) => mayNotFollow.map((next) => `${id} > ${next}`));
  return pairs.length === 0 ? [] : [mustRule('forbidden-succession', { pairs: pairs.join(', ') })];
}

/** The days worked up to the first day, all of the last kind: rows of days and the order of shifts look back on them. */
function historyOf({ id, history }: Inrc2Nurse, templates: RosterProblem['templates']): Shift[] {
  const template = templates.find((each) => each.id === history.lastShift);
  if (!template) return [];
  return Array.from({ length: history.workedDays }, (_, back) =>
    slotShift(id, template, { startsOn: STARTS_ON, day: -1 - back }),
  );
}

/** Whether the hard places alone are more shifts than the contracts of all nurses hold. */
function isShortOf({ cover, nurses }: Inrc2Instance): boolean {
  const asked = cover.reduce((sum, { minimum }) => sum + minimum, 0);
  return (
    asked >= nurses.reduce((sum, { contract, history }) => sum + contract.assignments.max - history.assignments, 0)
  );
}

/** Where all work at least their most, each shift costs what one beyond it does: as a wish for every day off. */
const beyondOf = (instance: Inrc2Instance): Preference[] =>
  !isShortOf(instance)
    ? []
    : instance.nurses.flatMap(({ id }) =>
        Array.from({ length: instance.days }, (_, day): Preference => ({
          agentId: id,
          kind: 'day-off',
          on: dateOf(STARTS_ON, day),
          weight: BEYOND,
        })),
      );

function rulesOf({ id, contract, history }: Inrc2Nurse, isShort: boolean): RuleSetting[] {
  const left = (total: number) => Math.max(0, total - history.assignments) * SHIFT_MINUTES;
  const { min, max } = contract.assignments;
  const [minMinutes, maxMinutes] = isShort ? [left(max), 534_240] : [left(min), left(max)];
  return [
    mustRule('period-paid-minutes', { minMinutes, maxMinutes }, id),
    mustRule('max-consecutive-days', { days: contract.consecutiveDays.max }, id),
    mustRule('min-consecutive-days', { days: contract.consecutiveDays.min }, id),
    // Rows of days off only where nobody must work beyond the contract: five on and two off are too few shifts there.
    ...(isShort ? [] : [mustRule('min-consecutive-days-off', { days: contract.consecutiveDaysOff.min }, id)]),
  ];
}
