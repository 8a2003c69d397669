import { addDays, localDaysGrid, startOfLocalDay } from '@yotei/time';
import type { Agent, Contract, Preference, Roster, RosterProblem, ShiftTemplate } from '@yotei/scheduling/roster';
import type { CoverCase, CoverShift } from './cases.js';

const ZONE = 'UTC';
const STARTS_ON = '2024-01-01';
const SLOT_MINUTES = 30;
const SLOTS_PER_HOUR = 60 / SLOT_MINUTES;
/** Cost of an hour short where demand must be met: far above all other costs of a case together. */
export const SHORT_HOUR = 100_000;

/** A shift of the case as a template: presence from its first to its last hour, away in between where it does not cover. */
function templateOf({ name, hours }: CoverShift, days: number): ShiftTemplate {
  const first = hours.indexOf(true);
  const last = hours.lastIndexOf(true);
  const away: [number, number][] = [];
  for (let hour = first; hour <= last; hour++) {
    if (hours[hour]) continue;
    const open = away.at(-1);
    if (open && open[1] === hour) open[1]++;
    else away.push([hour, hour + 1]);
  }
  return {
    id: name,
    title: name,
    earliestStartMinute: first * 60,
    latestStartMinute: first * 60,
    startStepMinutes: 60,
    lengthMinutes: (last + 1 - first) * 60,
    weekdays: Array.from({ length: days }, (_, day) => day + 1),
    activities: away.map(([from, until]) => ({
      activityTypeId: 'away',
      lengthMinutes: (until - from) * 60,
      earliestStartMinutes: (from - first) * 60,
      latestStartMinutes: (from - first) * 60,
    })),
  };
}

const contractOf = (id: string, templateIds: readonly string[]): Contract => ({
  id,
  title: id,
  weeklyMinutesMin: 0,
  weeklyMinutesMax: 10_080,
  daysPerWeekMax: 7,
  templateIds,
});

/** Where a shift has a cap, so many agents may work that shift and no other; elsewhere enough agents may work any. */
function crewOf({ shifts, demand, maxPerShift }: CoverCase): { contracts: Contract[]; agents: Agent[] } {
  const agent = (id: string, contractId: string): Agent => ({
    id,
    name: id,
    zone: ZONE,
    contractId,
    skillIds: ['any'],
  });
  if (maxPerShift !== null) {
    return {
      contracts: shifts.map(({ name }) => contractOf(name, [name])),
      agents: shifts.flatMap(({ name }) =>
        Array.from({ length: maxPerShift }, (_, i) => agent(`${name}-${i + 1}`, name)),
      ),
    };
  }
  // No hour ever needs more than its demand, and a shift covers several: the sum over eight hours, with room to spare.
  const most = Math.max(...demand.map((day) => day.reduce((sum, asked) => sum + asked, 0)));
  const size = Math.ceil(most / 8) + 20;
  return {
    contracts: [
      contractOf(
        'any',
        shifts.map(({ name }) => name),
      ),
    ],
    agents: Array.from({ length: size }, (_, i) => agent(`agent-${i + 1}`, 'any')),
  };
}

/**
 * The case as one week of the product, its days being the first weekdays. Demand that must be met is demand whose shortage
 * costs more than anything else; a count of shifts is surplus at one an hour, because every shift covers eight hours.
 */
export function problemOfCover(cover: CoverCase): RosterProblem {
  const days = cover.demand.length;
  const grid = localDaysGrid(STARTS_ON, 7, ZONE, SLOT_MINUTES);
  const perDay = 24 * SLOTS_PER_HOUR;
  const agentsToRoster = Array.from({ length: grid.count }, (_, slot) => {
    const day = cover.demand[Math.floor(slot / perDay)];
    return day ? day[Math.floor((slot % perDay) / SLOTS_PER_HOUR)]! : 0;
  });
  const { contracts, agents } = crewOf(cover);
  const isCost = cover.objective === 'shift-cost';
  const hourPrice = (price: number): [number, number, number] => [price / 4, price / 4, price / 4];
  const preferences = isCost
    ? agents.map(({ id, contractId }): Preference => ({
        agentId: id,
        kind: 'template-off',
        templateId: contractId,
        weight: cover.shifts.find(({ name }) => name === contractId)!.cost,
      }))
    : [];
  return {
    zone: ZONE,
    startsOn: STARTS_ON,
    weeks: 1,
    slotMinutes: SLOT_MINUTES,
    activityTypes: [
      { id: 'contact', title: 'On duty', paid: true, contactWork: true },
      { id: 'away', title: 'Away', paid: false, contactWork: false },
    ],
    contracts,
    templates: cover.shifts.map((shift) => templateOf(shift, days)),
    agents,
    demand: [{ queueId: 'any', skillId: 'any', grid, agentsToRoster }],
    rules: ['one-shift-per-day', 'allowed-template', 'activity-windows', 'template-activity-lengths'].map((ruleId) => ({
      ruleId,
      level: 'must',
    })),
    timeOff: [],
    preferences,
    history: [],
    fixedShifts: [],
    weights: {
      underStaffing: hourPrice(cover.objective === 'absolute-deviation' ? 1 : SHORT_HOUR),
      overStaffing: hourPrice(isCost ? 0 : 1),
    },
  };
}

/** Heads on each shift by day. */
export function countsOf(cover: CoverCase, { shifts }: Roster): number[][] {
  return cover.demand.map((_, day) => {
    const from = startOfLocalDay(addDays(STARTS_ON, day), ZONE);
    const until = startOfLocalDay(addDays(STARTS_ON, day + 1), ZONE);
    const own = shifts.filter((shift) => shift.startAt >= from && shift.startAt < until);
    return cover.shifts.map(({ name }) => own.filter((shift) => shift.templateId === name).length);
  });
}

/** What the product's cost, or its bound, says of the case's objective: surplus hours are shifts of eight hours less demand. */
export function valueOfCost(cover: CoverCase, cost: number): number {
  if (cover.objective !== 'shift-count') return cost;
  const asked = cover.demand.reduce((sum, day) => sum + day.reduce((own, hour) => own + hour, 0), 0);
  const length = cover.shifts[0]!.hours.filter(Boolean).length;
  return (cost + asked) / length;
}
