import highsModule from 'highs';

/** Work that can be done from interval `from` on and is due at boundary `dueBy`, in agent-intervals. */
export interface OracleJob {
  readonly from: number;
  readonly dueBy: number;
  readonly work: number;
  readonly contacts: number;
}

export interface OracleCase {
  readonly jobs: readonly OracleJob[];
  readonly open: readonly boolean[];
  /** Capacity of each interval that costs nothing. */
  readonly free: readonly number[];
}

/** Own work a window `[from, until)` must hold: all that arrives and is due in it, less free capacity. */
function demand({ jobs, open, free }: OracleCase, from: number, until: number): number {
  const inside = jobs.filter((job) => job.from >= from && job.dueBy <= until);
  if (inside.length === 0) return 0;
  const given = free.slice(from, until).reduce((sum, agents, index) => sum + (open[from + index] ? agents : 0), 0);
  return inside.reduce((sum, job) => sum + job.work, 0) - given;
}

/**
 * Critical intervals peeled off one by one, in the plainest form: the window with the greatest demand for each
 * interval not yet fixed is fixed at that level; again, until no window asks for anything. Knows nothing of curves.
 */
export function plainPeeling(one: OracleCase): number[] {
  const count = one.open.length;
  const level = one.open.map((open) => (open ? Number.NaN : 0));
  for (;;) {
    let worst = { ratio: 0, from: 0, until: 0 };
    for (let from = 0; from < count; from += 1) {
      for (let until = from + 1; until <= count; until += 1) {
        const window = level.slice(from, until);
        const unfixed = window.filter(Number.isNaN).length;
        const fixed = window.reduce((sum, agents) => sum + (Number.isNaN(agents) ? 0 : agents), 0);
        const rest = demand(one, from, until) - fixed;
        if (unfixed > 0 && rest / unfixed > worst.ratio + 1e-12) worst = { ratio: rest / unfixed, from, until };
      }
    }
    if (worst.ratio === 0) return level.map((agents) => (Number.isNaN(agents) ? 0 : agents));
    for (let at = worst.from; at < worst.until; at += 1) if (Number.isNaN(level[at]!)) level[at] = worst.ratio;
  }
}

/** The same least level by the demand bound alone: the greatest demand of a window for each open interval in it. */
export function levelByWindows(one: OracleCase): number {
  let level = 0;
  for (let from = 0; from < one.open.length; from += 1) {
    for (let until = from + 1; until <= one.open.length; until += 1) {
      const openCount = one.open.slice(from, until).filter(Boolean).length;
      if (openCount > 0) level = Math.max(level, demand(one, from, until) / openCount);
    }
  }
  return level;
}

const solver = highsModule.default();

async function leastOf(rows: readonly string[]): Promise<number> {
  const highs = await solver;
  const text = `Minimize\n obj: c\nSubject To\n${rows.map((row, index) => ` r${index}: ${row}`).join('\n')}\nBounds\n c >= 0\nEnd\n`;
  const solution = highs.solve(text, { output_flag: false });
  if (solution.Status !== 'Optimal') return Number.NaN;
  return solution.ObjectiveValue;
}

const term = (name: string, k: number, t: number): string => `${name}_${k}_${t}`;
const digits = (value: number): string => value.toPrecision(17);

/** Rows of a linear programme: which work is done when, with at most `c` agents at any time. */
export async function levelByProgramme(one: OracleCase): Promise<number> {
  const places = one.jobs.map(({ from, dueBy }) =>
    one.open.flatMap((open, at) => (open && at >= from && at < dueBy ? [at] : [])),
  );
  const done = one.jobs.map(
    (job, k) => `${places[k]!.map((at) => term('x', k, at)).join(' + ')} = ${digits(job.work)}`,
  );
  const capacity = one.open.flatMap((_, at) => {
    const used = one.jobs.flatMap((_, k) => (places[k]!.includes(at) ? [term('x', k, at)] : []));
    return used.length > 0 ? [`${used.join(' + ')} - c <= ${digits(one.free[at]!)}`] : [];
  });
  return leastOf([...done, ...capacity]);
}

/**
 * The least level with which so many contacts at most miss their due, each of which joins the line again at the next
 * open interval and is due by `second` counted from there. All dues within the grid.
 */
export async function levelWithLateContacts(
  one: OracleCase,
  room: number,
  second: (boundary: number) => number,
): Promise<number> {
  const names = new Map<number, string[]>();
  const use = (at: number, name: string): string => {
    names.set(at, [...(names.get(at) ?? []), name]);
    return name;
  };
  const late: string[] = [];
  const between = (from: number, until: number): number[] =>
    one.open.flatMap((open, at) => (open && at >= from && at < until ? [at] : []));
  const done = one.jobs.map(({ from, dueBy, work, contacts }, k) => {
    const kept = between(from, dueBy).map((at) => use(at, term('x', k, at)));
    const after = between(dueBy, second(dueBy)).map((at) => use(at, term('y', k, at)));
    late.push(...after.map((name) => `${digits(contacts / work)} ${name}`));
    return `${[...kept, ...after].join(' + ')} = ${digits(work)}`;
  });
  const capacity = [...names].map(([at, used]) => `${used.join(' + ')} - c <= ${digits(one.free[at]!)}`);
  const budget = late.length > 0 ? [`${late.join(' + ')} <= ${digits(room)}`] : [];
  return leastOf([...done, ...capacity, ...budget]);
}
