import { MINUTE_MILLIS, localMinuteOfDay } from '@yotei/time';
import {
  AgentPresence,
  calibrateContacts,
  planningParameters,
  turnaroundOf,
  type CalibrationReport,
  type ContactRecord,
  type PlanningParameters,
} from '@yotei/scheduling/calibration';
import { simulateCentre, type Distribution, type QueueMeasures, type WorkingSpan } from '@yotei/scheduling/simulation';
import { staffingModel, type SteadyState } from '@yotei/scheduling/staffing';
import { BANK_ZONE, bankCalls } from './anonymous-bank.js';

const STEP_MINUTES = 30;
const STEP_MILLIS = STEP_MINUTES * MINUTE_MILLIS;
export const WITHIN_SECONDS = 20;
/** The bank's day; the few calls of the night are one agent's and no queue. */
const OPENS_HOUR = 7;
const REPLICATIONS = 6;

/** What was seen, or predicted, over some half-hours: totals, so that they add up. */
export interface Outcome {
  contacts: number;
  waitSeconds: number;
  abandoned: number;
  answeredWithin: number;
}

/** Erlang C over the half-hours in which it has an answer, with what was seen in the same ones. */
export interface ErlangCOutcome {
  halfHours: number;
  unstableHalfHours: number;
  unstableContacts: number;
  stableContacts: number;
  waitSeconds: number;
  seenWaitSeconds: number;
}

interface HalfHour {
  readonly hour: number;
  readonly startAt: number;
  readonly seen: Outcome;
}

/** How the agents present were inferred, and whether the time between two calls counts as work. */
export interface Staffing {
  readonly gapMinutes: number;
  readonly withTurnaround: boolean;
}

export interface Comparison {
  readonly staffing: Staffing;
  readonly turnaroundSeconds: number;
  /** By hour of the day, and of them all together. */
  readonly hours: readonly ComparedHour[];
  readonly whole: ComparedHour;
}

export interface ComparedHour {
  readonly hour: number | null;
  /** Mean of the half-hours. */
  readonly agents: number;
  readonly seen: Outcome;
  readonly erlangC: ErlangCOutcome;
  readonly erlangA: Outcome;
  readonly simulated: Outcome;
}

const nothing = (): Outcome => ({ contacts: 0, waitSeconds: 0, abandoned: 0, answeredWithin: 0 });

function addTo(sums: Outcome, more: Outcome): void {
  sums.contacts += more.contacts;
  sums.waitSeconds += more.waitSeconds;
  sums.abandoned += more.abandoned;
  sums.answeredWithin += more.answeredWithin;
}

/** The log with all that the three predictions share. */
export class BankLog {
  readonly contacts: readonly ContactRecord[] = bankCalls().map(({ contact }) => contact);
  readonly report: CalibrationReport = calibrateContacts(this.contacts, { zone: BANK_ZONE });
  readonly parameters: PlanningParameters = planningParameters(this.report);
  readonly firstAt = Math.floor(this.report.contacts.firstAt! / STEP_MILLIS) * STEP_MILLIS;
  readonly halfHours: readonly HalfHour[];
  private readonly hourHandle: ReadonlyMap<number, number>;

  constructor() {
    const count = Math.floor((this.report.contacts.lastAt! - this.firstAt) / STEP_MILLIS) + 1;
    this.halfHours = Array.from({ length: count }, (_, i) => {
      const startAt = this.firstAt + i * STEP_MILLIS;
      return { hour: Math.floor(localMinuteOfDay(startAt, BANK_ZONE) / 60), startAt, seen: nothing() };
    });
    for (const { arrivedAt, waitSeconds = 0, outcome } of this.contacts) {
      const { seen } = this.halfHours[Math.floor((arrivedAt - this.firstAt) / STEP_MILLIS)]!;
      const isAbandoned = outcome === 'abandoned';
      addTo(seen, {
        contacts: 1,
        waitSeconds,
        abandoned: Number(isAbandoned),
        answeredWithin: Number(!isAbandoned && waitSeconds <= WITHIN_SECONDS),
      });
    }
    const { handleTime } = this.report;
    if (handleTime.kind !== 'handle-time') throw new Error('the log has no handle times');
    this.hourHandle = new Map(handleTime.byHour.cells.map(({ at, shrunkSeconds }) => [at, shrunkSeconds]));
  }

  /** The calibrated handle time of an hour of the day. */
  handleSeconds(hour: number): number {
    return this.hourHandle.get(hour) ?? this.parameters.handleSeconds!;
  }

  /** Presence as the log shows it, with gaps of so many minutes. */
  presence(gapMinutes: number): AgentPresence {
    const presence = new AgentPresence(gapMinutes * 60);
    for (const { agent, arrivedAt, waitSeconds = 0, handleSeconds } of this.contacts) {
      if (agent === undefined || handleSeconds === undefined) continue;
      const startAt = arrivedAt + waitSeconds * 1000;
      presence.add(agent, { startAt, endAt: startAt + handleSeconds * 1000 });
    }
    return presence;
  }

