import type { AgentsFile, Roster } from '@yotei/scheduling/roster';
import type { ZoneId } from '@yotei/time';
import { ProblemList } from '../../frame/problem-list.js';
import { readTable } from '../../io/csv-reader.js';
import { readAgents, readRoster } from '../../io/roster-input.js';
import { RowReader } from '../../io/row-reader.js';
import { readDistributions } from '../../io/distribution-file.js';
import { optionsByQueue } from '../calibrated-options.js';
import { correlationOf, type FoundCorrelation } from '../rate-correlation.js';
import { forecastIntervalOf, type ForecastInterval } from '../forecast-interval.js';
import { missingField, staffingFieldsOf, type StaffingFields } from '../staffing-options.js';
import type { SimulateOptions } from './simulate-options.js';

/** A row of the requirement. */
export interface RequiredInterval extends ForecastInterval {
  /** Undefined where the file says nothing of it. */
  readonly requiredAgents?: number;
}

export interface SimulateInput {
  readonly zone: ZoneId;
  readonly intervals: readonly RequiredInterval[];
  /** Length of all of them. */
  readonly intervalSeconds: number;
  readonly fieldsOf: (queue: string) => StaffingFields;
  /** The options as a calibration fills them for a queue. */
  readonly optionsOf: (queue: string) => SimulateOptions;
  /** How the uncertain rates of a queue go together. */
  readonly correlationOf: (queue: string) => FoundCorrelation;
  /** Queues of work that can wait. */
  readonly leftOut: readonly string[];
  readonly roster: Roster | null;
  readonly agents: AgentsFile | null;
}

/** What the goals say of the queues. */
interface QueueFields {
  /** Goals and patience; a queue without a row has those of the options. */
  readonly fieldsOf: SimulateInput['fieldsOf'];
  /** Queues of work that can wait, which is not played. */
  readonly canWait: ReadonlySet<string>;
}

/** A service level without its threshold cannot be judged; no goal at all is fine. */
function lackOf(fields: StaffingFields): ReturnType<typeof missingField> {
  const lack = missingField(fields);
  return lack?.field === 'goal' ? null : lack;
}

async function readFields(
  options: SimulateOptions,
  optionsOf: (queue: string) => SimulateOptions,
  problems: ProblemList,
): Promise<QueueFields> {
  const canWait = new Set<string>();
  if (options.goals === undefined) {
    const lack = lackOf(options);
    if (lack) problems.add(lack);
    return { fieldsOf: optionsOf, canWait };
  }
  const table = await readTable(options.goals, { required: ['queue'], problems });
  const fields = new Map<string, StaffingFields>();
  for await (const row of table.rows) {
    const reader = new RowReader(row, table.file, problems);
    const queue = reader.text('queue') ?? '';
    if (fields.has(queue)) reader.report('queue', `'${queue}' stands there twice; keep one row a queue`);
    const own = staffingFieldsOf(reader, optionsOf(queue));
    if (reader.text('answer_within_hours') !== undefined) canWait.add(queue);
    const lack = canWait.has(queue) ? null : lackOf(own);
    if (lack) reader.report(lack.field, lack.message);
    fields.set(queue, own);
  }
  return { fieldsOf: (queue) => fields.get(queue) ?? optionsOf(queue), canWait };
}

