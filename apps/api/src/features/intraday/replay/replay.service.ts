import { Injectable } from '@nestjs/common';
import { countMinutes, emptyMinutes, evaluateDay, type MinuteCounts } from '@yotei/scheduling/adherence';
import { addDays, MINUTE_MILLIS, startOfLocalDay, type Interval, type LocalDate } from '@yotei/time';
import { Clock } from '../../../platform/clock/clock.js';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { RequirementService, type RequirementPicture } from '../../staffing/index.js';
import { ScheduleRepository } from '../../rosters/index.js';
import { AgentDaysService } from '../adherence/agent-days.service.js';
import { DayWalks, eventOf } from '../adherence/day-walks.service.js';
import { IntradayAbsenceRepository, type AbsenceRow } from '../absence/absences.repository.js';
import { AlertRepository, type AlertRow } from '../outlook/alerts.repository.js';
import { DayFactsRepository, type DayFacts } from '../outlook/day-facts.repository.js';
import { ReplayRepository, type EditOfDay } from './replay.repository.js';

export interface ReplayedQueue {
  readonly plan: RequirementPicture['queues'][number];
  readonly facts: DayFacts;
}

/** A day minute by minute. */
export interface ReplayedDay {
  readonly on: LocalDate;
  readonly zone: string;
  readonly minutes: MinuteCounts;
  /** Whether any agent's states are known. */
  readonly hasStates: boolean;
  readonly queues: readonly ReplayedQueue[];
  readonly alerts: readonly AlertRow[];
  readonly absences: readonly AbsenceRow[];
  readonly edits: readonly EditOfDay[];
}

/** What agents were to do and did. */
@Injectable()
export class ReplayPeople {
  constructor(
    private readonly replay: ReplayRepository,
    private readonly agentDays: AgentDaysService,
    private readonly walks: DayWalks,
    private readonly clock: Clock,
  ) {}

  async of(
    context: RequestContext,
    on: LocalDate,
    span: Interval,
  ): Promise<{ minutes: MinuteCounts; hasStates: boolean }> {
    const now = this.clock.now();
    const minutes = emptyMinutes(span.startAt, (span.endAt - span.startAt) / MINUTE_MILLIS);
    const agentIds = await this.replay.agentIds(context, span);
    // The day before as well: a night shift reaches into this one.
    const wanted = new Map(agentIds.map((id) => [id, [addDays(on, -1), on]]));
    const days = await this.agentDays.chosen(context, wanted);
    const events = await this.walks.eventsOf(context, days, now);
    const silences = await this.walks.silences(context, days);
    for (const agentDay of days) {
      const own = (events.get(agentDay.agent.id) ?? []).map(eventOf);
      const day = { ...agentDay.day, silences: silences(agentDay) };
      const { spans } = evaluateDay(day, agentDay.terms, { events: own, now: Math.min(now, span.endAt) });
      // Of yesterday only what yesterday's shift reaches into today.
      countMinutes(minutes, spans, agentDay.terms);
    }
    return { minutes, hasStates: [...events.values()].some((rows) => rows.length > 0) };
  }
}

/** What queues were to get and got. */
@Injectable()
export class ReplayQueues {
  constructor(
    private readonly requirements: RequirementService,
    private readonly facts: DayFactsRepository,
  ) {}

  async of(context: RequestContext, on: LocalDate): Promise<ReplayedQueue[]> {
    const picture = await this.requirements.picture(context, { fromOn: on, days: 1 });
    const queues: ReplayedQueue[] = [];
    for (const plan of picture?.queues ?? [])
      queues.push({ plan, facts: await this.facts.of(context, plan.queue.id, plan.grid) });
    return queues;
  }
}

/** What was said and done that day. */
@Injectable()
export class ReplayHappened {
  constructor(
    private readonly alerts: AlertRepository,
    private readonly absences: IntradayAbsenceRepository,
    private readonly replay: ReplayRepository,
  ) {}

  async of(context: RequestContext, on: LocalDate, span: Interval) {
    return {
      alerts: await this.alerts.ofDay(context, on),
      absences: await this.absences.within(context, span),
      edits: await this.replay.edits(context, span),
    };
  }
}

/** Any past day (or today so far) as it was planned and as it went. */
@Injectable()
export class ReplayService {
  constructor(
    private readonly schedules: ScheduleRepository,
    private readonly people: ReplayPeople,
    private readonly queues: ReplayQueues,
    private readonly happened: ReplayHappened,
  ) {}

  /** Null: no schedule holds the day. */
  async day(context: RequestContext, on: LocalDate): Promise<ReplayedDay | null> {
    const schedule = await this.schedules.holding(context, on);
    if (!schedule) return null;
    const { zone } = schedule;
    const span = { startAt: startOfLocalDay(on, zone), endAt: startOfLocalDay(addDays(on, 1), zone) };
    return {
      on,
      zone,
      ...(await this.people.of(context, on, span)),
      queues: await this.queues.of(context, on),
      ...(await this.happened.of(context, on, span)),
    };
  }
}