  /** Mean time between two calls while others wait, of those up to the gap. */
  turnaroundSeconds(gapMinutes: number): number {
    const report = turnaroundOf(this.contacts, gapMinutes * 60);
    if (report.kind === 'not-enough-data') throw new Error('the log shows no turnarounds');
    return report.meanSeconds;
  }
}

interface HalfHourLoad {
  readonly contacts: number;
  readonly handleSeconds: number;
  readonly agents: number;
}

/** The steady state of a half-hour; its measures are computed when they are asked for. */
function steadyState(modelId: string, load: HalfHourLoad, agents: number, patienceSeconds?: number): SteadyState {
  const { contacts, handleSeconds } = load;
  const interval = {
    contacts,
    intervalSeconds: STEP_MINUTES * 60,
    averageHandleSeconds: handleSeconds,
    patienceSeconds,
  };
  return staffingModel(modelId).performance(interval, agents);
}

/** A fraction of agents lies between the two whole numbers around it. */
function erlangAOf(load: HalfHourLoad, patience: number): Outcome {
  const { contacts, agents } = load;
  const below = Math.floor(agents);
  const above = agents - below;
  const outcome = nothing();
  for (const [count, share] of [[below, 1 - above] as const, [below + 1, above] as const]) {
    const state = steadyState('erlang-a', load, count, patience);
    const abandoned = share * contacts * state.abandonmentFraction;
    addTo(outcome, {
      contacts: share * contacts,
      abandoned,
      // Mean wait of all, however it ends: P(abandon) x patience, exact for every number of agents.
      waitSeconds: abandoned * patience,
      answeredWithin: share * contacts * state.serviceLevelFraction(WITHIN_SECONDS, 'answered-of-offered'),
    });
  }
  return outcome;
}

function addErlangC(sums: ErlangCOutcome, load: HalfHourLoad, seen: Outcome): void {
  const state = steadyState('erlang-c', load, Math.round(load.agents));
  sums.halfHours += 1;
  if (!state.stable) {
    sums.unstableHalfHours += 1;
    sums.unstableContacts += load.contacts;
    return;
  }
  sums.stableContacts += load.contacts;
  sums.waitSeconds += load.contacts * state.asaSeconds();
  sums.seenWaitSeconds += seen.waitSeconds;
}

/** What a simulation leaves out of the log's own, to see what it is good for. */
export interface Simplified {
  readonly exponentialHandleTime?: boolean;
  readonly exponentialPatience?: boolean;
  /** Whole agents, as many through each half-hour as its mean. */
  readonly evenAgents?: boolean;
  /** Agents whose presence ends leave their call, which goes back to the queue. */
  readonly leaveAtOnce?: boolean;
}

interface SimulationOf {
  readonly presence: AgentPresence;
  readonly turnaroundSeconds: number;
  readonly simplified?: Simplified;
}

function workingSpans(log: BankLog, presence: AgentPresence): readonly WorkingSpan[][] {
  return [...presence.present()]
    .filter(({ startAt, endAt }) => endAt > startAt)
    .map(({ startAt, endAt }): WorkingSpan[] => [
      { fromSeconds: (startAt - log.firstAt) / 1000, untilSeconds: (endAt - log.firstAt) / 1000 },
    ]);
}

/** Every half-hour of the log in one run, the agents as inferred, calls at the seen rate of their half-hour. */
function simulate(
  log: BankLog,
  { presence, turnaroundSeconds, simplified = {} }: SimulationOf,
): readonly QueueMeasures[] {
  const { parameters, halfHours } = log;
  const mean = parameters.handleSeconds! + turnaroundSeconds;
  const handled = parameters.handleSecondsValues!.map((seconds) => seconds + turnaroundSeconds);
  const exponential = (meanSeconds: number): Distribution => ({ kind: 'exponential', meanSeconds });
  const empirical = (sortedSeconds: readonly number[]): Distribution => ({ kind: 'empirical', sortedSeconds });
  const staffed = simplified.evenAgents
    ? { agents: staffedLoads(log, presence, 0).map(({ agents }) => Math.round(agents)) }
    : { members: workingSpans(log, presence) };
  const result = simulateCentre(
    {
      intervalSeconds: STEP_MINUTES * 60,
      intervalCount: halfHours.length,
      queues: [
        {
          id: 'all',
          contacts: halfHours.map(({ seen }) => seen.contacts),
          handleTime: simplified.exponentialHandleTime ? exponential(mean) : empirical(handled),
          handleTimeFactors: halfHours.map(({ hour }) => (log.handleSeconds(hour) + turnaroundSeconds) / mean),
          patience: simplified.exponentialPatience
            ? exponential(parameters.patienceSeconds!)
            : empirical(parameters.patienceSecondsValues!),
          goal: { answerWithinSeconds: WITHIN_SECONDS },
        },
      ],
      groups: [{ id: 'all', skills: [{ queueId: 'all' }], ...staffed }],
      whenTimeEnds: simplified.leaveAtOnce ? 'return-contact' : 'finish-contact',
    },
    { replications: REPLICATIONS, seed: 1 },
  );
  return result.queues[0]!.intervals;
}

