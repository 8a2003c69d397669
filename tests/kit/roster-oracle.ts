/**
 * A second opinion on rosters, written from the rules' texts and on purpose apart from them: straight, slow, with
 * the platform's own calendar. It calls no rule and nothing of the evaluation. Amounts are totals by agent and rule.
 */
import type { Activity, Agent, Contract, RosterProblem, Shift, ShiftTemplate } from '@yotei/scheduling/roster';

const MINUTE = 60_000;
const DAY = 86_400_000;

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Date and minute of the day on a wall clock of the zone. */
export function wallClock(at: number, zone: string): { on: string; minute: number } {
  let clock = clocks.get(zone);
  if (!clock) {
    const parts = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const;
    clock = new Intl.DateTimeFormat('en-CA', { timeZone: zone, hourCycle: 'h23', ...parts });
    clocks.set(zone, clock);
  }
  const part = Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, value]));
  return { on: `${part.year}-${part.month}-${part.day}`, minute: Number(part.hour) * 60 + Number(part.minute) };
}

/** Days since 1970 of a date, by the calendar alone. */
export const dayNumber = (on: string): number => Date.parse(`${on}T00:00:00Z`) / DAY;

export const weekdayOf = (day: number): number => ((day + 3) % 7) + 1;

export interface Case {
  readonly problem: RosterProblem;
  readonly agent: Agent;
  readonly contract: Contract;
  /** History and plan, by start. */
  readonly all: readonly Shift[];
  /** Shifts whose start day lies in the horizon. */
  readonly planned: readonly Shift[];
  readonly firstDay: number;
  readonly dayCount: number;
  readonly dayOf: (shift: Shift) => number;
}

export function caseOf(problem: RosterProblem, agent: Agent, plan: readonly Shift[]): Case {
  const known = new Map<number, number>();
  const dayOf = ({ startAt }: Shift) => {
    const day = known.get(startAt) ?? dayNumber(wallClock(startAt, agent.zone).on);
    known.set(startAt, day);
    return day;
  };
  const firstDay = dayNumber(problem.startsOn);
  const dayCount = problem.weeks * 7;
  const own = [...problem.history, ...plan].filter((shift) => shift.agentId === agent.id);
  const all = own.sort((a, b) => a.startAt - b.startAt);
  const planned = all.filter((shift) => dayOf(shift) >= firstDay && dayOf(shift) < firstDay + dayCount);
  const contract = problem.contracts.find((one) => one.id === agent.contractId)!;
  return { problem, agent, contract, all, planned, firstDay, dayCount, dayOf };
}

export const minutesOf = (span: { startAt: number; endAt: number }): number => (span.endAt - span.startAt) / MINUTE;
const typeOf = (c: Case, activity: Activity) =>
  c.problem.activityTypes.find((type) => type.id === activity.activityTypeId)!;
const templateOf = (c: Case, shift: Shift): ShiftTemplate | undefined =>
  c.problem.templates.find((template) => template.id === shift.templateId);
export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
export const paid = (c: Case, shift: Shift): number =>
  sum(shift.activities.filter((activity) => typeOf(c, activity).paid).map(minutesOf));
const weeksOf = (c: Case): Shift[][] =>
  Array.from({ length: c.dayCount / 7 }, (_, week) =>
    c.planned.filter((shift) => Math.floor((c.dayOf(shift) - c.firstDay) / 7) === week),
  );
const daysOf = (c: Case): Shift[][] =>
  Array.from({ length: c.dayCount }, (_, day) => c.planned.filter((shift) => c.dayOf(shift) === c.firstDay + day));
const workedDays = (c: Case, shifts: readonly Shift[]): number => new Set(shifts.map(c.dayOf)).size;

function shortRest(c: Case): number {
  return sum(
    c.all.map((shift, i) => {
      if (i === 0 || !c.planned.includes(shift)) return 0;
      const lastEnd = Math.max(...c.all.slice(0, i).map((earlier) => earlier.endAt));
      return Math.max(0, 660 - Math.max(0, (shift.startAt - lastEnd) / MINUTE));
    }),
  );
}

