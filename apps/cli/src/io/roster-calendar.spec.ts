import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Agent, Shift } from '@yotei/scheduling/roster';
import { agentCalendar, calendarFileNames, makeFolder, writeCalendars } from './roster-calendar.js';

const agent = (id: string, name = id): Agent => ({
  id,
  name,
  zone: 'America/New_York',
  contractId: 'full',
  skillIds: ['voice'],
});
const names = {
  agents: [agent('amy', '池田, はな; "Hana"'), agent('ben')],
  templates: [
    {
      id: 'night',
      title: 'Night, late',
      earliestStartMinute: 0,
      latestStartMinute: 0,
      startStepMinutes: 30,
      lengthMinutes: 360,
      activities: [],
    },
  ],
  activityTypes: [
    { id: 'contact', title: 'Contact', paid: true, contactWork: true },
    { id: 'lunch', title: '昼休み', paid: false, contactWork: false },
  ],
};
const writtenAt = Date.UTC(2026, 9, 20, 12, 0, 42);

/** Midnight to noon of a local day of New York, six hours of it at work before the lunch. */
const shift = (startAt: number, hours: number): Shift => {
  const lunchAt = startAt + 6 * 3_600_000;
  const endAt = startAt + hours * 3_600_000;
  return {
    agentId: 'amy',
    templateId: 'night',
    startAt,
    endAt,
    activities: [
      { activityTypeId: 'contact', queueId: 'phone', startAt, endAt: lunchAt },
      { activityTypeId: 'lunch', startAt: lunchAt, endAt },
    ],
  };
};

/** Properties of each event, read without the library: unfolded, split at the first colon, text unescaped. */
function eventsOf(text: string): Record<string, string>[] {
  const lines = text.replaceAll('\r\n ', '').split('\r\n');
  const unescape = (value: string) => value.replaceAll(/\\(.)/g, (_, next: string) => (next === 'n' ? '\n' : next));
  return lines
    .flatMap((line, index) => (line === 'BEGIN:VEVENT' ? [index] : []))
    .map((from) =>
      Object.fromEntries(
        lines.slice(from + 1, lines.indexOf('END:VEVENT', from)).map((line) => {
          const colon = line.indexOf(':');
          return [line.slice(0, colon), unescape(line.slice(colon + 1))];
        }),
      ),
    );
}

const calendar = (shifts: readonly Shift[]) => agentCalendar(names.agents[0]!, shifts, { names, writtenAt });

describe('the calendar of an agent', () => {
  // 1 November 2026: New York's clock goes back at 06:00Z, so its midnight is 04:00Z before and 05:00Z after.
  const week = [
    shift(Date.UTC(2026, 9, 31, 4), 8),
    shift(Date.UTC(2026, 10, 1, 4), 9),
    shift(Date.UTC(2026, 10, 2, 5), 8),
  ];

  it('holds an event a shift, at the right instants over a clock change', () => {
    expect(eventsOf(calendar(week)).map(({ DTSTART, DTEND }) => [DTSTART, DTEND])).toEqual([
      ['20261031T040000Z', '20261031T120000Z'],
      ['20261101T040000Z', '20261101T130000Z'],
      ['20261102T050000Z', '20261102T130000Z'],
    ]);
  });

  it('tells the activities on the clock of the agent', () => {
    expect(eventsOf(calendar(week))[1]!['DESCRIPTION']).toBe('00:00-05:00 Contact (phone)\n05:00-08:00 昼休み');
  });

  it('keeps names with commas, semicolons and Japanese whole, in lines of at most 75 octets', () => {
    const text = calendar(week);
    expect(eventsOf(text)[0]!['SUMMARY']).toBe('池田, はな; "Hana": Night, late');
    expect(text).toContain('SUMMARY:池田\\, はな\\; "Hana": Night\\, late');
    expect(text).toContain('X-WR-CALNAME:池田\\, はな\\; "Hana"');
    expect(Math.max(...text.split('\r\n').map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n[\s\S]*\r\nEND:VCALENDAR(\r\n)?$/);
  });

  it('lets a name with a line end add no line of its own', () => {
    const sly = { ...names.agents[0]!, name: 'Amy\r\nBEGIN:VALARM' };
    expect(agentCalendar(sly, week, { names, writtenAt })).not.toMatch(/^BEGIN:VALARM/m);
  });

  it('gives a shift that moved within its day the UID it had, and two shifts two', () => {
    const [first, second] = [shift(Date.UTC(2026, 10, 3, 5), 8), shift(Date.UTC(2026, 10, 3, 7), 8)];
    const uid = (shifts: readonly Shift[]) => eventsOf(calendar(shifts)).map((event) => event['UID']);
    expect(uid([first])).toEqual(uid([second]));
    expect(new Set(uid([first, second, ...week])).size).toBe(5);
  });
});

describe('the files', () => {
  it('are named so that every file system takes them, differently for every agent', () => {
    const ids = [
      'amy',
      'Ben-2',
      '田中',
      '../etc/passwd',
      'a/b',
      'a:b',
      'con',
      'Max',
      'max',
      '',
      '. .',
      'x'.repeat(300),
    ];
    const found = [...calendarFileNames(ids).values()];
    expect(found.slice(0, 3)).toEqual(['amy.ics', 'Ben-2.ics', '田中.ics']);
    for (const name of found) expect(name).toMatch(/^[\p{L}\p{N}_-]{1,80}\.ics$/u);
    expect(found).not.toContain('con.ics');
    expect(new Set(found.map((name) => name.toLowerCase())).size).toBe(ids.length);
  });

  it('are written for agents with shifts, and go when there are none', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'yotei-ics-'));
    const inside = join(folder, 'new', 'folder');
    await makeFolder(inside, '--ics');
    const both = [shift(Date.UTC(2026, 10, 3, 5), 8), { ...shift(Date.UTC(2026, 10, 3, 5), 8), agentId: 'ben' }];
    expect(await writeCalendars(inside, { shifts: both }, { names, writtenAt })).toBe(2);
    expect(await writeCalendars(inside, { shifts: both.slice(1) }, { names, writtenAt })).toBe(1);
    expect(await readdir(inside)).toEqual(['ben.ics']);
    await rm(folder, { recursive: true });
  });
});
