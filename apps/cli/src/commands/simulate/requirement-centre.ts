import {
  rosterGroups,
  type AgentGroup,
  type Distribution,
  type SimulatedCentre,
  type SimulatedPeriod,
  type SimulatedQueue,
} from '@yotei/scheduling/simulation';
import { rateCvOfBand, tolerantCeil, type RateCorrelation } from '@yotei/scheduling/staffing';
import { localDateOf, weekStartOf, type Instant } from '@yotei/time';
import { badInput } from '../../frame/problem-list.js';
import { serviceGoalOf, type StaffingFields } from '../staffing-options.js';
import type { RequiredInterval, SimulateInput } from './simulate-input.js';
import type { SimulateOptions } from './simulate-options.js';

/** The centre to be played, and how its intervals lie in time. */
export interface RequirementCentre {
  readonly centre: SimulatedCentre;
  readonly startAt: Instant;
  /** By queue, which intervals of the grid the file names. */
  readonly named: ReadonlyMap<string, ReadonlySet<number>>;
}

/** Without an agents file only this activity of a roster is known to be contact work. */
const CONTACT_TYPE = { id: 'contact', title: 'Contact work', paid: true, contactWork: true };
/** A minute or so for each replication; beyond it a unit has been mixed up. */
const MOST_CONTACTS = 100_000_000;
const MOST_INTERVALS = 110_000;

const lognormal = (meanSeconds: number, cv: number): Distribution =>
  cv === 0 ? { kind: 'deterministic', seconds: meanSeconds } : { kind: 'lognormal', meanSeconds, cv };

const patienceOf = (meanSeconds: number | undefined, cv: number): Distribution | undefined => {
  if (meanSeconds === undefined || meanSeconds === Infinity) return undefined;
  return cv === 1 ? { kind: 'exponential', meanSeconds } : { kind: 'gamma', meanSeconds, cv };
};

const DEFAULT_HANDLE_CV = 1;

/** Handle times around a mean of 1: the spread asked for, else a calibration's own values where there are any. */
function handleTimeOf({ calibrated, handleCv }: SimulateOptions): Distribution {
  const { handleSecondsValues: values = null } = calibrated ?? {};
  const mean = values ? values.reduce((a, b) => a + b, 0) / values.length : 0;
  if (!values || mean === 0 || handleCv !== undefined) return lognormal(1, handleCv ?? DEFAULT_HANDLE_CV);
  return { kind: 'empirical', sortedSeconds: values.map((seconds) => seconds / mean) };
}

/** A calibration's own values, unless the goals or an option say another patience. */
function queuePatience(
  { patience }: StaffingFields,
  { calibrated, patienceCv }: SimulateOptions,
): Distribution | undefined {
  const values = calibrated?.patienceSecondsValues;
  if (values && patience === calibrated.patienceSeconds) return { kind: 'empirical', sortedSeconds: values };
  return patienceOf(patience, patienceCv);
}

/** Days and weeks of the zone as spans of intervals; a day is where its intervals start. */
function periodsOf(startAt: Instant, count: number, { intervalSeconds, zone }: SimulateInput): SimulatedPeriod[] {
  const days = Array.from({ length: count }, (_, i) => localDateOf(startAt + i * intervalSeconds * 1000, zone));
  const spans = (kind: 'day' | 'week', idOf: (day: string) => string): SimulatedPeriod[] => {
    const found: { id: string; firstInterval: number; endInterval: number }[] = [];
    days.forEach((day, i) => {
      const last = found[found.length - 1];
      if (last?.id === idOf(day)) last.endInterval = i + 1;
      else found.push({ id: idOf(day), firstInterval: i, endInterval: i + 1 });
    });
    return found.map((span) => ({ ...span, kind }));
  };
  return [...spans('day', (day) => day), ...spans('week', (day) => weekStartOf(day))];
}

/** cv of the rate of each interval: of the file's bands or column, else of the option, else none. */
function cvOf(interval: RequiredInterval): number {
  const cv = Number.isNaN(interval.rateCv) ? rateCvOfBand(interval.contacts, interval.band) : interval.rateCv;
  return Number.isNaN(cv) ? 0 : cv;
}

/**
 * Splits each interval's uncertainty into a factor for all days, one for its day and one of its own, so that the product
 * has the interval's cv: what is common is `withinDay` of a day's mean variance, of that again what the days share.
 */
function rateCvsOf(
  cvs: Float64Array,
  contacts: Float64Array,
  options: { readonly periods: readonly SimulatedPeriod[]; readonly correlation: RateCorrelation },
): SimulatedQueue['rateCv'] {
  const days = options.periods.filter(({ kind }) => kind === 'day');
  const meanSquare = (first: number, end: number) => {
    let [sum, weight] = [0, 0];
    for (let i = first; i < end; i++) {
      sum += contacts[i]! * cvs[i]! ** 2;
      weight += contacts[i]!;
    }
    return weight > 0 ? sum / weight : 0;
  };
  const { withinDay } = options.correlation;
  const betweenDays = days.length > 1 ? options.correlation.betweenDays : 0;
  const whole = Math.sqrt(withinDay * betweenDays * meanSquare(0, cvs.length));
  const interval = new Float64Array(cvs.length);
  const day = days.map(({ firstInterval, endInterval }) => {
    const shared = 1 + withinDay * meanSquare(firstInterval, endInterval);
    const own = Math.sqrt(Math.max(0, shared / (1 + whole * whole) - 1));
    const common = (1 + own * own) * (1 + whole * whole);
    for (let i = firstInterval; i < endInterval; i++)
      interval[i] = Math.sqrt(Math.max(0, (1 + cvs[i]! ** 2) / common - 1));
    return own;
  });
  return { interval, day, whole };
}