function daysTooManyInARow(c: Case): number {
  const worked = new Set(c.all.map(c.dayOf));
  let over = 0;
  for (let day = c.firstDay; day < c.firstDay + c.dayCount; day++) {
    let run = 0;
    while (worked.has(day - run)) run++;
    if (run > 6) over++;
  }
  return over;
}

export function leaveMinutes(c: Case, week: number): number {
  let minutes = 0;
  for (const absence of c.problem.timeOff.filter((one) => one.agentId === c.agent.id)) {
    const first = dayNumber(wallClock(absence.startAt, c.agent.zone).on);
    const last = dayNumber(wallClock(absence.endAt - 1, c.agent.zone).on);
    for (let day = first; day <= last; day++) {
      if (Math.floor((day - c.firstDay) / 7) === week) minutes += absence.paidMinutes / (last - first + 1);
    }
  }
  return minutes;
}

function outsideContractMinutes(c: Case): number {
  return sum(
    weeksOf(c).map((shifts, week) => {
      const total = sum(shifts.map((shift) => paid(c, shift))) + leaveMinutes(c, week);
      return Math.max(0, c.contract.weeklyMinutesMin - total, total - c.contract.weeklyMinutesMax);
    }),
  );
}

/**
 * Minute by minute: the most minutes of the shift that lie in one window of the day on which it starts, those of a refused
 * hour left out. Windows of the day that overlap or touch a one-off one are one window.
 */
function unavailableMinutes(c: Case, shift: Shift): number {
  const exceptions = c.agent.availabilityExceptions ?? [];
  const weekly = c.agent.availability ?? [];
  if (weekly.length + exceptions.length === 0) return 0;
  const startDay = c.dayOf(shift);
  const extra = exceptions.filter((one) => one.canWork && dayNumber(one.on) === startDay);
  const own = weekly.filter((window) => window.weekday === weekdayOf(startDay));
  const isOpen = Array.from({ length: 2880 }, (_, minute) =>
    [...own, ...extra].some((one) => one.fromMinute <= minute && minute < one.untilMinute),
  );
  const windows = extra.length === 0 ? own : runsOf(isOpen);
  const isRefused = (day: number, minute: number) =>
    exceptions.some(({ on, canWork, fromMinute, untilMinute }) => {
      const since = (day - dayNumber(on)) * 1440 + minute;
      return !canWork && fromMinute <= since && since < untilMinute;
    });
  const inside = (weekly.length === 0 ? [{ fromMinute: 0, untilMinute: Infinity }] : windows).map((window) => {
    let minutes = 0;
    for (let at = shift.startAt; at < shift.endAt; at += MINUTE) {
      const { on, minute } = wallClock(at, c.agent.zone);
      const since = (dayNumber(on) - startDay) * 1440 + minute;
      if (since >= window.fromMinute && since < window.untilMinute && !isRefused(dayNumber(on), minute)) minutes++;
    }
    return minutes;
  });
  return minutesOf(shift) - Math.max(0, ...inside);
}

/** Stretches of true, as half-open minutes. */
function runsOf(flags: readonly boolean[]): { fromMinute: number; untilMinute: number }[] {
  const runs: { fromMinute: number; untilMinute: number }[] = [];
  flags.forEach((flag, minute) => {
    if (!flag) return;
    const last = runs.at(-1);
    if (last?.untilMinute === minute) last.untilMinute = minute + 1;
    else runs.push({ fromMinute: minute, untilMinute: minute + 1 });
  });
  return runs;
}

function overlapMinutes(c: Case): number {
  return sum(
    c.all.map((shift, i) => {
      if (i === 0 || !c.planned.includes(shift)) return 0;
      const lastEnd = Math.max(...c.all.slice(0, i).map((earlier) => earlier.endAt));
      return Math.max(0, Math.min(lastEnd, shift.endAt) - shift.startAt) / MINUTE;
    }),
  );
}