/** Rows of the requirement; all of one length and on one grid, each interval of a queue once. */
async function readRequirement(
  options: SimulateOptions,
  {
    zone,
    optionsOf,
    canWait,
    problems,
  }: {
    zone: ZoneId;
    optionsOf: SimulateInput['optionsOf'];
    canWait: ReadonlySet<string>;
    problems: ProblemList;
  },
): Promise<RequiredInterval[]> {
  const table = await readTable(options.requirement, { required: ['start', 'end', 'contacts'], problems });
  const intervals: RequiredInterval[] = [];
  const seen = new Set<string>();
  for await (const row of table.rows) {
    const reader = new RowReader(row, table.file, problems);
    if (canWait.has(reader.text('queue') ?? '')) continue;
    const interval = forecastIntervalOf(reader, { ...optionsOf(reader.text('queue') ?? ''), zone }, row);
    if (!interval) continue;
    const requiredAgents = reader.number('required_agents', { min: 0 });
    if (requiredAgents === undefined && options.roster === undefined)
      reader.report('required_agents', 'missing value; or give --roster');
    const first = intervals[0];
    if (first && interval.intervalSeconds !== first.intervalSeconds)
      reader.report('end', `the interval is not as long as the first one, ${first.intervalSeconds} s`);
    else if (first && ((interval.startAt - first.startAt) / 1000) % first.intervalSeconds !== 0)
      reader.report('start', `is not a whole number of intervals of ${first.intervalSeconds} s after the first`);
    const key = JSON.stringify([interval.queue, interval.startAt]);
    if (seen.has(key)) reader.report('start', 'the interval stands there twice');
    seen.add(key);
    intervals.push({ ...interval, requiredAgents });
  }
  if (intervals.length === 0 && problems.count === 0)
    problems.add({ file: table.file, message: 'holds no interval; expected at least one row' });
  return intervals;
}

/** Refuses a roster of agents or activities the agents file does not know. */
function reportUnknown(options: SimulateOptions, roster: Roster, agents: AgentsFile, problems: ProblemList): void {
  const known = new Set(agents.agents.map(({ id }) => id));
  const types = new Set(agents.activityTypes.map(({ id }) => id));
  roster.shifts.forEach((shift, i) => {
    const note = (field: string, message: string) =>
      problems.add({
        file: options.roster,
        field: `shifts[${i}].${field}`,
        message: `${message} is not in ${options.agents}`,
      });
    if (!known.has(shift.agentId)) note('agent', `agent (${shift.agentId})`);
    const unknown = shift.activities.find(({ activityTypeId }) => !types.has(activityTypeId));
    if (unknown) note('activities', `activity type (${unknown.activityTypeId})`);
  });
}

/** Refuses a roster that lies wholly outside the requirement: a mistyped date or zone. */
function reportElsewhere(
  options: SimulateOptions,
  roster: Roster,
  of: readonly RequiredInterval[],
  problems: ProblemList,
): void {
  const inside = roster.shifts.some(({ startAt, endAt }) =>
    of.some((interval) => interval.startAt < endAt && interval.startAt + interval.intervalSeconds * 1000 > startAt),
  );
  if (inside || of.length === 0) return;
  problems.add({
    file: options.roster,
    message: `no shift lies in the time of ${options.requirement}; look at dates and zone`,
  });
}

/** Reads every file named; all problems are found in one pass. */
export async function readSimulateInput(options: SimulateOptions): Promise<SimulateInput> {
  const problems = new ProblemList();
  const agents = options.agents ? await readAgents(options.agents, options.zone ?? 'UTC', problems) : null;
  const zone = options.zone ?? agents?.zone ?? 'UTC';
  const optionsOf = await optionsByQueue(options);
  const componentsOf = options.distribution === undefined ? undefined : await readDistributions(options.distribution);
  const { fieldsOf, canWait } = await readFields(options, optionsOf, problems);
  const read = await readRequirement(options, { zone, optionsOf, canWait, problems });
  const roster = options.roster ? await readRoster(options.roster, zone, problems) : null;
  if (roster && agents) reportUnknown(options, roster, agents, problems);
  if (roster) reportElsewhere(options, roster, read, problems);
  problems.throwIfAny();
  // A history of one queue names none: it is then the only queue of the agents file.
  const only = agents?.queues.length === 1 ? agents.queues[0]!.queueId : '';
  const intervals = read.map((interval) => ({ ...interval, queue: interval.queue || only }));
  const { intervalSeconds } = intervals[0]!;
  return {
    zone,
    intervals,
    intervalSeconds,
    fieldsOf,
    optionsOf,
    // The distribution knows the queue by the name it has in the requirement.
    correlationOf: (queue) =>
      correlationOf(queue === only ? (read[0]?.queue ?? queue) : queue, { options: optionsOf(queue), componentsOf }),
    leftOut: [...canWait],
    roster,
    agents,
  };
}