function queueOf(
  id: string,
  rows: ReadonlyMap<number, RequiredInterval>,
  frame: { readonly count: number; readonly periods: readonly SimulatedPeriod[]; readonly fields: StaffingFields } & {
    readonly options: SimulateOptions;
    readonly correlation: RateCorrelation;
  },
): SimulatedQueue {
  const { count, periods, fields, options } = frame;
  const contacts = Float64Array.from({ length: count }, (_, i) => rows.get(i)?.contacts ?? 0);
  const cvs = Float64Array.from({ length: count }, (_, i) => (rows.has(i) ? cvOf(rows.get(i)!) : 0));
  return {
    id,
    contacts,
    rateCv: rateCvsOf(cvs, contacts, { periods, correlation: frame.correlation }),
    handleTime: handleTimeOf(options),
    handleTimeFactors: Float64Array.from({ length: count }, (_, i) => rows.get(i)?.handleSeconds ?? 0),
    patience: queuePatience(fields, options),
    lines: fields.lines,
    goal: serviceGoalOf(fields),
  };
}

/** Chats at once and their slowdown, the same for all queues of a group or refused; absence: the greatest of its queues'. */
function withFields(group: AgentGroup, fieldsOf: SimulateInput['fieldsOf']): AgentGroup {
  const own = group.skills.map(({ queueId }) => fieldsOf(queueId));
  const [concurrency = 1, slowdownFraction = 0] = [own[0]?.concurrency, own[0]?.slowdown];
  if (own.some((fields) => (fields.concurrency ?? 1) !== concurrency || (fields.slowdown ?? 0) !== slowdownFraction)) {
    const message = `agents of ${group.id} handle contacts of several queues with different concurrency or slowdown; give one for all`;
    throw badInput({ field: 'concurrency', message });
  }
  const absenceFraction = group.members ? Math.max(0, ...own.map(({ shrinkage }) => shrinkage ?? 0)) : 0;
  return { ...group, concurrency, slowdownFraction, absenceFraction };
}

function groupsOf(
  input: SimulateInput,
  frame: {
    readonly startAt: Instant;
    readonly count: number;
    readonly byQueue: ReadonlyMap<string, ReadonlyMap<number, RequiredInterval>>;
  },
): AgentGroup[] {
  const { roster, agents } = input;
  const queueIds = [...frame.byQueue.keys()];
  if (!roster) {
    return [...frame.byQueue].map(([id, rows]) => ({
      id,
      skills: [{ queueId: id }],
      agents: Array.from({ length: frame.count }, (_, i) => tolerantCeil(rows.get(i)?.requiredAgents ?? 0)),
    }));
  }
  return rosterGroups({
    roster,
    startAt: frame.startAt,
    activityTypes: agents?.activityTypes ?? [CONTACT_TYPE],
    agents: agents?.agents,
    queueSkills: agents?.queues ?? [],
    queueIds,
  });
}

/** The requirement's contacts, met by the roster or by the required agents. */
export function requirementCentre(input: SimulateInput, options: SimulateOptions): RequirementCentre {
  const { intervals, intervalSeconds } = input;
  const startAt = intervals.reduce((first, { startAt: at }) => Math.min(first, at), Number.POSITIVE_INFINITY);
  const indexOf = (at: Instant) => (at - startAt) / (intervalSeconds * 1000);
  const count = 1 + intervals.reduce((last, { startAt: at }) => Math.max(last, indexOf(at)), 0);
  if (count > MOST_INTERVALS) {
    const message = `spans ${count} intervals, more than ${MOST_INTERVALS}; look for a mistyped year`;
    throw badInput({ file: options.requirement, message });
  }
  const contacts = intervals.reduce((sum, interval) => sum + interval.contacts, 0);
  if (contacts > MOST_CONTACTS) {
    const message = `holds ${Math.round(contacts)} contacts, more than ${MOST_CONTACTS} can be played; simulate part of the time`;
    throw badInput({ file: options.requirement, message });
  }
  const byQueue = new Map<string, Map<number, RequiredInterval>>();
  for (const interval of intervals) {
    const rows = byQueue.get(interval.queue) ?? new Map<number, RequiredInterval>();
    byQueue.set(interval.queue, rows.set(indexOf(interval.startAt), interval));
  }
  const periods = periodsOf(startAt, count, input);
  const queues = [...byQueue].map(([id, rows]) =>
    queueOf(id, rows, {
      count,
      periods,
      fields: input.fieldsOf(id),
      options: input.optionsOf(id),
      correlation: input.correlationOf(id),
    }),
  );
  const groups = groupsOf(input, { startAt, count, byQueue }).map((group) => withFields(group, input.fieldsOf));
  const named = new Map([...byQueue].map(([id, rows]) => [id, new Set(rows.keys())]));
  return { centre: { intervalSeconds, intervalCount: count, periods, queues, groups }, startAt, named };
}