/** What a simulation that knows less of the log says of all half-hours. */
export function simulateSimplified(log: BankLog, staffing: Staffing, simplified: Simplified): Outcome {
  const turnaroundSeconds = staffing.withTurnaround ? log.turnaroundSeconds(staffing.gapMinutes) : 0;
  const intervals = simulate(log, { presence: log.presence(staffing.gapMinutes), turnaroundSeconds, simplified });
  const sums = nothing();
  for (const [i, halfHour] of log.halfHours.entries())
    if (isCompared(halfHour)) addTo(sums, simulatedOutcome(intervals[i]!));
  return sums;
}

function simulatedOutcome(measures: QueueMeasures): Outcome {
  const contacts = measures.offered.value;
  return {
    contacts,
    waitSeconds: contacts > 0 ? contacts * measures.meanWaitSeconds.value : 0,
    abandoned: measures.abandoned.value,
    answeredWithin: measures.answeredWithin.value,
  };
}

function emptyHour(hour: number | null): ComparedHour & { agents: number; count: number } {
  return {
    hour,
    agents: 0,
    count: 0,
    seen: nothing(),
    erlangA: nothing(),
    simulated: nothing(),
    erlangC: {
      halfHours: 0,
      unstableHalfHours: 0,
      unstableContacts: 0,
      stableContacts: 0,
      waitSeconds: 0,
      seenWaitSeconds: 0,
    },
  };
}

/** What of a log a way of inferring the staffing gives. */
function staffedLoads(log: BankLog, presence: AgentPresence, turnaroundSeconds: number): readonly HalfHourLoad[] {
  const grid = { startAt: log.firstAt, stepMinutes: STEP_MINUTES, count: log.halfHours.length };
  const agents = presence.agentsOn(grid);
  return log.halfHours.map(({ hour, seen }, i) => ({
    contacts: seen.contacts,
    handleSeconds: log.handleSeconds(hour) + turnaroundSeconds,
    agents: agents[i]!,
  }));
}

const isCompared = ({ hour, seen }: HalfHour): boolean => hour >= OPENS_HOUR && seen.contacts > 0;

/** Real waits and abandonment beside the three predictions, for one way of inferring the staffing. */
export function compareBank(log: BankLog, staffing: Staffing): Comparison {
  const presence = log.presence(staffing.gapMinutes);
  const turnaroundSeconds = staffing.withTurnaround ? log.turnaroundSeconds(staffing.gapMinutes) : 0;
  const loads = staffedLoads(log, presence, turnaroundSeconds);
  const simulated = simulate(log, { presence, turnaroundSeconds });
  const whole = emptyHour(null);
  const hours = Array.from({ length: 24 }, (_, hour) => emptyHour(hour));
  for (const [i, halfHour] of log.halfHours.entries()) {
    if (!isCompared(halfHour)) continue;
    const erlangA = erlangAOf(loads[i]!, log.parameters.patienceSeconds!);
    const simulatedHere = simulatedOutcome(simulated[i]!);
    for (const sums of [whole, hours[halfHour.hour]!]) {
      sums.count += 1;
      sums.agents += (loads[i]!.agents - sums.agents) / sums.count;
      addTo(sums.seen, halfHour.seen);
      addTo(sums.erlangA, erlangA);
      addTo(sums.simulated, simulatedHere);
      addErlangC(sums.erlangC, loads[i]!, halfHour.seen);
    }
  }
  return { staffing, turnaroundSeconds, hours: hours.filter(({ count }) => count > 0), whole };
}

/** Erlang A over all half-hours with another patience than the log's. */
export function erlangAWithPatience(log: BankLog, staffing: Staffing, patienceSeconds: number): Outcome {
  const turnaround = staffing.withTurnaround ? log.turnaroundSeconds(staffing.gapMinutes) : 0;
  const loads = staffedLoads(log, log.presence(staffing.gapMinutes), turnaround);
  const sums = nothing();
  for (const [i, halfHour] of log.halfHours.entries())
    if (isCompared(halfHour)) addTo(sums, erlangAOf(loads[i]!, patienceSeconds));
  return sums;
}

export const meanWait = ({ waitSeconds, contacts }: Outcome): number => waitSeconds / contacts;
export const abandonedFraction = ({ abandoned, contacts }: Outcome): number => abandoned / contacts;
export const withinFraction = ({ answeredWithin, contacts }: Outcome): number => answeredWithin / contacts;

/** Mean distance of a prediction from what was seen, over the hours of the day. */
export function hourlyDistance(
  { hours }: Comparison,
  predicted: (hour: ComparedHour) => Outcome,
  measure: (outcome: Outcome) => number,
): number {
  return hours.reduce((sum, hour) => sum + Math.abs(measure(predicted(hour)) - measure(hour.seen)), 0) / hours.length;
}
