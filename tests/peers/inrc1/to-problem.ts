import type { Preference, RosterProblem, RuleSetting } from '@yotei/scheduling/roster';
import {
  activityTypes,
  dateOf,
  mustRule,
  shapeRules,
  SHIFT_MINUTES,
  slotDemand,
  slotGrid,
  slotPrice,
  slotTemplates,
  ZONE,
} from '../shift-slots.js';
import type { Inrc1Contract, Inrc1Instance, Soft } from './instance.js';

/** Cover is hard and exact in the competition: a head missing or too many costs far more than any wish. */
const HEAD = 1000;

const limited = (soft: Soft, rule: (value: number) => RuleSetting): RuleSetting[] =>
  soft.on ? [rule(soft.value)] : [];

/**
 * The part of an instance that fits the product: cover, wishes, and as must rules what the competition only prices: shifts in
 * all, rows of days, forbidden orders of two shifts. What is left out is scored but not planned for: whole weekends of one
 * kind, rows of weekends, longest rows of free days, patterns of three days, and rows at the edges of the period.
 */
export function problemOfInrc1(instance: Inrc1Instance): RosterProblem {
  const { startsOn, days, shifts, employees } = instance;
  const ids = shifts.map(({ id }) => id);
  const contracts = [...new Set(employees.map(({ contract }) => contract))];
  return {
    zone: ZONE,
    startsOn,
    weeks: days / 7,
    slotMinutes: 30,
    activityTypes,
    contracts: contracts.map(({ id }) => ({
      id,
      title: id,
      weeklyMinutesMin: 0,
      weeklyMinutesMax: 10_080,
      daysPerWeekMax: 7,
      templateIds: ids,
    })),
    templates: slotTemplates(ids),
    agents: employees.map(({ id, contract }) => ({
      id,
      name: id,
      zone: ZONE,
      contractId: contract.id,
      skillIds: ['nurse'],
    })),
    demand: [
      {
        queueId: 'ward',
        skillId: 'nurse',
        grid: slotGrid(startsOn, days),
        agentsToRoster: slotDemand(days, ids, (day, id) => instance.cover[day]!.get(id) ?? 0),
      },
    ],
    rules: [...shapeRules, ...contracts.flatMap((contract) => rulesOf(contract, isShortOf(instance)))],
    timeOff: [],
    preferences: wishesOf(instance),
    history: [],
    fixedShifts: [],
    weights: { underStaffing: slotPrice(HEAD), overStaffing: slotPrice(HEAD) },
  };
}

/**
 * Shifts in all. Where more are asked for than all contracts hold, somebody works beyond theirs whatever the roster; as every
 * shift beyond costs alike, all work at least their most. Otherwise nobody works beyond.
 */
function assignmentsOf({ maxAssignments, minAssignments }: Inrc1Contract, isShort: boolean): RuleSetting['parameters'] {
  const most = maxAssignments.on ? maxAssignments.value : 28;
  const least = minAssignments.on ? minAssignments.value : 0;
  const [from, until] = isShort ? [most, 28] : [least, most];
  return { minMinutes: from * SHIFT_MINUTES, maxMinutes: until * SHIFT_MINUTES };
}

/** Whether cover asks for more shifts than the contracts of all employees hold. */
function isShortOf({ cover, employees }: Inrc1Instance): boolean {
  const asked = cover.reduce((sum, day) => sum + [...day.values()].reduce((own, heads) => own + heads, 0), 0);
  return (
    asked >=
    employees.reduce((sum, { contract }) => sum + (contract.maxAssignments.on ? contract.maxAssignments.value : 28), 0)
  );
}

function rulesOf(contract: Inrc1Contract, isShort: boolean): RuleSetting[] {
  const { id, maxDays, minDays, minFreeDays, patterns } = contract;
  const pairs = patterns
    .filter(
      ({ days: steps }) =>
        steps.length === 2 &&
        steps.every(({ weekday, shift }) => weekday === null && shift !== 'Any' && shift !== 'None'),
    )
    .map(({ days: [first, second] }) => `${first!.shift} > ${second!.shift}`);
  return [
    mustRule('period-paid-minutes', assignmentsOf(contract, isShort), id),
    ...limited(maxDays, (value) => mustRule('max-consecutive-days', { days: value }, id)),
    ...limited(minDays, (value) => mustRule('min-consecutive-days', { days: value }, id)),
    ...limited(minFreeDays, (value) => mustRule('min-consecutive-days-off', { days: value }, id)),
    ...(pairs.length > 0 ? [mustRule('forbidden-succession', { pairs: pairs.join(', ') }, id)] : []),
  ];
}

const wishesOf = ({ requests, startsOn }: Inrc1Instance): Preference[] =>
  requests.map(({ employee, day, shift, weight, on }) => ({
    agentId: employee,
    kind: shift === null ? (on ? 'day-on' : 'day-off') : on ? 'template-on' : 'template-off',
    on: dateOf(startsOn, day),
    ...(shift !== null && { templateId: shift }),
    weight,
  }));