function workInLeave(c: Case): number {
  return sum(
    c.planned.flatMap((shift) =>
      c.problem.timeOff
        .filter((absence) => absence.agentId === c.agent.id)
        .map(
          (absence) =>
            Math.max(0, Math.min(shift.endAt, absence.endAt) - Math.max(shift.startAt, absence.startAt)) / MINUTE,
        ),
    ),
  );
}

function isForbiddenTemplate(c: Case, shift: Shift): boolean {
  if (shift.agreedForm) return false;
  const template = templateOf(c, shift);
  if (!template || !c.contract.templateIds.includes(template.id)) return true;
  return template.weekdays !== undefined && !template.weekdays.includes(weekdayOf(c.dayOf(shift)));
}

function startOutsideWindow(c: Case, shift: Shift): number {
  const template = templateOf(c, shift);
  if (!template) return 0;
  const { minute } = wallClock(shift.startAt, c.agent.zone);
  return Math.max(0, template.earliestStartMinute - minute, minute - template.latestStartMinute);
}

/** For each activity the template asks for: the shift's k-th of its type, k counted within the template. */
function asked(c: Case, shift: Shift) {
  const seen = new Map<string, number>();
  return (templateOf(c, shift)?.activities ?? []).map((ask) => {
    const k = seen.get(ask.activityTypeId) ?? 0;
    seen.set(ask.activityTypeId, k + 1);
    return { ask, got: shift.activities.filter((one) => one.activityTypeId === ask.activityTypeId)[k] };
  });
}

function outsideActivityWindows(c: Case, shift: Shift): number {
  let total = 0;
  let previousEnd = -Infinity;
  for (const { ask, got } of asked(c, shift)) {
    if (!got) continue;
    const start = (got.startAt - shift.startAt) / MINUTE;
    const earliest = Math.max(ask.earliestStartMinutes, previousEnd + (ask.minGapMinutes ?? 0));
    total += Math.max(0, earliest - start, start - ask.latestStartMinutes);
    previousEnd = (got.endAt - shift.startAt) / MINUTE;
  }
  return total;
}

/** Minute by minute between the first and the last minute of work. */
function missingBreak(c: Case, shift: Shift): number {
  const isWork: boolean[] = [];
  for (const activity of shift.activities) {
    const type = typeOf(c, activity);
    for (let minute = 0; minute < minutesOf(activity); minute++)
      isWork.push(type.id === 'contact' || type.id === 'training');
  }
  const inside = isWork.slice(isWork.indexOf(true), isWork.lastIndexOf(true) + 1);
  const work = inside.filter((one) => one).length;
  const due = work > 480 ? 60 : work > 360 ? 45 : 0;
  return Math.max(0, due - (inside.length - work));
}

function longContactRuns(c: Case, shift: Shift): number {
  let run = 0;
  let over = 0;
  for (const activity of shift.activities) {
    for (let minute = 0; minute < minutesOf(activity); minute++) {
      run = typeOf(c, activity).contactWork ? run + 1 : 0;
      if (run > 120) over++;
    }
  }
  return over;
}

const perShift = (c: Case, amount: (c: Case, shift: Shift) => number): number =>
  sum(c.planned.map((shift) => amount(c, shift)));

function wrongSkills(c: Case, shift: Shift): number {
  return shift.activities.filter(({ queueId }) => {
    if (queueId === undefined) return false;
    const queue = c.problem.demand.find((one) => one.queueId === queueId);
    return !queue || !c.agent.skillIds.includes(queue.skillId);
  }).length;
}

