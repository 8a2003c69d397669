import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../platform/context/request-context.js';
import { EventBus } from '../../platform/events/event-bus.js';
import { TaskQueue } from '../../platform/jobs/background-task.js';
import { Announcer, type Announcement } from '../notifications/index.js';
import { AgentsService } from '../organisation/agents.service.js';
import type { ExchangeRow } from './exchanges.repository.js';

export const EXCHANGES_TOPIC = 'exchanges';
export const EXCHANGE_DEADLINES_TASK = 'exchange-deadlines';

/** Tells agents what became of exchanges, and pages that something changed; in the transaction of the change. */
@Injectable()
export class ExchangeNews {
  constructor(
    private readonly people: AgentsService,
    private readonly announcer: Announcer,
    private readonly events: EventBus,
    private readonly tasks: TaskQueue,
  ) {}

  async opened(tx: EntityManager, context: RequestContext, exchange: ExchangeRow): Promise<void> {
    const asked = exchange.parties.filter(({ answer }) => answer === 'pending').map(({ agentId }) => agentId);
    await this.events.publish(tx, context, { topic: EXCHANGES_TOPIC, payload: { id: exchange.id } });
    // A task that is woken is a row everybody writes: always this one before the one of notices, or two would wait for each other.
    if (exchange.expiresAt) await this.tasks.wake(tx, context, EXCHANGE_DEADLINES_TASK, exchange.expiresAt);
    await this.announce(tx, context, exchange, { agentIds: asked, news: ASKED });
  }

  /** Who acted knows already and is not told. */
  async changed(tx: EntityManager, context: RequestContext, exchange: ExchangeRow): Promise<void> {
    const news = NEWS[exchange.state];
    const agentIds = exchange.parties.map(({ agentId }) => agentId);
    if (news) await this.announce(tx, context, exchange, { agentIds, news, except: context.userId });
    await this.events.publish(tx, context, { topic: EXCHANGES_TOPIC, payload: { id: exchange.id } });
  }

  async claimRefused(
    tx: EntityManager,
    context: RequestContext,
    { offerId, agentId, reason }: { offerId: string; agentId: string; reason: ClaimRefusal },
  ): Promise<void> {
    const userId = (await this.people.usersOf(context, [agentId])).get(agentId);
    if (!userId) return;
    const notice = {
      what: CLAIM_REFUSED[reason],
      todo: { en: 'See other offers', ja: 'ほかの募集を確認してください' },
      userId,
      kind: 'offer-claim-refused',
      path: '/requests?tab=offers',
      onceKey: `offer-claim/${offerId}/refused`,
    };
    await this.announcer.announce(tx, context, [notice]);
  }

  private async announce(
    tx: EntityManager,
    context: RequestContext,
    exchange: ExchangeRow,
    { agentIds, news, except = null }: { agentIds: readonly string[]; news: News; except?: string | null },
  ): Promise<void> {
    const users = await this.people.usersOf(context, agentIds);
    await this.announcer.announce(
      tx,
      context,
      [...users.values()]
        .filter((userId) => userId !== except)
        .map((userId) => ({
          ...news,
          userId,
          kind: `exchange-${exchange.state}`,
          path: `/requests?exchange=${exchange.id}`,
          subject: `exchange/${exchange.id}`,
          onceKey: `exchange/${exchange.id}/${exchange.state}`,
        })),
    );
  }
}

/** Why a claim of an offer got no place; stored. */
export type ClaimRefusal = 'rules' | 'ranked-below' | 'by-manager';

const CLAIM_REFUSED: Readonly<Record<ClaimRefusal, Announcement['what']>> = {
  rules: {
    en: 'You did not get the offered time: a rule stands against it now',
    ja: '募集に選ばれませんでした。現在の予定ではルールに反します',
  },
  'ranked-below': {
    en: 'You did not get the offered time: others had had fewer such offers or less paid time',
    ja: '募集に選ばれませんでした。募集を受けた回数や有給時間が少ない人が優先されました',
  },
  'by-manager': {
    en: 'You did not get the offered time: a manager decided so',
    ja: '募集に選ばれませんでした。管理者が判断しました',
  },
};

type News = Pick<Announcement, 'what' | 'todo'>;

const ASKED: News = {
  what: { en: 'A colleague would like to exchange a shift with you', ja: '同僚から勤務交換の申し込みがあります' },
  todo: { en: 'See what would change and answer', ja: '変わる内容を確認して返答してください' },
};

const LOOK = { en: 'See the exchange', ja: '交換の内容を確認してください' };

const NEWS: Partial<Record<ExchangeRow['state'], News>> = {
  applied: {
    what: { en: 'Your exchange has been applied', ja: '交換が成立し、予定に反映されました' },
    todo: { en: 'See your new shifts', ja: '新しい勤務を確認してください' },
  },
  'in-review': {
    what: { en: 'Your exchange waits for a manager', ja: '交換は管理者の判断を待っています' },
    todo: { en: 'Until then you work as before', ja: '決まるまでは元の予定どおりに勤務してください' },
  },
  refused: { what: { en: 'Your exchange was refused', ja: '交換は認められませんでした' }, todo: LOOK },
  declined: { what: { en: 'Your exchange was declined', ja: '交換は相手に断られました' }, todo: LOOK },
  withdrawn: { what: { en: 'An exchange was withdrawn', ja: '交換の申し込みが取り下げられました' }, todo: LOOK },
  expired: { what: { en: 'An exchange has expired', ja: '交換の申し込みは期限切れになりました' }, todo: LOOK },
};
