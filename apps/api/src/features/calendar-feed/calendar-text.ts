import { formatLocal, type Instant, type ZoneId } from '@yotei/time';
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { tzlib_get_ical_block } from 'timezones-ical-library';

export interface CalendarEvent {
  readonly uid: string;
  /** Counts the changes of this event. */
  readonly sequence: number;
  readonly startAt: Instant;
  readonly endAt: Instant;
  readonly summary: string;
  readonly description: string;
  readonly cancelled: boolean;
  readonly changedAt: Instant;
}

/** How soon a calendar should ask again; most ask no oftener than every few hours whatever is said. */
const REFRESH_SECONDS = 15 * 60;

/**
 * A moment that the calendar library writes on the clock of a zone. It would write a `Date` on the clock of this
 * process, which is another one; what it knows as a Luxon date it asks to change the zone.
 */
class ZonedInstant {
  readonly isValid = true;
  readonly zone = { type: 'iana' };

  constructor(
    private readonly at: Instant,
    private readonly name: ZoneId = 'UTC',
  ) {}

  setZone(name = 'UTC'): ZonedInstant {
    return new ZonedInstant(this.at, name === 'utc' ? 'UTC' : name);
  }

  /** The two formats a calendar has: `yyyyLLdd` and `HHmmss`. */
  toFormat(format: string): string {
    const text = formatLocal(this.at, this.name);
    return format === 'yyyyLLdd' ? text.slice(0, 10).replaceAll('-', '') : `${text.slice(11, 16).replace(':', '')}00`;
  }

  toJSDate(): Date {
    return new Date(this.at);
  }

  toJSON(): string {
    return this.toJSDate().toISOString();
  }
}

/**
 * A calendar to subscribe to (RFC 5545): times on the site's clock with its VTIMEZONE, each event with the number of its
 * changes, those called off as cancelled. Events start and end on whole minutes.
 */
export function calendarText(
  events: readonly CalendarEvent[],
  { name, zone }: { readonly name: string; readonly zone: ZoneId },
): string {
  const calendar = ical({ prodId: { company: 'Yotei', product: 'my-week' }, method: ICalCalendarMethod.PUBLISH });
  // Only the generator: with a name for the whole calendar the library writes DTSTAMP without its Z.
  calendar.timezone({ name: null, generator: (zoneName) => tzlib_get_ical_block(zoneName)[0] ?? null });
  calendar.ttl(REFRESH_SECONDS);
  // The library writes NAME as it stands; here its commas and line ends are escaped.
  calendar.x([
    { key: 'X-WR-CALNAME', value: name },
    { key: 'X-WR-TIMEZONE', value: zone },
  ]);
  for (const event of events)
    calendar.createEvent({
      id: event.uid,
      sequence: event.sequence,
      stamp: new ZonedInstant(event.changedAt),
      lastModified: new ZonedInstant(event.changedAt),
      start: new ZonedInstant(event.startAt),
      end: new ZonedInstant(event.endAt),
      timezone: zone,
      summary: event.summary,
      description: event.description,
      status: event.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    });
  return calendar.toString();
}
