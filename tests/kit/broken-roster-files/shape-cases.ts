import { objectAt, type BrokenCase, type RosterFilesDraft } from './draft.js';

/** Every object of the files with the fields it must have and those it may have, by what they hold. */
const OBJECTS: readonly {
  readonly file: 'agents' | 'rules' | 'roster';
  readonly at: string;
  readonly required: Readonly<Record<string, string>>;
  readonly optional?: Readonly<Record<string, string>>;
}[] = [
  {
    file: 'agents',
    at: '',
    required: { contracts: 'list', templates: 'list', agents: 'list' },
    optional: { zone: 'zone', queues: 'list', timeOff: 'list', preferences: 'list', activityTypes: 'list' },
  },
  {
    file: 'agents',
    at: 'activityTypes[1]',
    required: { id: 'text', paid: 'flag', contactWork: 'flag' },
    optional: { title: 'text' },
  },
  {
    file: 'agents',
    at: 'contracts[0]',
    required: {
      id: 'text',
      weeklyMinutesMin: 'number',
      weeklyMinutesMax: 'number',
      daysPerWeekMax: 'number',
      templates: 'texts',
    },
  },
  {
    file: 'agents',
    at: 'templates[0]',
    required: {
      id: 'text',
      earliestStart: 'clock',
      latestStart: 'clock',
      startStepMinutes: 'number',
      lengthMinutes: 'number',
    },
    optional: { weekdays: 'numbers', activities: 'list' },
  },
  {
    file: 'agents',
    at: 'templates[0].activities[1]',
    required: { type: 'text', lengthMinutes: 'number', earliestStartMinutes: 'number', latestStartMinutes: 'number' },
    optional: { minGapMinutes: 'number' },
  },
  { file: 'agents', at: 'queues[0]', required: { id: 'text', skill: 'text' } },
  {
    file: 'agents',
    at: 'agents[0]',
    required: { id: 'text', contract: 'text', skills: 'texts' },
    optional: { seniority: 'choice', availability: 'list' },
  },
  { file: 'agents', at: 'agents[1].availability[0]', required: { weekday: 'number', from: 'clock', until: 'clock' } },
  {
    file: 'agents',
    at: 'timeOff[0]',
    required: { agent: 'text', start: 'instant', end: 'instant', paidMinutes: 'number' },
  },
  {
    file: 'agents',
    at: 'preferences[0]',
    required: { agent: 'text', kind: 'choice', weight: 'number' },
    optional: { on: 'date' },
  },
  { file: 'rules', at: '', required: { rules: 'list' }, optional: { slotMinutes: 'number', weights: 'object' } },
  {
    file: 'rules',
    at: 'rules[0]',
    required: { rule: 'text', level: 'choice' },
    optional: { parameters: 'object', weight: 'number', contracts: 'texts' },
  },
  { file: 'rules', at: 'weights', required: {}, optional: { underStaffing: 'numbers' } },
  { file: 'roster', at: '', required: { shifts: 'list' } },
  {
    file: 'roster',
    at: 'shifts[0]',
    required: { agent: 'text', start: 'instant', end: 'instant' },
    optional: { locked: 'flag', agreedForm: 'flag', activities: 'list' },
  },
  {
    file: 'roster',
    at: 'shifts[0].activities[0]',
    required: { type: 'text', start: 'instant', end: 'instant' },
    optional: { queue: 'text' },
  },
];

/** A value of the wrong kind, and the word of the message that names the right one. */
const WRONG: Readonly<Record<string, readonly [value: unknown, says: string]>> = {
  text: [7, 'must be a text'],
  texts: ['voice', 'must be a list of texts'],
  number: ['much', 'must be a number'],
  numbers: [[1, 'two'], 'must be a list of numbers'],
  flag: ['yes', 'must be true or false'],
  list: [{}, 'must be a list'],
  object: [[], 'must be an object'],
  clock: ['9 am', 'must be a time of day such as 09:30'],
  instant: ['2026-11-03', 'must be a time such as 2026-11-02T09:00:00+09:00'],
  date: ['2026-02-30', 'must be a date such as 2026-11-02'],
  zone: ['Mars/Olympus', 'must be an IANA time zone'],
  choice: ['sometimes', 'must be '],
};

const within = (at: string, field: string): string => (at === '' ? field : `${at}.${field}`);

/** A wrong kind, a field missing, a field too many: everywhere. */
export function shapeCases(): BrokenCase[] {
  return OBJECTS.flatMap(({ file, at, required, optional = {} }) => [
    ...Object.entries({ ...required, ...optional }).map(([field, kind]): BrokenCase => ({
      name: `${file}: ${within(at, field)} of the wrong kind`,
      file,
      says: [`${within(at, field)}: `, WRONG[kind]![1]],
      change: (draft) => (objectAt(draft[file], at)[field] = WRONG[kind]![0]),
    })),
    ...Object.keys(required).map((field): BrokenCase => ({
      name: `${file}: ${within(at, field)} missing`,
      file,
      says: [`${within(at, field)}: is missing; expected `],
      change: (draft) => delete objectAt(draft[file], at)[field],
    })),
    // A roster file holds score and run beside the shifts, which readers leave aside.
    ...(file === 'roster' && at === ''
      ? []
      : [
          {
            name: `${file}: a field ${at || 'the file'} does not have`,
            file,
            says: [`${within(at, 'colour')}: is not known here; known are `],
            change: (draft: RosterFilesDraft) => (objectAt(draft[file], at).colour = 'blue'),
          },
        ]),
  ]);
}
