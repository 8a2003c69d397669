import { addDays, localDaysGrid, MINUTE_MILLIS, startOfLocalDay, type LocalDate, type ZoneId } from '@yotei/time';
import type {
  Contract,
  ObjectiveWeights,
  Preference,
  QueueDemand,
  Roster,
  RosterProblem,
  RuleSetting,
  Shift,
  ShiftTemplate,
  TimeOff,
} from '@yotei/scheduling/roster';
import type { CqCover, CqEmployee, CqInstance, CqRoster } from './instance.js';

/** Day 0 of every instance is a Monday; without clock changes every day has as many slots. */
const ZONE: ZoneId = 'UTC';
const STARTS_ON: LocalDate = '2024-01-01';
const SKILL = 'any';
const DAY_MINUTES = 1440;

/**
 * The instance as a problem of the product. Each shift type starts at a slot of its own and is contact work in that slot
 * only, so that the cover of a slot is the cover of a day and shift type; the rest of its length is paid time off the floor.
 * Throws where an instance does not fit: days that are no whole weeks, or shift types that find no slot of their own.
 */
export function problemOfCq(instance: CqInstance): RosterProblem {
  const { days, shifts, employees } = instance;
  if (days % 7 !== 0) throw new Error(`days (${days}) must be whole weeks; the product plans whole weeks`);
  const slotMinutes = slotFor(instance);
  const contracts = contractsOf(employees);
  const templates = shifts.map((shift, k): ShiftTemplate => templateOf(shift, k * slotMinutes, slotMinutes));
  return {
    zone: ZONE,
    startsOn: STARTS_ON,
    weeks: days / 7,
    slotMinutes,
    activityTypes: [
      { id: 'contact', title: 'On the floor', paid: true, contactWork: true },
      { id: 'rest-of-shift', title: 'Rest of the shift', paid: true, contactWork: false },
    ],
    contracts: contracts.map(({ terms, id }) => contractOf(instance, id, terms)),
    templates,
    agents: employees.map((employee) => ({
      id: employee.id,
      name: employee.id,
      zone: ZONE,
      contractId: contracts.find(({ key }) => key === termsKey(employee))!.id,
      skillIds: queuesOf(instance).map(({ skillId }) => skillId),
    })),
    demand: demandOf(instance, slotMinutes),
    rules: [
      ...STANDING,
      ...contracts.flatMap(({ terms, id }) => rulesOf(instance, terms, id)),
      ...successionsOf(instance),
    ],
    timeOff: employees.flatMap(daysOffOf),
    preferences: wishesOf(instance),
    history: [],
    fixedShifts: [],
    weights: pricesOf(queuesOf(instance)[0] ?? { under: 0, over: 0 }, slotMinutes),
  };
}

/** The widest slot on which all shift types start apart and end within their day. */
function slotFor({ shifts }: CqInstance): number {
  const fits = (slot: number) =>
    shifts.every(({ minutes }, k) => minutes % slot === 0 && minutes >= slot && k * slot + minutes <= DAY_MINUTES);
  const slot = [30, 15, 5].find(fits);
  if (slot === undefined)
    throw new Error(`shifts (${shifts.length}) must start apart and end within a day, in lengths of whole 5 minutes`);
  return slot;
}

function templateOf(
  { id, minutes }: { id: string; minutes: number },
  start: number,
  slotMinutes: number,
): ShiftTemplate {
  const rest = minutes - slotMinutes;
  return {
    id,
    title: id,
    earliestStartMinute: start,
    latestStartMinute: start,
    startStepMinutes: slotMinutes,
    lengthMinutes: minutes,
    activities:
      rest === 0
        ? []
        : [
            {
              activityTypeId: 'rest-of-shift',
              lengthMinutes: rest,
              earliestStartMinutes: slotMinutes,
              latestStartMinutes: slotMinutes,
            },
          ],
  };
}

