import type { ChangeOf, ScenarioBase, ScenarioChange, ScenarioChangeKind } from '@yotei/scheduling/scenarios';
import { addDays, type LocalDate } from '@yotei/time';

/** What stands in the fields: texts, numbers (NaN = empty), ids. Shares are in percent, as people write them. */
export type Draft = Readonly<Record<string, DraftValue>>;
export type DraftValue = string | number | boolean | readonly string[];

export interface Choice {
  readonly id: string;
  readonly text: string;
}

/** What the fields of a form choose from. */
export interface FormRoom {
  readonly base: ScenarioBase;
  readonly skills: readonly Choice[];
  readonly sites: readonly Choice[];
  readonly packs: readonly Choice[];
}

/** Label and hint stand in the texts under `scenarios.field.<name>`. */
export type Field = {
  readonly name: FieldName;
  /** Empty is refused. */
  readonly needed?: boolean;
} & (
  | { readonly type: 'percent' | 'number' | 'seconds' | 'hours'; readonly least?: number; readonly most?: number }
  | { readonly type: 'date' | 'text' | 'clock' | 'weekdays' | 'queues' | 'yes' }
  | { readonly type: 'queue' | 'skill' | 'site' | 'pack' | 'channel' | 'outside' | 'reason' }
);

export const FIELD_NAMES = [
  'queueIds',
  'fromOn',
  'lastOn',
  'weekdays',
  'fromClock',
  'untilClock',
  'percentMore',
  'addSeconds',
  'fromQueueId',
  'toQueueId',
  'share',
  'keepHandleTime',
  'botShare',
  'botHandlePercent',
  'returningPercent',
  'returnHours',
  'repeatPercent',
  'repeatTodayPercent',
  'levelPercent',
  'withinSeconds',
  'asaSeconds',
  'abandonmentPercent',
  'patienceSeconds',
  'reason',
  'shrinkPercent',
  'planned',
  'skillId',
  'people',
  'newPeople',
  'startsOn',
  'trainingWeeks',
  'ramp',
  'yearlyPercent',
  'hoursPerWeek',
  'outside',
  'contactsPerNewHour',
  'perPaidHour',
  'away',
  'awayPercent',
  'hoursPerDay',
  'title',
  'channel',
  'likeQueueId',
  'comparedPercent',
  'takenPercent',
  'handleSeconds',
  'occupancyPercent',
  'packId',
  'countGuidelines',
  'siteId',
] as const;
export type FieldName = (typeof FIELD_NAMES)[number];

/** The form of one kind of change: its fields, and the way from the change to them and back. */
export interface ChangeForm<Kind extends ScenarioChangeKind> {
  readonly kind: Kind;
  readonly fields: readonly Field[];
  /** What stands in the fields of a new one. */
  readonly start: (room: FormRoom) => Draft;
  readonly read: (change: ChangeOf<Kind>) => Draft;
  /** `edited`: the change before, whose parts without a field are kept. */
  readonly write: (draft: Draft, room: FormRoom, edited: ChangeOf<Kind> | undefined) => ChangeOf<Kind>;
}

export const text = (draft: Draft, name: FieldName): string | undefined => {
  const value = draft[name];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
};
export const number = (draft: Draft, name: FieldName): number | undefined => {
  const value = draft[name];
  return typeof value === 'number' && !Number.isNaN(value) ? value : undefined;
};
/** Written in percent, kept as a share; without the dust of binary fractions. */
export const share = (draft: Draft, name: FieldName): number | undefined => {
  const value = number(draft, name);
  return value === undefined ? undefined : Math.round(value * 1e6) / 1e8;
};
export const inPercent = (fraction: number | undefined): number =>
  fraction === undefined ? Number.NaN : Math.round(fraction * 1e8) / 1e6;
const list = (draft: Draft, name: FieldName): readonly string[] => {
  const value = draft[name];
  return Array.isArray(value) ? (value as readonly string[]) : [];
};
export const yes = (draft: Draft, name: FieldName): boolean => draft[name] === true;

/** An object without the parts that are not given. */
export function given<Parts extends object>(parts: Parts): { [Key in keyof Parts]: Exclude<Parts[Key], undefined> } {
  const kept = Object.entries(parts).filter(([, value]) => value !== undefined);
  return Object.fromEntries(kept) as { [Key in keyof Parts]: Exclude<Parts[Key], undefined> };
}

export const QUEUES: readonly Field[] = [{ name: 'queueIds', type: 'queues' }];
export const WHEN: readonly Field[] = [
  { name: 'fromOn', type: 'date' },
  { name: 'lastOn', type: 'date' },
  { name: 'weekdays', type: 'weekdays' },
  { name: 'fromClock', type: 'clock' },
  { name: 'untilClock', type: 'clock' },
];

export const readQueues = ({ queueIds }: { readonly queueIds?: readonly string[] }): Draft =>
  queueIds ? { queueIds } : {};
export const writeQueues = (draft: Draft) => {
  const queueIds = list(draft, 'queueIds');
  return queueIds.length > 0 ? { queueIds } : {};
};

const clockText = (minute: number) =>
  `${String(Math.floor((minute % 1440) / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
const minuteOf = (clock: string | undefined): number | undefined => {
  const found = /^(\d{1,2}):(\d{2})$/.exec(clock ?? '');
  return found ? Number(found[1]) * 60 + Number(found[2]) : undefined;
};

interface When {
  readonly fromOn?: LocalDate;
  readonly untilOn?: LocalDate;
  readonly weekdays?: readonly number[];
  readonly fromMinute?: number;
  readonly untilMinute?: number;
}

export const readWhen = ({ fromOn, untilOn, weekdays, fromMinute, untilMinute }: When): Draft =>
  given({
    fromOn,
    lastOn: untilOn === undefined ? undefined : addDays(untilOn, -1),
    weekdays: weekdays?.map(String),
    fromClock: fromMinute === undefined ? undefined : clockText(fromMinute),
    untilClock: untilMinute === undefined ? undefined : clockText(untilMinute),
  });

/** Midnight as an end is the end of the day. */
export const writeWhen = (draft: Draft): When => {
  const lastOn = text(draft, 'lastOn');
  const weekdays = list(draft, 'weekdays').map(Number);
  const untilMinute = minuteOf(text(draft, 'untilClock'));
  return given({
    fromOn: text(draft, 'fromOn'),
    untilOn: lastOn === undefined ? undefined : addDays(lastOn, 1),
    weekdays: weekdays.length > 0 ? weekdays : undefined,
    fromMinute: minuteOf(text(draft, 'fromClock')),
    untilMinute: untilMinute === 0 ? 1440 : untilMinute,
  }) as When;
};

/** The fields of a change, when its kind has a form. */
export type AnyChangeForm = ChangeForm<ScenarioChange['kind']>;
