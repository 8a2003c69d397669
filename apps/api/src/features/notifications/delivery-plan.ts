import { addDays, instantOfLocal, localDateOf, localMinuteOfDay, type Instant, type ZoneId } from '@yotei/time';

export type MailMode = 'now' | 'digest' | 'off';

/** Alerts of the day: not at all, in the app, or in the app and on the person's devices. */
export type DayAlerts = 'off' | 'app' | 'push';
/** What begins so is an alert of the day. */
export const DAY_ALERT_PREFIX = 'intraday-';

/** How a person wants to be told outside the app. Minutes are of the person's local day, 0..1439. */
export interface NoticeSettings {
  /** Alerts of the day; null: what suits the person's role. */
  readonly dayAlerts: DayAlerts | null;
  readonly mail: MailMode;
  readonly push: boolean;
  /** Half-open; may pass midnight. Both null: no quiet hours. */
  readonly quietFromMinute: number | null;
  readonly quietUntilMinute: number | null;
  readonly digestMinute: number;
  /** Urgent notices come in quiet hours too. */
  readonly urgentAnyway: boolean;
  readonly zone: ZoneId;
}

export const STANDARD_SETTINGS: Omit<NoticeSettings, 'zone'> = {
  mail: 'now',
  push: true,
  quietFromMinute: 22 * 60,
  quietUntilMinute: 7 * 60,
  digestMinute: 17 * 60,
  urgentAnyway: true,
  dayAlerts: null,
};

export interface NoticeMoment {
  readonly now: Instant;
  readonly urgent: boolean;
  /** Changes that follow one another within this time go out as one message. */
  readonly gatherSeconds: number;
  readonly kind: string;
}

/** When the notice goes out by the channel, or null when the person does not want it there. */
export function deliveryDueAt(
  channel: 'mail' | 'push',
  settings: NoticeSettings,
  moment: NoticeMoment,
): Instant | null {
  if (moment.kind.startsWith(DAY_ALERT_PREFIX)) return alertDueAt(channel, settings, moment.now);
  const wanted = channel === 'mail' ? settings.mail !== 'off' : settings.push;
  if (!wanted) return null;
  if (moment.urgent && settings.urgentAnyway) return moment.now;
  const gathered = moment.now + (moment.urgent ? 0 : moment.gatherSeconds * 1000);
  const isDigest = channel === 'mail' && settings.mail === 'digest' && !moment.urgent;
  return afterQuietHours(
    isDigest ? nextDailyMinute(moment.now, settings.digestMinute, settings.zone) : gathered,
    settings,
  );
}

/** An alert is worth nothing later: at once on devices of who asked for that, outside quiet hours, and never by mail. */
function alertDueAt(channel: 'mail' | 'push', settings: NoticeSettings, now: Instant): Instant | null {
  if (channel === 'mail' || settings.dayAlerts !== 'push') return null;
  return afterQuietHours(now, settings) === now ? now : null;
}

/** The first moment from `at` on that is outside the quiet hours. */
export function afterQuietHours(
  at: Instant,
  {
    quietFromMinute: from,
    quietUntilMinute: until,
    zone,
  }: Pick<NoticeSettings, 'quietFromMinute' | 'quietUntilMinute' | 'zone'>,
): Instant {
  if (from === null || until === null || from === until) return at;
  const minute = localMinuteOfDay(at, zone);
  const isQuiet = from < until ? minute >= from && minute < until : minute >= from || minute < until;
  return isQuiet ? nextDailyMinute(at, until, zone) : at;
}

/** The next time the local clock shows the minute, strictly after `at`. */
function nextDailyMinute(at: Instant, minute: number, zone: ZoneId): Instant {
  const on = localDateOf(at, zone);
  const today = instantOfLocal(on, minute, zone);
  return today > at ? today : instantOfLocal(addDays(on, 1), minute, zone);
}

const RETRY_MINUTES = [1, 5, 30, 120];

/** When a message that was refused for the moment is tried again, null when it has been tried often enough. */
export function retryAt(attempts: number, now: Instant): Instant | null {
  const minutes = RETRY_MINUTES[attempts - 1];
  return minutes === undefined ? null : now + minutes * 60_000;
}
