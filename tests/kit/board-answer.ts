import { tile } from '../../apps/web/src/features/rosters/board/index.js';

/** Monday 2 November 2026, 00:00 in Tokyo. */
const WEEK_START = Date.parse('2026-11-01T15:00:00Z');
const TYPES = ['contact', 'break', 'lunch', 'training'];
const NAMES = ['佐藤 愛子', 'Ben Carter', '田中 大樹', 'Emma Wright'];
const WEDNESDAY = 2 * 1440;

const at = (minute: number) => new Date(WEEK_START + minute * 60_000).toISOString().replace('.000', '');

/** Four agents; the first three work on Wednesday from 09:00, 09:30 and 10:00, with a break and a lunch. */
function shiftColumns() {
  const shifts = [0, 1, 2].map((agent) => {
    const start = WEDNESDAY + 540 + agent * 30;
    const span = { start, length: 540 };
    const placed = [
      { type: 1, start: start + 90, length: 15 },
      { type: 2, start: start + 210, length: 60 },
    ];
    return { id: `w${agent}`, agent, ...span, activities: tile(span, placed, 0) };
  });
  const activities = shifts.flatMap((shift) => shift.activities);
  const column = (offset: number) => activities.filter((_, k) => k % 3 === offset);
  return {
    ids: shifts.map(({ id }) => id),
    versions: shifts.map(() => 1),
    agentIndex: shifts.map(({ agent }) => agent),
    startMinute: shifts.map(({ start }) => start),
    lengthMinutes: shifts.map(({ length }) => length),
    templateIndex: shifts.map(() => -1),
    flags: shifts.map(() => 0),
    activityOffset: [0, ...shifts.map((_, i) => ((i + 1) * activities.length) / 3 / shifts.length)],
    activityType: column(0),
    activityStartMinute: column(1),
    activityLengthMinutes: column(2),
    templateIds: ['t8'],
    activityTypeIds: TYPES,
  };
}

const NOTHING = {
  ids: [],
  versions: [],
  agentIndex: [],
  startMinute: [],
  lengthMinutes: [],
  templateIndex: [],
  flags: [],
  activityOffset: [0],
  activityType: [],
  activityStartMinute: [],
  activityLengthMinutes: [],
  templateIds: [],
  activityTypeIds: [],
};

/** The board query's answer: a draft of four agents, three to roster from 09:00 to 18:00 on Wednesday. */
export function scheduleBoardAnswer(change: Record<string, unknown> = {}) {
  return {
    schedule: {
      id: 'draft',
      siteId: null,
      weekStartOn: '2026-11-02',
      weeks: 1,
      zone: 'Asia/Tokyo',
      state: 'DRAFT',
      version: 3,
      publishedAt: null,
      changesSincePublish: 0,
      requirementId: 'r1',
      updatedAt: at(0),
    },
    startAt: at(0),
    endAt: at(7 * 1440),
    slotMinutes: 15,
    agents: NAMES.map((name, i) => ({
      id: `a${i}`,
      name,
      nameReading: null,
      siteId: 'tokyo',
      teamId: i < 2 ? 'billing' : 'technical',
      contractId: 'c40',
      zone: 'Asia/Tokyo',
      skillIds: ['s1'],
      seniority: 'senior',
      availability: [],
    })),
    shifts: shiftColumns(),
    history: NOTHING,
    historyFromAt: at(-14 * 1440),
    sessionTitles: [],
    timeOff: [
      { agentId: 'a3', startAt: at(WEDNESDAY), endAt: at(WEDNESDAY + 1440), paidMinutes: 480, reason: 'Annual leave' },
    ],
    requirement: {
      requirement: { id: 'r1', version: 1 },
      queues: [
        {
          queue: { id: 'q1', skillId: 's1', name: { en: 'Voice', ja: '電話' } },
          startAt: at(WEDNESDAY + 540),
          stepMinutes: 30,
          agentsToRoster: Array.from({ length: 18 }, () => 3),
        },
      ],
    },
    ...change,
  };
}

/** Contracts, templates and rules for {@link scheduleBoardAnswer}: a break of the rule is a shift that starts before 07:00. */
export function planningAnswer() {
  return {
    viewer: {
      organisation: {
        shiftTemplates: [
          {
            id: 't8',
            title: '8 h day',
            earliestStartMinute: 420,
            latestStartMinute: 720,
            startStepMinutes: 30,
            lengthMinutes: 540,
            weekdays: null,
            activities: [
              {
                activityTypeId: 'lunch',
                lengthMinutes: 60,
                earliestStartMinutes: 180,
                latestStartMinutes: 300,
                minGapMinutes: 0,
              },
            ],
          },
        ],
        contracts: [
          {
            id: 'c40',
            title: '40 h',
            weeklyMinutesMin: 0,
            weeklyMinutesMax: 2400,
            daysPerWeekMax: 5,
            templateIds: ['t8'],
          },
        ],
        ruleSettings: [
          {
            ruleId: 'max-continuous-contact-minutes',
            level: 'MUST',
            parameters: { contactMinutes: 300 },
            weight: null,
            contractIds: null,
            siteIds: null,
          },
        ],
      },
    },
  };
}

interface SentEdit {
  readonly shiftId: string | null;
  readonly agentId: string;
  readonly expectedVersion: number | null;
  readonly remove?: boolean;
}

/** What an honest server says to an edit: everything stored, versions one higher. */
export function editedAnswer(input: { readonly edits: readonly SentEdit[] }) {
  return {
    editShifts: {
      __typename: 'ShiftsEdited',
      scheduleVersion: 4,
      changesSincePublish: 0,
      shifts: input.edits
        .filter((edit) => !edit.remove)
        .map((edit) => ({
          templateId: null,
          locked: false,
          ...edit,
          id: edit.shiftId ?? 'fresh',
          version: (edit.expectedVersion ?? 0) + 1,
          handEdited: true,
        })),
      removedIds: input.edits.flatMap((edit) => (edit.remove && edit.shiftId ? [edit.shiftId] : [])),
    },
  };
}
