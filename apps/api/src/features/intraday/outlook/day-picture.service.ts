import { Injectable } from '@nestjs/common';
import { coverageGrid, type RosterProblem } from '@yotei/scheduling/roster';
import { RepairDay, type RepairCase } from '@yotei/scheduling/repair';
import {
  addDays,
  intervalStart,
  localDateOf,
  startOfLocalDay,
  type Grid,
  type Instant,
  type Interval,
  type LocalDate,
} from '@yotei/time';
import { Clock } from '../../../platform/clock/clock.js';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { DemandViewService } from '../../demand/index.js';
import {
  PlanningService,
  ScheduleRepository,
  ShiftRepository,
  type ScheduleRecord,
  type StoredShift,
} from '../../rosters/index.js';
import { canWait, RequirementService, type RequirementPicture } from '../../staffing/index.js';
import { DayFactsRepository } from './day-facts.repository.js';
import { MissingAgents, type MissingAgent } from './missing-agents.service.js';
import { onSlots, queueDay, serviceOf, type QueueDay, type QueueDayInput } from './queue-day.js';
import { RestOfDayMemory } from './rest-of-day-memory.js';

/** The day as it stands at an instant: everything alerts, mends and the screen are made of. */
export interface DayPicture {
  readonly at: Instant;
  readonly on: LocalDate;
  readonly zone: string;
  readonly span: Interval;
  readonly schedule: ScheduleRecord;
  /** Published shifts of the schedule. */
  readonly shifts: readonly StoredShift[];
  readonly missing: readonly MissingAgent[];
  readonly queues: readonly QueueDay[];
  /** For the mends: the schedule's problem with the rest of the day as it is seen now. */
  readonly case: RepairCase;
  readonly day: RepairDay;
}

/** What has been forecast, what came and what it asks for, by queue. */
@Injectable()
export class QueueDays {
  constructor(
    private readonly demand: DemandViewService,
    private readonly requirements: RequirementService,
    private readonly facts: DayFactsRepository,
    private readonly updates: RestOfDayMemory,
  ) {}

  /** Of the queues with a requirement on the day. Nothing that ends after `at` is looked at. */
  async of(context: RequestContext, on: LocalDate, at: Instant): Promise<QueueDay[]> {
    const picture = await this.requirements.picture(context, { fromOn: on, days: 1 });
    const days: QueueDay[] = [];
    for (const opened of picture?.queues ?? []) {
      const input = await this.inputOf(context, opened, { on, at });
      if (input) days.push(queueDay(input));
    }
    return days;
  }

  private async inputOf(
    context: RequestContext,
    opened: RequirementPicture['queues'][number],
    { on, at }: { on: LocalDate; at: Instant },
  ): Promise<QueueDayInput | null> {
    const { queue, grid } = opened;
    const view = await this.demand.view(context, { queueId: queue.id, fromOn: on, days: 1 });
    const base = view?.forecast?.base;
    const contacts = numbers(opened.contacts);
    const sameGrid = base?.grid.stepMinutes === grid.stepMinutes && base.grid.count === grid.count;
    const band = (values: Float64Array | undefined) => (sameGrid && values ? values : contacts);
    const planned = {
      contacts,
      p10: band(base?.p10),
      p90: band(base?.p90),
      handleSeconds: numbers(opened.handleSeconds),
      agentsToRoster: numbers(opened.agentsToRoster),
      serviceLevel: numbers(opened.serviceLevel),
      shrinkage: numbers(opened.shrinkage),
    };
    const over = Math.max(0, Math.min(grid.count, Math.floor((at - grid.startAt) / (grid.stepMinutes * 60_000))));
    const facts = await this.facts.of(context, queue.id, { ...grid, count: over });
    const known = { ...facts, ...padded(facts, grid.count) };
    const updated =
      facts.knownCount > 0
        ? await this.updates.of(context, queue, { at: intervalStart(grid, facts.knownCount), facts: known })
        : null;
    return { queue, grid, planned, facts: known, updated };
  }
}

const numbers = (values: readonly (number | null)[]): Float64Array => Float64Array.from(values, (v) => v ?? Number.NaN);

