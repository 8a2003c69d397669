import { Injectable } from '@nestjs/common';
import {
  evaluateDay,
  figuresOf,
  inOrder,
  type AdherenceNumbers,
  type EvaluatedDay,
  type Excuse,
  type SummedSeconds,
} from '@yotei/scheduling/adherence';
import { addDays, localDateOf, type Instant, type LocalDate } from '@yotei/time';
import { Clock } from '../../../platform/clock/clock.js';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { TenantDatabase } from '../../../platform/database/tenant-database.js';
import { AdherenceDaysRepository, type KeptDay } from './adherence-days.repository.js';
import type { FactSpan } from './adherence-facts.repository.js';
import { AgentDaysService, type AgentDay } from './agent-days.service.js';
import { DayWalks, inside } from './day-walks.service.js';

export interface OpenedDay {
  readonly agentDay: AgentDay;
  readonly evaluated: EvaluatedDay;
}

/** What an excuse would change of one agent's day. */
export interface DayEffect {
  readonly agentDay: AgentDay;
  readonly before: AdherenceNumbers;
  readonly after: AdherenceNumbers;
}

export interface ExcuseEffect {
  /** Days that change, most seconds first. */
  readonly days: readonly DayEffect[];
  readonly scheduledAgents: number;
  readonly excusedSeconds: number;
  /** Of all agents scheduled in the span, their whole days together. */
  readonly before: AdherenceNumbers;
  readonly after: AdherenceNumbers;
}

/** Agents judged at once. */
const BATCH = 200;

export const NO_SECONDS: SummedSeconds = {
  scheduledSeconds: 0,
  outSeconds: 0,
  explainedSeconds: 0,
  ignoredSeconds: 0,
  unknownSeconds: 0,
  outsideSeconds: 0,
  contactScheduledSeconds: 0,
  contactWorkedSeconds: 0,
};

/** Sum of days; work outside the shift is in `scheduledSeconds` already where a site counts it. */
export function sumOf(days: readonly (SummedSeconds & { readonly countsOutsideShift: boolean })[]): AdherenceNumbers {
  const sum = days.reduce<SummedSeconds>(
    (total, day) => ({
      scheduledSeconds:
        total.scheduledSeconds + day.scheduledSeconds + (day.countsOutsideShift ? day.outsideSeconds : 0),
      outSeconds: total.outSeconds + day.outSeconds,
      explainedSeconds: total.explainedSeconds + day.explainedSeconds,
      ignoredSeconds: total.ignoredSeconds + day.ignoredSeconds,
      unknownSeconds: total.unknownSeconds + day.unknownSeconds,
      outsideSeconds: total.outsideSeconds + day.outsideSeconds,
      contactScheduledSeconds: total.contactScheduledSeconds + day.contactScheduledSeconds,
      contactWorkedSeconds: total.contactWorkedSeconds + day.contactWorkedSeconds,
    }),
    NO_SECONDS,
  );
  return figuresOf(sum, { countsOutsideShift: false });
}

/** Days opened to their spans, days kept, and what an excuse would change. */
@Injectable()
export class AdherenceHistoryService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly agentDays: AgentDaysService,
    private readonly walks: DayWalks,
    private readonly days: AdherenceDaysRepository,
    private readonly clock: Clock,
  ) {}

  /** One day, judged from plan and states as they are now. Null when there is no such agent. */
  async day(context: RequestContext, agentId: string, on: LocalDate): Promise<OpenedDay | null> {
    return this.database.withTenant(context, async () => {
      const [found] = await this.agentDays.chosen(context, new Map([[agentId, [on]]]));
      if (!found) return null;
      const [opened] = await this.judged(context, [found]);
      return opened!;
    });
  }

  kept(
    context: RequestContext,
    agentIds: readonly string[],
    span: { readonly fromOn: LocalDate; readonly untilOn: LocalDate },
  ): Promise<KeptDay[]> {
    return this.days.ofAgents(context, agentIds, span);
  }

  /** What excusing these agents in a span would change. */
  async effect(context: RequestContext, span: FactSpan, agentIds: readonly string[]): Promise<ExcuseEffect> {
    const effects: DayEffect[] = [];
    const excuse: Excuse = { ...span, id: 'preview', kind: 'other' };
    for (let from = 0; from < agentIds.length; from += BATCH) {
      const wanted = new Map(agentIds.slice(from, from + BATCH).map((id) => [id, datesAround(span)]));
      await this.database.withTenant(context, async () => {
        const found = (await this.agentDays.chosen(context, wanted)).filter(
          ({ day }) => day.startAt < span.endAt && day.endAt > span.startAt,
        );
        const before = await this.judged(context, found);
        const after = await this.judged(
          context,
          found.map((one) => ({ ...one, day: { ...one.day, excuses: [...(one.day.excuses ?? []), excuse] } })),
        );
        before.forEach(({ agentDay, evaluated }, index) =>
          effects.push({ agentDay, before: evaluated.numbers, after: after[index]!.evaluated.numbers }),
        );
      });
    }
    const gain = ({ before, after }: DayEffect): number => before.outSeconds - after.outSeconds;
    const together = (side: 'before' | 'after') =>
      sumOf(effects.map((one) => ({ ...one[side], countsOutsideShift: one.agentDay.terms.countsOutsideShift })));
    return {
      days: effects.filter((one) => gain(one) > 0).sort((a, b) => gain(b) - gain(a)),
      scheduledAgents: agentIds.length,
      excusedSeconds: effects.reduce((sum, one) => sum + gain(one), 0),
      before: together('before'),
      after: together('after'),
    };
  }

  private async judged(context: RequestContext, agentDays: readonly AgentDay[]): Promise<OpenedDay[]> {
    const now = this.clock.now();
    const events = await this.walks.eventsOf(context, agentDays, now);
    return agentDays.map((agentDay) => ({
      agentDay,
      evaluated: evaluateDay(agentDay.day, agentDay.terms, {
        events: inOrder(inside(events.get(agentDay.agent.id) ?? [], agentDay, now)),
        now,
      }),
    }));
  }
}

/** Local dates a span may belong to, in any zone, with the day whose shift may still run. */
export function datesAround({ startAt, endAt }: FactSpan): readonly LocalDate[] {
  const dates: LocalDate[] = [];
  const last = addDays(localDateOf(endAt, 'UTC'), 1);
  for (let on = addDays(localDateOf(startAt, 'UTC'), -1); on <= last; on = addDays(on, 1)) dates.push(on);
  return dates;
}

export const spanLength = ({ startAt, endAt }: FactSpan): Instant => endAt - startAt;
