import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../platform/context/request-context.js';
import { AgentsService } from '../organisation/agents.service.js';
import { ExplanationsService, ScheduleRepository } from '../rosters/index.js';
import type { AvailabilityFault } from './availability.service.js';
import type { Wish } from './availability.repository.js';

export type WishReason =
  | { readonly kind: 'explained'; readonly text: { readonly en: string; readonly ja: string } }
  | { readonly kind: 'not-found' }
  | AvailabilityFault;

/** What prevented a wish, in words for the agent; only of weeks the agent may see. */
@Injectable()
export class WishReasons {
  constructor(
    private readonly people: AgentsService,
    private readonly schedules: ScheduleRepository,
    private readonly explanations: ExplanationsService,
  ) {}

  async of(context: RequestContext, { kind, on, fromMinute, untilMinute }: Wish): Promise<WishReason> {
    const agent = context.userId ? await this.people.ofUser(context, context.userId) : null;
    if (!agent) return { kind: 'invalid', path: 'agent', message: 'only agents have wishes' };
    if (on === null) return { kind: 'invalid', path: 'wish.on', message: 'give the day to explain' };
    const schedule = await this.schedules.holding(context, on);
    if (schedule?.state !== 'published') return { kind: 'not-found' };
    const wish = {
      ...{ agentId: agent.id, kind, on, weight: 0 },
      ...(fromMinute !== null && { fromMinute }),
      ...(untilMinute !== null && { untilMinute }),
    };
    const answer = await this.explanations.week(context, { scheduleId: schedule.id, wish });
    if (answer.kind === 'explained') return { kind: 'explained', text: answer.found.agent };
    return answer.kind === 'invalid' ? answer : { kind: 'not-found' };
  }
}