function padded(facts: Awaited<ReturnType<DayFactsRepository['of']>>, count: number) {
  const whole = (values: Float64Array) => {
    const result = new Float64Array(count).fill(Number.NaN);
    result.set(values);
    return result;
  };
  return {
    offered: whole(facts.offered),
    answered: whole(facts.answered),
    answeredWithin: whole(facts.answeredWithin),
    handleSeconds: whole(facts.handleSeconds),
  };
}

/** Pictures younger than this are given again: many screens ask at once. */
const FRESH_MILLIS = 10_000;

/** Puts the day together. */
@Injectable()
export class DayPictures {
  private readonly latest = new Map<string, { readonly key: string; readonly made: Promise<DayPicture | null> }>();

  constructor(
    private readonly planning: PlanningService,
    private readonly schedules: ScheduleRepository,
    private readonly shifts: ShiftRepository,
    private readonly queueDays: QueueDays,
    private readonly missing: MissingAgents,
    private readonly clock: Clock,
  ) {}

  /** The day of now; null: no published schedule holds it. Kept for some seconds while the schedule stays as it is. */
  async now(context: RequestContext): Promise<DayPicture | null> {
    const at = this.clock.now();
    const schedule = await this.scheduleAt(context, at);
    if (!schedule) return null;
    const key = `${schedule.id} ${schedule.version} ${Math.floor(at / FRESH_MILLIS)}`;
    const kept = this.latest.get(context.organisationId);
    if (kept?.key === key) return kept.made;
    const made = this.at(context, schedule, at);
    this.latest.set(context.organisationId, { key, made });
    made.catch(() => this.latest.delete(context.organisationId));
    return made;
  }

  /** Forgets what is kept: something it was made of has changed. */
  forget({ organisationId }: RequestContext): void {
    this.latest.delete(organisationId);
  }

  /** The schedule whose weeks hold the instant on its own clock, and of which somebody was told. */
  async scheduleAt(context: RequestContext, at: Instant): Promise<ScheduleRecord | null> {
    for (const days of [0, 1, -1]) {
      const found = await this.schedules.holding(context, addDays(localDateOf(at, 'UTC'), days));
      if (!found) continue;
      const holds = await this.schedules.holding(context, localDateOf(at, found.zone));
      if (holds?.id === found.id) return found;
    }
    return null;
  }

  private async at(context: RequestContext, schedule: ScheduleRecord, at: Instant): Promise<DayPicture | null> {
    const on = localDateOf(at, schedule.zone);
    const span = { startAt: startOfLocalDay(on, schedule.zone), endAt: startOfLocalDay(addDays(on, 1), schedule.zone) };
    const { problem } = await this.planning.planning(context, schedule);
    const known = new Set(problem.agents.map(({ id }) => id));
    const all = await this.shifts.ofSchedule(context, schedule.id);
    const shifts = all.filter(({ published, agentId }) => published && known.has(agentId));
    if (shifts.length === 0) return null;
    // Night shifts of the schedule before, which run into its first day.
    const fromBefore = problem.history.filter(({ endAt }) => endAt > at);
    const missing = await this.missing.of(context, {
      at,
      span,
      shifts: [...fromBefore, ...shifts],
      activityTypes: problem.activityTypes,
    });
    const queues = await this.queueDays.of(context, on, at);
    const slots = coverageGrid(problem);
    const given: RepairCase = {
      problem: withDemand(problem, queues, slots),
      shifts,
      now: at,
      untilAt: span.endAt,
      missing,
      service: queues.flatMap((day) => serviceOf(day, slots, 'contacts') ?? []),
      waitingQueueIds: queues.filter(({ queue }) => canWait(queue)).map(({ queue }) => queue.id),
    };
    const day = new RepairDay(given);
    return { at, on, zone: schedule.zone, span, schedule, shifts, missing, queues, case: given, day };
  }
}

/** Today asks for what is expected now; other days as planned. */
function withDemand(problem: RosterProblem, queues: readonly QueueDay[], slots: Grid): RosterProblem {
  const byQueue = new Map(queues.map((day) => [day.queue.id, onSlots(day, slots, day.agentsToRoster)]));
  const demand = problem.demand.map((queue) => {
    const now = byQueue.get(queue.queueId);
    if (!now) return queue;
    return {
      ...queue,
      agentsToRoster: queue.agentsToRoster.map((agents, slot) =>
        Number.isNaN(now[slot] ?? Number.NaN) ? agents : now[slot]!,
      ),
    };
  });
  return { ...problem, demand };
}
