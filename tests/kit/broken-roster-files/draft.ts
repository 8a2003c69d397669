/**
 * Two hundred ways to break the files of a roster, each by one slip in files that are sound, with the file, the place and
 * the words a planner must be given. Used by the command line's tests.
 */

/* eslint-disable-next-line @typescript-eslint/no-explicit-any -- the slips put anything anywhere */
export type Loose = any;

/** The parts a case may change: JSON documents as objects, CSV as text, further options of the command. */
export interface RosterFilesDraft {
  agents: Loose;
  rules: Loose;
  roster: Loose;
  requirement: string;
  history: string;
  options: string[];
}

export type BrokenFile = 'agents' | 'rules' | 'roster' | 'requirement' | 'history' | 'options';

export interface BrokenCase {
  readonly name: string;
  /** The file that is at fault. */
  readonly file: BrokenFile;
  /** What the message must hold besides the file's name: the place, then words of the reason. */
  readonly says: readonly string[];
  readonly change?: (draft: RosterFilesDraft) => void;
  /** The file's bytes instead of a change to its content. */
  readonly text?: string | Buffer;
}

export const MONDAY = '2026-11-02';

/** Sound files of a small centre in Tokyo: one locked shift, one absence, one wish, last week's shift. */
export function soundRosterFiles(): RosterFilesDraft {
  const activity = (type: string, start: string, end: string) => ({
    type,
    start: `${MONDAY}T${start}:00+09:00`,
    end: `${MONDAY}T${end}:00+09:00`,
  });
  const hours = Array.from({ length: 50 }, (_, i) => {
    const hour = (n: number) => `2026-11-0${2 + Math.floor(i / 10)}T${String(8 + n).padStart(2, '0')}:00+09:00`;
    return `phone,${hour(i % 10)},${hour((i % 10) + 1)},1`;
  });
  return {
    agents: {
      zone: 'Asia/Tokyo',
      activityTypes: [
        { id: 'contact', title: 'Contact', paid: true, contactWork: true },
        { id: 'lunch', title: 'Lunch', paid: false, contactWork: false },
        { id: 'break', title: 'Break', paid: true, contactWork: false },
      ],
      contracts: [
        {
          id: 'full',
          title: 'Full',
          weeklyMinutesMin: 0,
          weeklyMinutesMax: 2400,
          daysPerWeekMax: 5,
          templates: ['day'],
        },
      ],
      templates: [
        {
          id: 'day',
          title: 'Day',
          earliestStart: '08:00',
          latestStart: '12:00',
          startStepMinutes: 30,
          lengthMinutes: 540,
          weekdays: [1, 2, 3, 4, 5],
          activities: [
            { type: 'break', lengthMinutes: 15, earliestStartMinutes: 60, latestStartMinutes: 150 },
            { type: 'lunch', lengthMinutes: 60, earliestStartMinutes: 180, latestStartMinutes: 300, minGapMinutes: 60 },
          ],
        },
      ],
      queues: [{ id: 'phone', skill: 'voice' }],
      agents: [
        { id: 'amy', name: 'Amy', contract: 'full', skills: ['voice'], site: 'tokyo', seniority: 'senior' },
        {
          id: 'ben',
          contract: 'full',
          skills: ['voice'],
          availability: [{ weekday: 1, from: '08:00', until: '22:00' }],
        },
      ],
      timeOff: [{ agent: 'ben', start: '2026-11-04T00:00+09:00', end: '2026-11-05T00:00+09:00', paidMinutes: 480 }],
      preferences: [
        { agent: 'amy', kind: 'day-off', on: '2026-11-06', weight: 20 },
        { agent: 'amy', kind: 'start-between', from: '08:00', until: '09:30', weight: 4 },
      ],
    },
    rules: {
      slotMinutes: 15,
      rules: [
        'weekly-paid-minutes',
        'min-rest-between-shifts',
        'one-shift-per-day',
        'within-availability',
        'no-work-in-time-off',
        'max-days-per-week',
        'activity-windows',
      ].map((rule) => ({ rule, level: 'must' })),
      weights: { underStaffing: [10, 20, 40], overStaffing: [1, 2, 4] },
    },
    roster: {
      shifts: [
        {
          agent: 'amy',
          start: `${MONDAY}T09:00:00+09:00`,
          end: `${MONDAY}T18:00:00+09:00`,
          template: 'day',
          locked: true,
          activities: [
            activity('contact', '09:00', '10:30'),
            activity('break', '10:30', '10:45'),
            activity('contact', '10:45', '13:00'),
            activity('lunch', '13:00', '14:00'),
            activity('contact', '14:00', '18:00'),
          ],
        },
      ],
    },
    requirement: `queue,start,end,agents_to_roster\n${hours.join('\n')}\n`,
    history: 'agent,start,end,activity\namy,2026-10-30T09:00+09:00,2026-10-30T17:00+09:00,contact\n',
    options: [],
  };
}

/** The object at a path such as `templates[0].activities[1]`. */
export function objectAt(document: Loose, path: string): Loose {
  return path === ''
    ? document
    : path
        .split(/[.[\]]+/)
        .filter(Boolean)
        .reduce((value, key) => value[key], document);
}

/** A case of one change: the file at fault, its name, what the message must hold, the change. */
export type Short = readonly [
  file: BrokenFile,
  name: string,
  says: readonly string[],
  change: (draft: RosterFilesDraft) => void,
];

/** Puts a value into a field of a file. */
export const set =
  (file: 'agents' | 'rules' | 'roster', path: string, field: string, value: unknown) =>
  (draft: RosterFilesDraft): void =>
    void (objectAt(draft[file], path)[field] = value);

export const inAgents = (path: string, field: string, value: unknown) => set('agents', path, field, value);
