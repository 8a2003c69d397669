import ICAL from 'ical.js';
import { calendarText, type CalendarEvent } from './calendar-text.js';

const at = (text: string): number => Date.parse(text);
const event = (of: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: '2026-03-29-1-abc@yotei',
  sequence: 0,
  startAt: at('2026-03-28T21:00:00Z'),
  endAt: at('2026-03-29T05:00:00Z'),
  summary: 'Night, late; shift',
  description: '22:00-00:30 Phone\n00:30-01:00 Break',
  cancelled: false,
  changedAt: at('2026-03-01T09:00:00Z'),
  ...of,
});
const textOf = (events: readonly CalendarEvent[], zone = 'Europe/Berlin') =>
  calendarText(events, { name: 'Yotei: Amy, Team 1', zone });

/** Read by the library of Thunderbird, which knows nothing of ours. */
function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  return {
    calendar,
    events: calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component)),
  };
}

describe('a calendar', () => {
  it('says the same instants to another library, over a night in which clocks change', () => {
    const [found] = read(textOf([event()])).events;
    expect(found!.startDate.toJSDate().toISOString()).toBe('2026-03-28T21:00:00.000Z');
    // 22:00 CET to 07:00 CEST: eight hours, though the clock moved nine.
    expect(found!.endDate.toJSDate().toISOString()).toBe('2026-03-29T05:00:00.000Z');
    expect(textOf([event()])).toContain('DTEND;TZID=Europe/Berlin:20260329T070000');
    ICAL.TimezoneService.reset();
  });

  it.each(['Asia/Tokyo', 'Europe/London', 'America/New_York', 'Australia/Lord_Howe', 'America/Sao_Paulo'])(
    'carries the zone %s with its rules',
    (zone) => {
      const { calendar, events } = read(
        textOf(
          [event(), event({ uid: 'b', startAt: at('2026-07-01T00:00:00Z'), endAt: at('2026-07-01T08:00:00Z') })],
          zone,
        ),
      );
      expect(calendar.getAllSubcomponents('vtimezone')).toHaveLength(1);
      expect(events.map(({ startDate }) => startDate.toJSDate().toISOString())).toEqual([
        '2026-03-28T21:00:00.000Z',
        '2026-07-01T00:00:00.000Z',
      ]);
      ICAL.TimezoneService.reset();
    },
  );

  it('counts changes and tells what is called off', () => {
    const { events } = read(textOf([event({ sequence: 3, cancelled: true })]));
    expect(events[0]!.sequence).toBe(3);
    expect(events[0]!.component.getFirstPropertyValue('status')).toBe('CANCELLED');
    ICAL.TimezoneService.reset();
  });

  it('keeps to what Outlook, Google and Apple ask for', () => {
    const text = textOf(
      [event({ summary: '早番シフト、コールセンター第一チーム、長い名前の勤務でも七十五オクテットで折る' })],
      'Asia/Tokyo',
    );
    const lines = text.split('\r\n');
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/); // CRLF only, which Outlook insists on
    expect(lines.every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    expect(lines).toContain('METHOD:PUBLISH');
    expect(lines).toContain('X-WR-TIMEZONE:Asia/Tokyo'); // Google's zone of the calendar
    expect(lines).toContain(String.raw`X-WR-CALNAME:Yotei: Amy\, Team 1`);
    expect(lines).toContain('REFRESH-INTERVAL;VALUE=DURATION:PT15M'); // Apple
    expect(lines).toContain('X-PUBLISHED-TTL:PT15M'); // Outlook
    expect(lines).toContain('DTSTAMP:20260301T090000Z'); // UTC, or Google refuses the file
    expect(text).not.toContain('TZID:/'); // a global id is unknown to Outlook
  });

  it('is a calendar when it is empty', () => {
    expect(read(textOf([])).events).toEqual([]);
  });
});