/** Total amount of every rule with default parameters for one agent's plan. The history is taken to be complete. */
export function oracleAmounts(problem: RosterProblem, agent: Agent, plan: readonly Shift[]): Record<string, number> {
  const c = caseOf(problem, agent, plan);
  return {
    'min-rest-between-shifts': shortRest(c),
    'max-consecutive-days': daysTooManyInARow(c),
    'weekly-paid-minutes': outsideContractMinutes(c),
    'weekly-rest-day': sum(weeksOf(c).map((shifts) => (workedDays(c, shifts) > 6 ? 1 : 0))),
    'max-days-per-week': sum(
      weeksOf(c).map((shifts) => Math.max(0, workedDays(c, shifts) - c.contract.daysPerWeekMax)),
    ),
    'max-daily-paid-minutes': sum(
      daysOf(c).map((shifts) => Math.max(0, sum(shifts.map((shift) => paid(c, shift))) - 600)),
    ),
    'one-shift-per-day': sum(daysOf(c).map((shifts) => Math.max(0, shifts.length - 1))),
    'no-overlapping-shifts': overlapMinutes(c),
    'no-work-in-time-off': workInLeave(c),
    'within-availability': perShift(c, unavailableMinutes),
    'allowed-template': perShift(c, (_, shift) => (isForbiddenTemplate(c, shift) ? 1 : 0)),
    'template-start-window': perShift(c, startOutsideWindow),
    'activity-windows': perShift(c, outsideActivityWindows),
    'template-activity-lengths': perShift(c, (_, shift) =>
      sum(asked(c, shift).map(({ ask, got }) => Math.max(0, ask.lengthMinutes - (got ? minutesOf(got) : 0)))),
    ),
    'break-by-work-length': perShift(c, missingBreak),
    'max-continuous-contact-minutes': perShift(c, longContactRuns),
    'skill-for-queue': perShift(c, wrongSkills),
    'activities-tile-shift': 0,
  };
}

/** Price of `amount` agents: 10 % of demand at the first price, 10 % at the second, the rest at the third. */
function priced(amount: number, demand: number, [first, second, third]: readonly [number, number, number]): number {
  let left = amount;
  let cost = 0;
  for (const price of [first, second]) {
    const step = Math.min(left, demand / 10);
    cost += step * price;
    left -= step;
  }
  return cost + left * third;
}

/** Staffing cost of the roster by trying, minute by minute, every way to send each agent present to one queue. */
export function oracleStaffingCost(problem: RosterProblem, roster: { readonly shifts: readonly Shift[] }): number {
  const known = new Map<string, number>();
  const grid = problem.demand[0]!.grid;
  let total = 0;
  for (let slot = 0; slot < grid.count; slot++) {
    const demand = problem.demand.map((queue) => queue.agentsToRoster[slot]!);
    for (let minute = 0; minute < grid.stepMinutes; minute += 5) {
      const at = grid.startAt + (slot * grid.stepMinutes + minute) * MINUTE;
      const choices = queuesOfThosePresent(problem, roster.shifts, at);
      const key = JSON.stringify([demand, [...choices].sort()]);
      if (!known.has(key)) known.set(key, leastCost(problem, demand, choices));
      total += (known.get(key)! * 5) / 15;
    }
  }
  return total;
}

function queuesOfThosePresent(problem: RosterProblem, shifts: readonly Shift[], at: number): number[][] {
  const lists: number[][] = [];
  for (const shift of shifts) {
    const agent = problem.agents.find((one) => one.id === shift.agentId)!;
    for (const activity of shift.activities) {
      if (at < activity.startAt || at >= activity.endAt || activity.activityTypeId !== 'contact') continue;
      const able = problem.demand.flatMap((queue, q) => {
        const bound = activity.queueId === undefined || activity.queueId === queue.queueId;
        return bound && agent.skillIds.includes(queue.skillId) ? [q] : [];
      });
      if (able.length > 0) lists.push(able);
    }
  }
  return lists;
}

function leastCost(problem: RosterProblem, demand: readonly number[], choices: readonly number[][]): number {
  let states = new Map<string, number[]>([['', demand.map(() => 0)]]);
  for (const choice of choices) {
    const next = new Map<string, number[]>();
    for (const counts of states.values()) {
      for (const queue of choice) {
        const grown = counts.map((count, q) => (q === queue ? count + 1 : count));
        next.set(grown.join(), grown);
      }
    }
    states = next;
  }
  const { underStaffing, overStaffing } = problem.weights;
  return Math.min(
    ...[...states.values()].map((counts) =>
      sum(
        counts.map((count, q) =>
          count < demand[q]!
            ? priced(demand[q]! - count, demand[q]!, underStaffing)
            : priced(count - demand[q]!, demand[q]!, overStaffing),
        ),
      ),
    ),
  );
}