interface Terms {
  readonly key: string;
  readonly id: string;
  readonly terms: CqEmployee;
}

const termsKey = ({ id: _id, daysOff: _daysOff, maxShifts, ...terms }: CqEmployee): string =>
  JSON.stringify([terms, [...maxShifts]]);

/** Employees on the same terms share a contract. */
function contractsOf(employees: readonly CqEmployee[]): Terms[] {
  const known = new Map<string, Terms>();
  for (const terms of employees) {
    const key = termsKey(terms);
    if (!known.has(key)) known.set(key, { key, id: `terms-${known.size + 1}`, terms });
  }
  return [...known.values()];
}

function contractOf({ shifts }: CqInstance, id: string, terms: CqEmployee): Contract {
  return {
    id,
    title: id,
    weeklyMinutesMin: 0,
    weeklyMinutesMax: 7 * DAY_MINUTES,
    daysPerWeekMax: 7,
    templateIds: shifts.filter((shift) => terms.maxShifts.get(shift.id) !== 0).map((shift) => shift.id),
  };
}

const STANDING: readonly RuleSetting[] = [
  'one-shift-per-day',
  'allowed-template',
  'template-start-window',
  'activity-windows',
  'template-activity-lengths',
  'no-work-in-time-off',
].map((ruleId) => ({ ruleId, level: 'must' }));

function rulesOf({ days, shifts }: CqInstance, terms: CqEmployee, contractId: string): RuleSetting[] {
  const rule = (ruleId: string, parameters: RuleSetting['parameters']): RuleSetting => ({
    ruleId,
    level: 'must',
    parameters,
    contractIds: [contractId],
  });
  const { minTotalMinutes: minMinutes, maxTotalMinutes: maxMinutes } = terms;
  const limits = shifts.flatMap(({ id, minutes }) => {
    const count = terms.maxShifts.get(id) ?? days;
    const possible = Math.min(days, Math.floor(maxMinutes / minutes));
    return count > 0 && count < possible ? [rule('max-template-count', { templates: id, count })] : [];
  });
  const lengths = [
    ...(terms.minConsecutiveShifts > 1 ? [rule('min-consecutive-days', { days: terms.minConsecutiveShifts })] : []),
    ...(terms.minConsecutiveDaysOff > 1
      ? [rule('min-consecutive-days-off', { days: terms.minConsecutiveDaysOff })]
      : []),
    ...(terms.maxConsecutiveShifts < days ? [rule('max-consecutive-days', { days: terms.maxConsecutiveShifts })] : []),
  ];
  const weekends = terms.maxWeekends < days / 7 ? [rule('max-weekends', { weekends: terms.maxWeekends })] : [];
  return [rule('period-paid-minutes', { minMinutes, maxMinutes }), ...lengths, ...weekends, ...limits];
}

function successionsOf({ shifts }: CqInstance): RuleSetting[] {
  const pairs = shifts.flatMap(({ id, mayNotFollow }) => mayNotFollow.map((next) => `${id} > ${next}`));
  return pairs.length === 0
    ? []
    : [{ ruleId: 'forbidden-succession', level: 'must', parameters: { pairs: pairs.join(', ') } }];
}

const daysOffOf = ({ id: agentId, daysOff }: CqEmployee): TimeOff[] =>
  [...daysOff].map((day) => ({
    agentId,
    startAt: startOfLocalDay(addDays(STARTS_ON, day), ZONE),
    endAt: startOfLocalDay(addDays(STARTS_ON, day + 1), ZONE),
    paidMinutes: 0,
  }));

function wishesOf({ onRequests, offRequests }: CqInstance): Preference[] {
  const wish =
    (kind: 'template-on' | 'template-off') =>
    ({ employee, day, shift, weight }: CqInstance['onRequests'][number]): Preference => ({
      agentId: employee,
      kind,
      templateId: shift,
      on: addDays(STARTS_ON, day),
      weight,
    });
  return [...onRequests.map(wish('template-on')), ...offRequests.map(wish('template-off'))];
}

