import { Injectable } from '@nestjs/common';
import type { AlertFinding } from '@yotei/scheduling/repair';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { Announcer, NoticeSettingsRepository } from '../../notifications/index.js';
import { alertText } from './alert-text.js';
import type { DayPicture } from './day-picture.service.js';

/** Permanent; its beginning makes it an alert of the day for the delivery outside the app. */
const KIND = 'intraday-short';

/** Tells those who lead the day, and want to hear of it, that a queue will be short. */
@Injectable()
export class AlertNews {
  constructor(
    private readonly announcer: Announcer,
    private readonly settings: NoticeSettingsRepository,
  ) {}

  async tell(
    tx: EntityManager,
    context: RequestContext,
    of: {
      readonly picture: Pick<DayPicture, 'queues' | 'zone'>;
      readonly alerts: readonly { readonly id: string; readonly finding: AlertFinding }[];
    },
  ): Promise<void> {
    const people = await this.settings.forDayAlerts(context);
    const names = new Map(of.picture.queues.map(({ queue }) => [queue.id, queue.name]));
    const sentence = (text: { readonly en: string; readonly ja: string }) => ({
      en: `${text.en}.`,
      ja: `${text.ja}。`,
    });
    await this.announcer.announce(
      tx,
      context,
      of.alerts.flatMap(({ id, finding }) => {
        const queue = names.get(finding.queueId) ?? { en: finding.queueId, ja: finding.queueId };
        const what = sentence(alertText({ finding, queue, zone: of.picture.zone }));
        return people.map((userId) => ({
          userId,
          kind: KIND,
          what,
          todo: { en: 'See what can be done on the live page.', ja: '当日の画面で対応案を確認してください。' },
          path: '/live',
          subject: `intraday-alert/${id}`,
          onceKey: `intraday-alert/${id}/${finding.agents}`,
        }));
      }),
    );
  }
}
