import { Injectable } from '@nestjs/common';
import {
  evaluateDay,
  inOrder,
  type AdherenceNumbers,
  type EvaluatedDay,
  type StateEvent,
} from '@yotei/scheduling/adherence';
import type { Instant, LocalDate } from '@yotei/time';
import { Clock } from '../../../platform/clock/clock.js';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { TenantDatabase } from '../../../platform/database/tenant-database.js';
import { AgentDaysService, type AgentDay } from './agent-days.service.js';
import { DayWalks, inside } from './day-walks.service.js';

/** One agent's day as it is and as it would be. */
export interface DayEffect {
  readonly agentDay: AgentDay;
  readonly before: AdherenceNumbers;
  readonly after: AdherenceNumbers;
}

export interface ComparisonOrder {
  readonly agentIds: readonly string[];
  readonly dates: readonly LocalDate[];
  readonly isMeant: (day: AgentDay) => boolean;
  readonly changed: (day: AgentDay) => AgentDay;
  /** Told after each batch, 0..1; throwing ends the comparison. */
  readonly onProgress?: (fraction: number) => void;
}

/** Agents judged at once: a day of theirs is some 50,000 states. */
const BATCH = 200;

/** Judges days twice, as they are and as a change would make them, over the same states. */
@Injectable()
export class DayComparisons {
  constructor(
    private readonly database: TenantDatabase,
    private readonly agentDays: AgentDaysService,
    private readonly walks: DayWalks,
    private readonly clock: Clock,
  ) {}

  /** A batch of agents at a time, so that a centre of thousands is never in memory at once. */
  async compare(context: RequestContext, order: ComparisonOrder): Promise<DayEffect[]> {
    const { agentIds, dates, onProgress } = order;
    const effects: DayEffect[] = [];
    for (let from = 0; from < agentIds.length; from += BATCH) {
      const wanted = new Map(agentIds.slice(from, from + BATCH).map((id) => [id, dates]));
      effects.push(...(await this.batch(context, wanted, order)));
      onProgress?.(Math.min(1, (from + BATCH) / agentIds.length));
    }
    return effects;
  }

  /** As they are. */
  async judged(
    context: RequestContext,
    agentDays: readonly AgentDay[],
  ): Promise<{ readonly agentDay: AgentDay; readonly evaluated: EvaluatedDay }[]> {
    const now = this.clock.now();
    const events = await this.walks.eventsOf(context, agentDays, now);
    return agentDays.map((agentDay) => {
      const own = inOrder(inside(events.get(agentDay.agent.id) ?? [], agentDay, now));
      return { agentDay, evaluated: evaluated(agentDay, own, now) };
    });
  }

  private batch(
    context: RequestContext,
    wanted: ReadonlyMap<string, readonly LocalDate[]>,
    { isMeant, changed }: ComparisonOrder,
  ): Promise<DayEffect[]> {
    return this.database.withTenant(context, async () => {
      const now = this.clock.now();
      const days = (await this.agentDays.chosen(context, wanted)).filter(isMeant);
      const events = await this.walks.eventsOf(context, days, now);
      return days.map((agentDay) => {
        const own = inOrder(inside(events.get(agentDay.agent.id) ?? [], agentDay, now));
        return {
          agentDay,
          before: evaluated(agentDay, own, now).numbers,
          after: evaluated(changed(agentDay), own, now).numbers,
        };
      });
    });
  }
}

function evaluated({ day, terms }: AgentDay, events: readonly StateEvent[], now: Instant): EvaluatedDay {
  return evaluateDay(day, terms, { events, now });
}
