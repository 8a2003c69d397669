import { MINUTE_MILLIS, type Grid, type ZoneId } from '@yotei/time';
import type { ScenarioBase, ScenarioQueue } from '@yotei/scheduling/scenarios';
import type { CommandContext } from '../../frame/command.js';
import { badInput, ProblemList } from '../../frame/problem-list.js';
import { readTable } from '../../io/csv-reader.js';
import { RowReader } from '../../io/row-reader.js';
import { forecastIntervalOf } from '../forecast-interval.js';
import { goalsByQueue, type RowFields } from '../goals-by-queue.js';
import { canWait, requirementOfRows, type QueueRequirement, type ReadInterval } from '../queue-requirement.js';
import type { StaffingFields } from '../staffing-options.js';

export interface ForecastBaseOptions extends StaffingFields {
  readonly forecast: string;
  readonly goals?: string;
  readonly handleTime?: number;
  readonly rateCv?: number;
  readonly zone?: ZoneId;
}

/** The grid that holds those of all queues. */
function commonGrid(grids: readonly Grid[]): Grid {
  const { stepMinutes } = grids[0]!;
  if (grids.some((grid) => grid.stepMinutes !== stepMinutes))
    throw badInput({ field: '--forecast', message: 'queues with intervals of different lengths; give one length' });
  const startAt = Math.min(...grids.map((grid) => grid.startAt));
  const step = stepMinutes * MINUTE_MILLIS;
  if (grids.some((grid) => (grid.startAt - startAt) % step !== 0))
    throw badInput({ field: '--forecast', message: 'queues whose intervals do not lie on one grid' });
  const endAt = Math.max(...grids.map((grid) => grid.startAt + grid.count * step));
  return { startAt, stepMinutes, count: (endAt - startAt) / step };
}

function placed(values: ArrayLike<number>, from: Grid, to: Grid): Float64Array {
  const all = new Float64Array(to.count).fill(Number.NaN);
  all.set(Array.from(values), (from.startAt - to.startAt) / (to.stepMinutes * MINUTE_MILLIS));
  return all;
}

function queueOf({ queue, asked }: QueueRequirement, grid: Grid): ScenarioQueue {
  const { forecast, plan } = asked;
  const own = forecast.grid;
  return {
    id: queue === '' ? 'queue' : queue,
    title: queue === '' ? 'queue' : queue,
    channel: 'phone',
    skillId: null,
    plan,
    correlation: asked.options.correlation,
    agents: null,
    forecast: {
      ...forecast,
      grid,
      contacts: placed(forecast.contacts, own, grid),
      averageHandleSeconds: placed(forecast.averageHandleSeconds, own, grid),
      rateCv: placed(forecast.rateCv as ArrayLike<number>, own, grid),
    },
  };
}

/** A base from the files `yotei requirement` reads: no rosters, no people, no costs. */
export async function baseOfForecast(options: ForecastBaseOptions, context: CommandContext): Promise<ScenarioBase> {
  const problems = new ProblemList();
  const goalOf = await goalsByQueue(options, () => options, problems);
  const table = await readTable(options.forecast, { required: ['start', 'end', 'contacts'], problems });
  problems.throwIfAny();
  const byQueue = new Map<string, { fields: RowFields; rows: ReadInterval[] }>();
  for await (const row of table.rows) {
    const reader = new RowReader(row, table.file, problems);
    const interval = forecastIntervalOf(reader, options, row);
    if (!interval) continue;
    const fields = goalOf(interval.queue);
    if (!fields) reader.report('queue', `'${interval.queue}' has no row in ${options.goals}`);
    else if (canWait(fields)) reader.report('queue', 'work that can wait is read from --base alone');
    else {
      const own = byQueue.get(interval.queue) ?? { fields, rows: [] };
      own.rows.push({ reader, interval });
      byQueue.set(interval.queue, own);
    }
  }
  problems.throwIfAny();
  const found = [...byQueue.values()].flatMap(
    ({ fields, rows }) => requirementOfRows(rows, fields, { zone: options.zone }) ?? [],
  );
  problems.throwIfAny();
  if (found.length === 0) throw badInput({ field: '--forecast', message: 'holds no row' });
  context.note(`${found.length} queues without rosters, people or costs: what the goals require is what works`);
  const grid = commonGrid(found.map(({ asked }) => asked.forecast.grid));
  return {
    grid,
    zone: options.zone ?? 'UTC',
    queues: found.map((requirement) => queueOf(requirement, grid)),
    people: null,
    costs: null,
  };
}
