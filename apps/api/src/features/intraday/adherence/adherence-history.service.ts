import { Injectable } from '@nestjs/common';
import { figuresOfDays, type AdherenceNumbers, type EvaluatedDay, type Excuse } from '@yotei/scheduling/adherence';
import { addDays, localDateOf, type LocalDate } from '@yotei/time';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { TenantDatabase } from '../../../platform/database/tenant-database.js';
import { AdherenceDaysRepository, type KeptDay } from './adherence-days.repository.js';
import type { FactSpan } from './adherence-facts.repository.js';
import { AgentDaysService, type AgentDay } from './agent-days.service.js';
import { DayComparisons, type DayEffect } from './day-comparisons.service.js';

export interface OpenedDay {
  readonly agentDay: AgentDay;
  readonly evaluated: EvaluatedDay;
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

/** Days opened to their spans, days kept, and what an excuse would change. */
@Injectable()
export class AdherenceHistoryService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly agentDays: AgentDaysService,
    private readonly comparisons: DayComparisons,
    private readonly days: AdherenceDaysRepository,
  ) {}

  /** One day, judged from plan and states as they are now. Null when there is no such agent. */
  async day(context: RequestContext, agentId: string, on: LocalDate): Promise<OpenedDay | null> {
    return this.database.withTenant(context, async () => {
      const [found] = await this.agentDays.chosen(context, new Map([[agentId, [on]]]));
      if (!found) return null;
      const [opened] = await this.comparisons.judged(context, [found]);
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
  async effect(
    context: RequestContext,
    span: FactSpan,
    {
      agentIds,
      onProgress,
    }: { readonly agentIds: readonly string[]; readonly onProgress?: (fraction: number) => void },
  ): Promise<ExcuseEffect> {
    const excuse: Excuse = { ...span, id: 'preview', kind: 'other' };
    const effects = await this.comparisons.compare(context, {
      agentIds,
      dates: datesAround(span),
      isMeant: ({ day }) => day.startAt < span.endAt && day.endAt > span.startAt,
      changed: (one) => ({ ...one, day: { ...one.day, excuses: [...(one.day.excuses ?? []), excuse] } }),
      ...(onProgress && { onProgress }),
    });
    const gain = ({ before, after }: DayEffect): number => before.outSeconds - after.outSeconds;
    return {
      days: effects.filter((one) => gain(one) > 0).sort((a, b) => gain(b) - gain(a)),
      scheduledAgents: agentIds.length,
      excusedSeconds: effects.reduce((sum, one) => sum + gain(one), 0),
      ...together(effects),
    };
  }
}

/** All of them summed up; each by the terms it was judged with. */
export function together(
  effects: readonly DayEffect[],
  afterCountsOutsideShift?: boolean,
): { readonly before: AdherenceNumbers; readonly after: AdherenceNumbers } {
  const counts = ({ agentDay }: DayEffect): boolean => agentDay.terms.countsOutsideShift;
  return {
    before: figuresOfDays(effects.map((one) => ({ ...one.before, countsOutsideShift: counts(one) }))),
    after: figuresOfDays(
      effects.map((one) => ({ ...one.after, countsOutsideShift: afterCountsOutsideShift ?? counts(one) })),
    ),
  };
}

/** Local dates a span may belong to, in any zone, with the day whose shift may still run. */
export function datesAround({ startAt, endAt }: FactSpan): readonly LocalDate[] {
  const dates: LocalDate[] = [];
  const last = addDays(localDateOf(endAt, 'UTC'), 1);
  for (let on = addDays(localDateOf(startAt, 'UTC'), -1); on <= last; on = addDays(on, 1)) dates.push(on);
  return dates;
}
