import {
  DAY_MILLIS,
  MINUTE_MILLIS,
  dateOfEpochDay,
  offsetMinutes,
  startOfLocalDay,
  weekdayOf,
  type Instant,
  type ZoneId,
} from '@yotei/time';
import { ActivityTally, type ActivityReport } from './activity/activity.js';
import { ArrivalTally, type OverdispersionReport } from './arrivals/overdispersion.js';
import { checkContact, type ContactRecord } from './contact-record.js';
import { shareOf, type Estimate, type NotEnoughData } from './estimate.js';
import { HandleTimeTally, type HandleTimeReport } from './handle-time/handle-time.js';
import { PatienceTally, type PatienceReport } from './patience/patience.js';

export interface CalibrationOptions {
  /** Zone of the centre: its days, weekdays and hours. */
  readonly zone: ZoneId;
  /** Length of the intervals whose rates are compared; must divide a day. */
  readonly intervalMinutes?: number;
  /** Handle times below are short services. */
  readonly shortSeconds?: number;
  /** Handle times above are mistakes of the log and left out, counted. */
  readonly longestHandleSeconds?: number;
  /** Who leaves within so long leaves "at once". */
  readonly atOnceWithinSeconds?: number;
  /** Longest gaps between two contacts that still count as presence. */
  readonly presenceGapSeconds?: readonly number[];
}

export const DEFAULT_CALIBRATION = {
  intervalMinutes: 30,
  shortSeconds: 10,
  longestHandleSeconds: 14_400,
  atOnceWithinSeconds: 5,
  presenceGapSeconds: [300, 900, 1800, 3600],
} as const;

/** What a log of contacts says of the parameters of staffing; each part may be an answer of too little data. */
export interface CalibrationReport {
  readonly contacts: {
    readonly offeredCount: number;
    readonly answeredCount: number;
    readonly abandonedCount: number;
    /** Abandoned / offered; null for an empty log. */
    readonly abandonedFraction: Estimate | null;
    /** Contacts whose wait is not recorded; patience rests on the others. */
    readonly unknownWaitCount: number;
    readonly dayCount: number;
    readonly firstAt: Instant | null;
    readonly lastAt: Instant | null;
    /** Share that arrived between 23:00 and 05:00 local: a wrong zone shows here. */
    readonly nightFraction: number;
  };
  readonly handleTime: HandleTimeReport | NotEnoughData;
  readonly patience: PatienceReport | NotEnoughData;
  readonly overdispersion: OverdispersionReport | NotEnoughData;
  /** Null where no contact names an agent. */
  readonly activity: ActivityReport | null;
}

const MINUTES_A_DAY = 1440;

/**
 * Reads parameters of staffing off contacts, handed in one by one and in any order; memory grows with the days of
 * the log and the agents in it, not with its contacts.
 */
export class ContactCalibration {
  private readonly zone: ZoneId;
  private readonly longestHandleSeconds: number;
  private readonly handleTimes: HandleTimeTally;
  private readonly patience: PatienceTally;
  private readonly arrivals: ArrivalTally;
  private readonly activity: ActivityTally;
  private readonly days = new Set<number>();
  private answeredCount = 0;
  private abandonedCount = 0;
  private unknownWaitCount = 0;
  private nightCount = 0;
  private firstAt = Infinity;
  private lastAt = -Infinity;

  constructor(options: CalibrationOptions) {
    const all = { ...DEFAULT_CALIBRATION, ...options };
    if (!Number.isInteger(MINUTES_A_DAY / all.intervalMinutes))
      throw new RangeError(`intervalMinutes (${all.intervalMinutes}) must divide 1440; use 15 or 30`);
    this.zone = all.zone;
    this.longestHandleSeconds = all.longestHandleSeconds;
    this.handleTimes = new HandleTimeTally({
      shortSeconds: all.shortSeconds,
      longestAllowedSeconds: all.longestHandleSeconds,
    });
    this.patience = new PatienceTally(all.atOnceWithinSeconds);
    this.arrivals = new ArrivalTally(all.intervalMinutes);
    this.activity = new ActivityTally(all.zone, all.presenceGapSeconds);
  }

  /** Throws RangeError for a contact that cannot be (negative durations), and then counts nothing of it. */
  add(contact: ContactRecord): void {
    checkContact(contact);
    const { arrivedAt, outcome, waitSeconds } = contact;
    const local = this.localOf(arrivedAt);
    this.firstAt = Math.min(this.firstAt, arrivedAt);
    this.lastAt = Math.max(this.lastAt, arrivedAt);
    if (local.hour >= 23 || local.hour < 5) this.nightCount += 1;
    this.addArrival(local);
    if (waitSeconds === undefined) this.unknownWaitCount += 1;
    else this.patience.add(local.day, waitSeconds, outcome === 'abandoned');
    if (outcome === 'abandoned') this.abandonedCount += 1;
    else this.addAnswered(contact, local);
  }

  report(): CalibrationReport {
    const { answeredCount, abandonedCount } = this;
    const offeredCount = answeredCount + abandonedCount;
    const any = offeredCount > 0;
    return {
      contacts: {
        offeredCount,
        answeredCount,
        abandonedCount,
        abandonedFraction: any ? shareOf(abandonedCount, offeredCount) : null,
        unknownWaitCount: this.unknownWaitCount,
        dayCount: this.days.size,
        firstAt: any ? this.firstAt : null,
        lastAt: any ? this.lastAt : null,
        nightFraction: any ? this.nightCount / offeredCount : 0,
      },
      handleTime: this.handleTimes.report(),
      patience: this.patience.report(),
      overdispersion: this.arrivals.report(),
      activity: this.activity.report(this.days.size),
    };
  }

  private localOf(at: Instant): LocalPlace {
    const local = at + offsetMinutes(at, this.zone) * MINUTE_MILLIS;
    const day = Math.floor(local / DAY_MILLIS);
    const minuteOfDay = (local - day * DAY_MILLIS) / MINUTE_MILLIS;
    return { day, minuteOfDay, hour: Math.floor(minuteOfDay / 60), weekday: weekdayOf(dateOfEpochDay(day)) };
  }

  private addArrival({ day, minuteOfDay }: LocalPlace): void {
    if (!this.days.has(day)) {
      this.days.add(day);
      const startAt = startOfLocalDay(dateOfEpochDay(day), this.zone);
      if (startOfLocalDay(dateOfEpochDay(day + 1), this.zone) - startAt !== DAY_MILLIS)
        this.arrivals.markClockChange(day);
    }
    this.arrivals.add(day, minuteOfDay);
  }

  private addAnswered({ arrivedAt, waitSeconds, handleSeconds, agent }: ContactRecord, local: LocalPlace): void {
    this.answeredCount += 1;
    this.handleTimes.add(local, handleSeconds);
    if (handleSeconds === undefined || waitSeconds === undefined || handleSeconds > this.longestHandleSeconds) return;
    const startAt = arrivedAt + waitSeconds * 1000;
    this.activity.add(agent, { startAt, endAt: startAt + handleSeconds * 1000 });
  }
}

interface LocalPlace {
  /** Days since 1970-01-01 of the local date. */
  readonly day: number;
  readonly minuteOfDay: number;
  readonly hour: number;
  readonly weekday: number;
}

/** {@link ContactCalibration} over contacts that are all at hand. */
export function calibrateContacts(contacts: Iterable<ContactRecord>, options: CalibrationOptions): CalibrationReport {
  const calibration = new ContactCalibration(options);
  for (const contact of contacts) calibration.add(contact);
  return calibration.report();
}
