import { Injectable } from '@nestjs/common';
import type { BidAward } from '@yotei/scheduling/exchanges';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { EventBus } from '../../../platform/events/event-bus.js';
import { TaskQueue } from '../../../platform/jobs/background-task.js';
import { Announcer, type Announcement } from '../../notifications/index.js';
import { AgentsService } from '../../organisation/agents.service.js';
import { RecordsRepository } from '../../rosters/index.js';
import { EXCHANGES_TOPIC } from '../exchange-news.js';
import type { BidRoundRow } from './bid-rounds.repository.js';

export const BID_DEADLINES_TASK = 'bid-deadlines';

/** Tells agents of rounds and what they got; pages and the deadline watch hear of it too, and the audit log keeps it. */
@Injectable()
export class BidNews {
  constructor(
    private readonly people: AgentsService,
    private readonly announcer: Announcer,
    private readonly events: EventBus,
    private readonly tasks: TaskQueue,
    private readonly records: RecordsRepository,
  ) {}

  async opened(tx: EntityManager, context: RequestContext, round: BidRoundRow): Promise<void> {
    await this.changed(tx, context, round);
    await this.tasks.wake(tx, context, BID_DEADLINES_TASK, round.closesAt);
    const agents = (await this.people.all(context)).filter(({ contractId }) => contractId === round.contractId);
    const news = {
      what: { en: `You can bid for “${round.title}”`, ja: `「${round.title}」の希望を出せます` },
      todo: { en: 'Put the lines in the order you want them', ja: '希望する順に並べてください' },
    };
    await this.tell(tx, context, {
      round,
      kind: 'bid-opened',
      news: agents.map(({ id }) => ({ agentId: id, ...news })),
    });
  }

  async awarded(
    tx: EntityManager,
    context: RequestContext,
    { round, awards }: { readonly round: BidRoundRow; readonly awards: readonly BidAward[] },
  ): Promise<void> {
    await this.changed(tx, context, round);
    await this.audit(tx, context, { round, action: 'bid-round.awarded', after: { awards } });
    const titles = new Map(round.lines.map(({ id, title }) => [id, title]));
    const news = awards.map(({ agentId, lineId, choice }) => ({
      agentId,
      ...newsOf(titles.get(lineId ?? ''), choice),
    }));
    await this.tell(tx, context, { round, kind: 'bid-awarded', news });
  }

  async inForce(tx: EntityManager, context: RequestContext, round: BidRoundRow): Promise<void> {
    await this.changed(tx, context, round);
    await this.audit(tx, context, { round, action: 'bid-round.in-force', after: { fromOn: round.fromOn } });
  }

  async changed(tx: EntityManager, context: RequestContext, round: BidRoundRow): Promise<void> {
    await this.events.publish(tx, context, { topic: EXCHANGES_TOPIC, payload: { id: round.id } });
  }

  private async audit(
    tx: EntityManager,
    context: RequestContext,
    { round, action, after }: { readonly round: BidRoundRow; readonly action: string; readonly after: unknown },
  ): Promise<void> {
    const before = { state: round.state };
    await this.records.audit(tx, context, { action, subjectKind: 'bid-round', subjectId: round.id, before, after });
  }

  private async tell(
    tx: EntityManager,
    context: RequestContext,
    of: {
      readonly round: BidRoundRow;
      readonly kind: string;
      readonly news: readonly ({ readonly agentId: string } & Pick<Announcement, 'what' | 'todo'>)[];
    },
  ): Promise<void> {
    const { round, kind, news } = of;
    const users = await this.people.usersOf(
      context,
      news.map(({ agentId }) => agentId),
    );
    const announcements = news.flatMap(({ agentId, what, todo }) => {
      const userId = users.get(agentId);
      const path = '/requests?tab=bids';
      return userId ? [{ userId, kind, what, todo, path, onceKey: `${kind}/${round.id}` }] : [];
    });
    await this.announcer.announce(tx, context, announcements);
  }
}

function newsOf(title: string | undefined, choice: number | null): Pick<Announcement, 'what' | 'todo'> {
  if (title === undefined)
    return {
      what: {
        en: 'None of the lines you wanted had a place left',
        ja: '希望したシフトはすべて埋まりました',
      },
      todo: { en: 'See who came before you, by rank', ja: '優先順位の詳細を確認してください' },
    };
  return {
    what: { en: `You got “${title}”, your choice ${choice}`, ja: `第${choice}希望の「${title}」に決まりました` },
    todo: { en: 'See your line', ja: '決まったシフトを確認してください' },
  };
}
