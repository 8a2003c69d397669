import { Args, Query, Resolver } from '@nestjs/graphql';
import type { LocalDate } from '@yotei/time';
import { CurrentContext } from '../../../platform/context/current.decorators.js';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { LocalDateScalar } from '../../../platform/graphql/scalars.js';
import { RequirePermission } from '../../../platform/permissions/require-permission.decorator.js';
import { nullable } from '../../demand/index.js';
import { alertText } from '../outlook/alert-text.js';
import { NothingPlanned } from '../outlook/outlook.graphql-types.js';
import { DayReplay, DayReplayResult, type ReplayEvent, type ReplayQueue } from './replay.graphql-types.js';
import { ReplayService, type ReplayedDay, type ReplayedQueue } from './replay.service.js';

@Resolver()
export class ReplayResolver {
  constructor(private readonly replay: ReplayService) {}

  @Query(() => DayReplayResult, {
    description: 'A past day (or today so far) minute by minute, planned against actual.',
  })
  @RequirePermission('intraday.read')
  async dayReplay(
    @CurrentContext() context: RequestContext,
    @Args('on', { type: () => LocalDateScalar }) on: LocalDate,
  ): Promise<typeof DayReplayResult> {
    const day = await this.replay.day(context, on);
    if (day) return replayOf(day);
    return Object.assign(new NothingPlanned(), { message: `no schedule holds ${on}` });
  }
}

function replayOf(day: ReplayedDay): DayReplay {
  const { minutes, on, zone, hasStates } = day;
  return Object.assign(new DayReplay(), {
    on,
    zone,
    hasStates,
    startAt: minutes.startAt,
    planned: [...minutes.planned],
    actual: [...minutes.actual],
    kept: [...minutes.kept],
    out: [...minutes.out],
    unknown: [...minutes.unknown],
    queues: day.queues.map(queueOf),
    events: eventsOf(day),
  });
}

function queueOf({ plan, facts }: ReplayedQueue): ReplayQueue {
  const rate = facts.offered.map((offered, i) => (offered > 0 ? facts.answeredWithin[i]! / offered : Number.NaN));
  return {
    queueId: plan.queue.id,
    title: { ...plan.queue.name },
    startAt: plan.grid.startAt,
    stepMinutes: plan.grid.stepMinutes,
    plannedContacts: plan.contacts,
    actualContacts: nullable(facts.offered, 1),
    plannedService: plan.serviceLevel,
    actualService: nullable(rate, 4),
  };
}

function eventsOf({ alerts, absences, edits, queues, zone }: ReplayedDay): ReplayEvent[] {
  const titles = new Map(queues.map(({ plan }) => [plan.queue.id, plan.queue.name]));
  const said = alerts.flatMap((row): ReplayEvent[] => {
    const queue = titles.get(row.queueId) ?? { en: row.queueId, ja: row.queueId };
    const text = alertText({ finding: row, queue, zone });
    const raised = { at: row.raisedAt, kind: 'alert-raised', text, author: null };
    return row.clearedAt === null ? [raised] : [raised, { ...raised, at: row.clearedAt, kind: 'alert-cleared' }];
  });
  const away = absences.map(({ reportedAt, agentName }) => {
    return { at: reportedAt, kind: 'absence', text: { en: agentName, ja: agentName }, author: null };
  });
  const done = edits.map(({ at, label, author }) => ({ at, kind: 'edit', text: { en: label, ja: label }, author }));
  return [...said, ...away, ...done].sort((a, b) => a.at - b.at);
}
