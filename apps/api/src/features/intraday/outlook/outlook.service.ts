import { Injectable } from '@nestjs/common';
import type { QueueService } from '@yotei/scheduling/exchanges';
import type { QueueOutlook } from '@yotei/scheduling/repair';
import { intervalStart } from '@yotei/time';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { AlertRepository, type AlertRow } from './alerts.repository.js';
import { DayPictures, type DayPicture } from './day-picture.service.js';
import { DayAlerts } from './day-alerts.service.js';
import { serviceOf, type QueueDay } from './queue-day.js';

/** What agents present make of the day, slot by slot of the rest of it. */
export interface QueueToCome {
  readonly queueId: string;
  readonly fromSlot: number;
  readonly outlook: QueueOutlook;
  readonly present: Float64Array;
  readonly needed: Float64Array;
  /** At the forecast's mean. */
  readonly serviceLikely: Float64Array;
}

export interface Outlook {
  readonly picture: DayPicture;
  readonly toCome: readonly QueueToCome[];
  /** Of the day, those cleared included, in the order in which they were raised. */
  readonly alerts: readonly AlertRow[];
}

/** Today against the plan, and what is worth an alert. */
@Injectable()
export class OutlookService {
  constructor(
    private readonly pictures: DayPictures,
    private readonly alerts: AlertRepository,
    private readonly dayAlerts: DayAlerts,
  ) {}

  /** Null: no published schedule holds the present. Alerts are brought up to date and told to whoever listens. */
  async now(context: RequestContext): Promise<Outlook | null> {
    const picture = await this.pictures.now(context);
    if (!picture) return null;
    const toCome = picture.queues.flatMap((queue) => toComeOf(picture, queue) ?? []);
    await this.dayAlerts.bringUpToDate(
      context,
      picture,
      toCome.map(({ outlook }) => outlook),
    );
    return { picture, toCome, alerts: await this.alerts.ofDay(context, picture.on) };
  }

  /** After something changed: forgets what was known and looks at once, so that alerts follow. */
  async again(context: RequestContext): Promise<Outlook | null> {
    this.pictures.forget(context);
    return this.now(context);
  }
}

/** Null where the queue is not part of the schedule's problem. */
function toComeOf({ day }: DayPicture, own: QueueDay): QueueToCome | null {
  const queueId = own.queue.id;
  const queue = day.queueIds.indexOf(queueId);
  if (queue < 0) return null;
  const { grid, fromSlot, untilSlot } = day;
  const [likely, few, many] = (['contacts', 'p10', 'p90'] as const).map((of) => serviceOf(own, grid, of));
  const slots = Array.from({ length: Math.max(0, untilSlot - fromSlot) }, (_, i) => fromSlot + i);
  const present = Float64Array.from(slots, (slot) => day.present[queue]![slot]!);
  const needed = Float64Array.from(slots, (slot) => day.demandOf(queue, slot));
  // Where as few as none may come while some are expected, nobody would wait.
  const level = (service: QueueService | null | undefined) =>
    Float64Array.from(slots, (slot, i) => {
      if (!service || !((likely?.contacts(slot) ?? 0) > 0)) return Number.NaN;
      return service.fractionWith(slot, present[i]!) ?? 1;
    });
  const outlook: QueueOutlook = {
    queueId,
    startAt: intervalStart(grid, fromSlot),
    stepMinutes: grid.stepMinutes,
    missing: needed.map((agents, i) => agents - present[i]!),
    contacts: Float64Array.from(slots, (slot) => likely?.contacts(slot) ?? 1),
    serviceLow: level(many),
    serviceHigh: level(few),
  };
  return { queueId, fromSlot, outlook, present, needed, serviceLikely: level(likely) };
}
