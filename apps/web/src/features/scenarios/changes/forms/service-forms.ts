import type { ServiceGoal } from '@yotei/scheduling/staffing';
import {
  given,
  inPercent,
  number,
  QUEUES,
  readQueues,
  readWhen,
  share,
  text,
  WHEN,
  writeQueues,
  writeWhen,
  yes,
  type ChangeForm,
} from './change-form.js';

export const goalForm: ChangeForm<'goal'> = {
  kind: 'goal',
  fields: [
    { name: 'levelPercent', type: 'percent', least: 0, most: 100 },
    { name: 'withinSeconds', type: 'seconds', least: 0 },
    { name: 'asaSeconds', type: 'seconds', least: 0 },
    { name: 'abandonmentPercent', type: 'percent', least: 0, most: 100 },
    ...QUEUES,
  ],
  start: () => ({ levelPercent: 90, withinSeconds: 10 }),
  read: (change) => ({
    levelPercent: inPercent(change.goal.serviceLevelFraction ?? undefined),
    withinSeconds: change.goal.answerWithinSeconds ?? Number.NaN,
    asaSeconds: change.goal.asaSeconds ?? Number.NaN,
    abandonmentPercent: inPercent(change.goal.maxAbandonmentFraction ?? undefined),
    ...readQueues(change),
  }),
  write: (draft, _, edited) => ({
    kind: 'goal',
    goal: given({
      ...edited?.goal,
      serviceLevelFraction: share(draft, 'levelPercent'),
      answerWithinSeconds: number(draft, 'withinSeconds'),
      asaSeconds: number(draft, 'asaSeconds'),
      maxAbandonmentFraction: share(draft, 'abandonmentPercent'),
    }) as { readonly [Key in keyof ServiceGoal]?: ServiceGoal[Key] | null },
    ...writeQueues(draft),
  }),
};

export const patienceForm: ChangeForm<'patience'> = {
  kind: 'patience',
  fields: [
    { name: 'patienceSeconds', type: 'seconds', least: 1 },
    { name: 'percentMore', type: 'percent', least: -99 },
    ...QUEUES,
  ],
  start: () => ({ percentMore: -25 }),
  read: (change) => ({
    ...given({ patienceSeconds: change.seconds }),
    percentMore: change.factor === undefined ? Number.NaN : inPercent(change.factor - 1),
    ...readQueues(change),
  }),
  // One of both: seconds when they are given.
  write: (draft) => {
    const seconds = number(draft, 'patienceSeconds');
    const how = seconds === undefined ? { factor: 1 + (share(draft, 'percentMore') ?? 0) } : { seconds };
    return { kind: 'patience', ...how, ...writeQueues(draft) };
  },
};

export const occupancyForm: ChangeForm<'occupancy-cap'> = {
  kind: 'occupancy-cap',
  fields: [{ name: 'occupancyPercent', type: 'percent', least: 1, most: 100 }, ...QUEUES],
  start: () => ({ occupancyPercent: 85 }),
  read: (change) => ({ occupancyPercent: inPercent(change.maxOccupancyFraction ?? undefined), ...readQueues(change) }),
  write: (draft) => ({
    kind: 'occupancy-cap',
    maxOccupancyFraction: share(draft, 'occupancyPercent') ?? null,
    ...writeQueues(draft),
  }),
};

export const shrinkageForm: ChangeForm<'shrinkage'> = {
  kind: 'shrinkage',
  fields: [
    { name: 'reason', type: 'reason', needed: true },
    { name: 'shrinkPercent', type: 'percent', least: 0, most: 99, needed: true },
    { name: 'planned', type: 'yes' },
    ...QUEUES,
    { name: 'weekdays', type: 'weekdays' },
    { name: 'fromClock', type: 'clock' },
    { name: 'untilClock', type: 'clock' },
  ],
  start: ({ base }) => {
    const reason = base.queues[0]?.plan.shrinkage?.[0];
    return {
      reason: reason?.id ?? 'sickness',
      shrinkPercent: inPercent(reason?.fraction ?? 0.05),
      planned: reason?.planned ?? false,
    };
  },
  read: (change) => ({
    reason: change.reason.id,
    shrinkPercent: inPercent(change.reason.fraction),
    planned: change.reason.planned,
    ...readWhen(change.reason),
    ...readQueues(change),
  }),
  write: (draft) => {
    const { weekdays, fromMinute, untilMinute } = writeWhen(draft);
    return {
      kind: 'shrinkage',
      reason: {
        id: text(draft, 'reason') ?? 'sickness',
        fraction: share(draft, 'shrinkPercent') ?? 0,
        planned: yes(draft, 'planned'),
        ...(given({ weekdays, fromMinute, untilMinute }) as object),
      },
      ...writeQueues(draft),
    };
  },
};

export const openingHoursForm: ChangeForm<'opening-hours'> = {
  kind: 'opening-hours',
  fields: [
    ...WHEN.slice(2),
    { name: 'outside', type: 'outside' },
    { name: 'contactsPerNewHour', type: 'number', least: 0 },
    ...QUEUES,
  ],
  start: () => ({ weekdays: ['1', '2', '3', '4', '5'], fromClock: '09:00', untilClock: '20:00', outside: 'lost' }),
  read: (change) => ({
    ...readWhen(change.workedHours[0] ?? {}),
    outside: change.contactsOutside ?? 'lost',
    ...given({ contactsPerNewHour: change.contactsPerNewHour }),
    ...readQueues(change),
  }),
  // The form shows the first part of the week; further parts of an edited change stay.
  write: (draft, _, edited) => {
    const { weekdays, fromMinute, untilMinute } = writeWhen(draft);
    const first = given({ weekdays, fromMinute, untilMinute }) as object;
    return {
      kind: 'opening-hours',
      workedHours: [first, ...(edited?.workedHours.slice(1) ?? [])],
      contactsOutside: text(draft, 'outside') === 'move' ? 'move' : 'lost',
      ...given({ contactsPerNewHour: number(draft, 'contactsPerNewHour') }),
      ...writeQueues(draft),
    };
  },
};