interface Prices {
  readonly under: number;
  readonly over: number;
}

const pricesKey = ({ weightUnder, weightOver }: CqCover): string => `${weightUnder}/${weightOver}`;

/** One queue for each pair of prices; all published instances have one pair. */
function queuesOf({ cover }: CqInstance): (Prices & { readonly key: string; readonly skillId: string })[] {
  const keys = [...new Set(cover.map(pricesKey))];
  return keys.map((key, i) => {
    const [under = 0, over = 0] = key.split('/').map(Number);
    return { key, skillId: i === 0 ? SKILL : `${SKILL}-${i + 1}`, under, over };
  });
}

/** Prices are for 15 minutes; a slot of another length asks for a share or a multiple of the instance's weight. */
function pricesOf({ under, over }: Prices, slotMinutes: number): ObjectiveWeights {
  const each = (price: number): [number, number, number] => {
    const share = (price * 15) / slotMinutes;
    return [share, share, share];
  };
  return { underStaffing: each(under), overStaffing: each(over) };
}

function demandOf(instance: CqInstance, slotMinutes: number): QueueDemand[] {
  const grid = localDaysGrid(STARTS_ON, instance.days, ZONE, slotMinutes);
  const slotsPerDay = DAY_MINUTES / slotMinutes;
  const order = new Map(instance.shifts.map(({ id }, k) => [id, k]));
  return queuesOf(instance).map((queue) => {
    const agentsToRoster = new Array<number>(grid.count).fill(0);
    for (const row of instance.cover)
      if (pricesKey(row) === queue.key)
        agentsToRoster[row.day * slotsPerDay + order.get(row.shift)!]! += row.requirement;
    return {
      queueId: queue.skillId,
      skillId: queue.skillId,
      grid,
      agentsToRoster,
      weights: pricesOf(queue, slotMinutes),
    };
  });
}

/** The product's roster as the benchmark writes it. */
export function cqRosterOf(instance: CqInstance, { shifts }: Roster): CqRoster {
  const rows = new Map(instance.employees.map(({ id }) => [id, new Array<string | null>(instance.days).fill(null)]));
  const startAt = startOfLocalDay(STARTS_ON, ZONE);
  for (const shift of shifts)
    rows.get(shift.agentId)![Math.floor((shift.startAt - startAt) / (DAY_MINUTES * 60_000))] = shift.templateId!;
  return instance.employees.map(({ id }) => rows.get(id)!);
}

/** A roster of the benchmark as the product's, for the problem of {@link problemOfCq}. */
export function rosterOfCq(instance: CqInstance, roster: CqRoster, { templates, slotMinutes }: RosterProblem): Roster {
  const startAt = startOfLocalDay(STARTS_ON, ZONE);
  const shiftOf = (agentId: string, day: number, id: string): Shift => {
    const template = templates.find((each) => each.id === id)!;
    const from = startAt + (day * DAY_MINUTES + template.earliestStartMinute) * MINUTE_MILLIS;
    const [onFloor, until] = [from + slotMinutes * MINUTE_MILLIS, from + template.lengthMinutes * MINUTE_MILLIS];
    const activities = [
      { activityTypeId: 'contact', startAt: from, endAt: onFloor },
      ...(until > onFloor ? [{ activityTypeId: 'rest-of-shift', startAt: onFloor, endAt: until }] : []),
    ];
    return { agentId, templateId: id, startAt: from, endAt: until, activities };
  };
  const shifts = instance.employees.flatMap(({ id }, i) =>
    roster[i]!.flatMap((shift, day) => (shift === null ? [] : [shiftOf(id, day, shift)])),
  );
  return { shifts };
}

/** Whether the product's cost is the benchmark's own: with several pairs of prices surplus may count at the lesser one. */
export const isCostExact = (instance: CqInstance): boolean => queuesOf(instance).length <= 1;
