import type { CqEmployee, CqInstance, CqRoster } from './instance.js';

/** Cost and broken rules of a roster by the benchmark's own definitions. */
export interface CqScore {
  readonly cost: number;
  readonly coverCost: number;
  readonly requestCost: number;
  /** One sentence a broken hard rule; empty when the roster is feasible. */
  readonly breaches: readonly string[];
}

/** Runs of equal `worked`, as half-open ranges of days. */
function runsOf(
  worked: readonly boolean[],
): { readonly works: boolean; readonly from: number; readonly until: number }[] {
  const runs: { works: boolean; from: number; until: number }[] = [];
  worked.forEach((works, day) => {
    const last = runs[runs.length - 1];
    if (last?.works === works) last.until = day + 1;
    else runs.push({ works, from: day, until: day + 1 });
  });
  return runs;
}

function runBreaches(employee: CqEmployee, worked: readonly boolean[]): string[] {
  return runsOf(worked).flatMap(({ works, from, until }) => {
    const length = until - from;
    const touchesEdge = from === 0 || until === worked.length;
    if (works && length > employee.maxConsecutiveShifts)
      return [`works ${length} days in a row from day ${from}; at most ${employee.maxConsecutiveShifts}`];
    const least = works ? employee.minConsecutiveShifts : employee.minConsecutiveDaysOff;
    if (touchesEdge || length >= least) return [];
    return [`${works ? 'works' : 'is off'} ${length} days in a row from day ${from}; at least ${least}`];
  });
}

function totalBreaches(instance: CqInstance, employee: CqEmployee, row: readonly (string | null)[]): string[] {
  const found: string[] = [];
  let minutes = 0;
  for (const { id, minutes: length } of instance.shifts) {
    const count = row.filter((shift) => shift === id).length;
    minutes += count * length;
    const most = employee.maxShifts.get(id);
    if (most !== undefined && count > most) found.push(`works ${id} ${count} times; at most ${most}`);
  }
  if (minutes > employee.maxTotalMinutes || minutes < employee.minTotalMinutes)
    found.push(`works ${minutes} minutes; ${employee.minTotalMinutes} to ${employee.maxTotalMinutes}`);
  let weekends = 0;
  for (let saturday = 5; saturday < instance.days; saturday += 7)
    if (row[saturday] != null || row[saturday + 1] != null) weekends++;
  if (weekends > employee.maxWeekends) found.push(`works ${weekends} weekends; at most ${employee.maxWeekends}`);
  return found;
}

/** What the row breaks of the employee's hard rules. */
export function cqBreaches(instance: CqInstance, employee: CqEmployee, row: readonly (string | null)[]): string[] {
  const shifts = new Map(instance.shifts.map((shift) => [shift.id, shift]));
  if (row.length !== instance.days) return [`has ${row.length} days; the horizon has ${instance.days}`];
  const unknown = row.find((id) => id !== null && !shifts.has(id));
  if (unknown != null) return [`works ${unknown}, which is no shift`];
  const found: string[] = [];
  row.forEach((id, day) => {
    if (id === null) return;
    if (employee.daysOff.has(day)) found.push(`works on day ${day}, a day off`);
    const next = row[day + 1];
    if (next != null && shifts.get(id)!.mayNotFollow.includes(next))
      found.push(`works ${next} on day ${day + 1} after ${id}`);
  });
  found.push(
    ...runBreaches(
      employee,
      row.map((id) => id !== null),
    ),
    ...totalBreaches(instance, employee, row),
  );
  return found;
}

/**
 * Judges a roster by the rules and costs of the benchmark, apart from the product's own: one row an employee in the
 * instance's order, one column a day. Throws when the number of rows is another.
 */
export function scoreCqRoster(instance: CqInstance, roster: CqRoster): CqScore {
  if (roster.length !== instance.employees.length)
    throw new Error(`roster must have ${instance.employees.length} rows, one an employee; it has ${roster.length}`);
  const rowOf = new Map(instance.employees.map((employee, i) => [employee.id, roster[i]!]));
  const works = ({ employee, day, shift }: { employee: string; day: number; shift: string }) =>
    rowOf.get(employee)![day] === shift;
  const requestCost =
    instance.onRequests.reduce((sum, wish) => sum + (works(wish) ? 0 : wish.weight), 0) +
    instance.offRequests.reduce((sum, wish) => sum + (works(wish) ? wish.weight : 0), 0);
  const coverCost = instance.cover.reduce((sum, { day, shift, requirement, weightUnder, weightOver }) => {
    const present = roster.filter((row) => row[day] === shift).length;
    return sum + (present < requirement ? weightUnder * (requirement - present) : weightOver * (present - requirement));
  }, 0);
  const breaches = instance.employees.flatMap((employee, i) =>
    cqBreaches(instance, employee, roster[i]!).map((text) => `${employee.id} ${text}`),
  );
  return { cost: coverCost + requestCost, coverCost, requestCost, breaches };
}
