import { Injectable } from '@nestjs/common';
import type { Instant } from '@yotei/time';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { RestOfDayService, type QueueRecord } from '../../demand/index.js';
import type { DayFacts } from './day-facts.repository.js';
import type { DayForecast } from './queue-day.js';

export type UpdatedDay = DayForecast & { readonly factor: number };

/** Updates are kept for so many queues of a process, the oldest forgotten first. */
const MOST_KEPT = 500;

/** The re-forecast of a queue's day, made once for what is known: sixty past days are forecast anew for each. */
@Injectable()
export class RestOfDayMemory {
  private readonly kept = new Map<string, Promise<UpdatedDay | null>>();

  constructor(private readonly restOfDay: RestOfDayService) {}

  /** Null: too little history, or a closed day. `at` is the end of the last interval known. */
  of(context: RequestContext, queue: QueueRecord, of: { at: Instant; facts: DayFacts }): Promise<UpdatedDay | null> {
    const known = Array.from(of.facts.offered.subarray(0, of.facts.knownCount)).join();
    const key = `${context.organisationId} ${queue.id} ${of.at} ${known}`;
    const found = this.kept.get(key);
    if (found) return found;
    const made = this.make(context, queue.id, of.at);
    this.kept.set(key, made);
    made.catch(() => this.kept.delete(key));
    for (const old of this.kept.keys()) {
      if (this.kept.size <= MOST_KEPT) break;
      this.kept.delete(old);
    }
    return made;
  }

  private async make(context: RequestContext, queueId: string, at: Instant): Promise<UpdatedDay | null> {
    const answer = await this.restOfDay.restOfDay(context, queueId, at);
    if (answer.kind !== 'updated') return null;
    const { contacts, p10, p90 } = answer.forecast.day;
    return { contacts, p10, p90, factor: answer.forecast.factor };
  }
}
