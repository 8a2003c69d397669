import { Inject, Injectable } from '@nestjs/common';
import type { Instant } from '@yotei/time';
import { SETTINGS, type Settings } from '../../config/settings.js';
import { Clock } from '../../platform/clock/clock.js';
import type { RequestContext } from '../../platform/context/request-context.js';
import { BackgroundTask } from '../../platform/jobs/background-task.js';
import { UserAccountsService } from '../identity/user-accounts.service.js';
import { NOTICES_TASK } from './announcer.js';
import { DeliveryRepository, type PlannedDelivery, type UnsentNotice } from './deliveries.repository.js';
import { deliveryDueAt } from './delivery-plan.js';
import { Channels } from './channels.js';
import { NoticeSettingsRepository } from './notice-settings.repository.js';

/** Sends what was announced: from the outbox to mail and push, each message claimed before it leaves. */
@Injectable()
export class NoticesTask extends BackgroundTask {
  override readonly name = NOTICES_TASK;

  constructor(
    @Inject(SETTINGS) private readonly options: Settings,
    private readonly deliveries: DeliveryRepository,
    private readonly settings: NoticeSettingsRepository,
    private readonly accounts: UserAccountsService,
    private readonly channels: Channels,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async run(context: RequestContext, signal: AbortSignal): Promise<Instant | null> {
    while (await this.deliveries.takeFromOutbox(context, (notices) => this.plan(context, notices)));
    await this.deliveries.settleLost(context, this.clock.now());
    while (!signal.aborted && (await this.sendNext(context)));
    return this.deliveries.nextAt(context);
  }

  private async plan(context: RequestContext, notices: readonly UnsentNotice[]): Promise<PlannedDelivery[]> {
    const userIds = [...new Set(notices.map(({ userId }) => userId))];
    const settings = await this.settings.of(context, userIds);
    const reachable = await this.channels.reachable(context, userIds);
    return notices.flatMap(({ id, userId, urgent, kind }) =>
      reachable
        .filter((way) => way.userId === userId)
        .flatMap(({ channel }) => {
          const moment = {
            now: this.clock.now(),
            urgent,
            kind,
            gatherSeconds: this.options.YOTEI_NOTICE_GATHER_SECONDS,
          };
          const dueAt = deliveryDueAt(channel, settings.get(userId)!, moment);
          return dueAt === null ? [] : [{ noticeId: id, userId, channel, dueAt }];
        }),
    );
  }

  private async sendNext(context: RequestContext): Promise<boolean> {
    const claimed = await this.deliveries.claim(context, this.clock.now());
    if (!claimed) return false;
    if (claimed.notices.length === 0) return true;
    const contact = (await this.accounts.contactsOf(context, [claimed.userId])).get(claimed.userId);
    const outcome = contact
      ? await this.channels.send(context, { ...claimed, ...contact })
      : ({ kind: 'nobody-there' } as const);
    await this.deliveries.settle(context, claimed, outcome, this.clock.now());
    return true;
  }
}
