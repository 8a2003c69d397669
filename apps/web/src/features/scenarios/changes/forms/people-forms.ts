import type { AbsenceChange } from '@yotei/scheduling/scenarios';
import { addDays } from '@yotei/time';
import { datesOf } from '../asked-often.js';
import {
  given,
  inPercent,
  number,
  QUEUES,
  readQueues,
  share,
  text,
  writeQueues,
  type ChangeForm,
  type Draft,
  type FormRoom,
} from './change-form.js';

const firstSkill = ({ skills }: FormRoom): string => skills[0]?.id ?? '';
const firstDay = ({ base }: FormRoom): string => datesOf(base)[0] ?? '';

export const headcountForm: ChangeForm<'headcount'> = {
  kind: 'headcount',
  fields: [
    { name: 'skillId', type: 'skill', needed: true },
    { name: 'people', type: 'number', needed: true },
    { name: 'fromOn', type: 'date' },
  ],
  start: (room) => ({ skillId: firstSkill(room), people: 1 }),
  read: ({ skillId, agents, fromOn }) => ({ skillId, people: agents, ...given({ fromOn }) }),
  write: (draft) => ({
    kind: 'headcount',
    skillId: text(draft, 'skillId') ?? '',
    agents: number(draft, 'people') ?? 0,
    ...given({ fromOn: text(draft, 'fromOn') }),
  }),
};

/** `50, 70, 90`: percent of a full agent's work in each week. */
const rampOf = (draft: Draft): readonly number[] | undefined => {
  const parts = (text(draft, 'ramp') ?? '').split(/[\s,、，;]+/).filter((part) => part !== '');
  const shares = parts.map((part) => Number(part.normalize('NFKC').replace('%', '')) / 100);
  return parts.length > 0 ? shares : undefined;
};

export const hiringForm: ChangeForm<'hiring'> = {
  kind: 'hiring',
  fields: [
    { name: 'skillId', type: 'skill', needed: true },
    { name: 'newPeople', type: 'number', least: 0, needed: true },
    { name: 'startsOn', type: 'date', needed: true },
    { name: 'trainingWeeks', type: 'number', least: 0 },
    { name: 'ramp', type: 'text' },
  ],
  start: (room) => ({
    skillId: firstSkill(room),
    newPeople: 4,
    startsOn: firstDay(room),
    trainingWeeks: 2,
    ramp: '50, 75, 90',
  }),
  read: ({ skillId, agents, startsOn, trainingWeeks, ramp }) => ({
    skillId,
    newPeople: agents,
    startsOn,
    ...given({ trainingWeeks, ramp: ramp?.map(inPercent).join(', ') }),
  }),
  write: (draft) => ({
    kind: 'hiring',
    skillId: text(draft, 'skillId') ?? '',
    agents: number(draft, 'newPeople') ?? 0,
    startsOn: text(draft, 'startsOn') ?? '',
    ...given({ trainingWeeks: number(draft, 'trainingWeeks'), ramp: rampOf(draft) }),
  }),
};

export const attritionForm: ChangeForm<'attrition'> = {
  kind: 'attrition',
  fields: [
    { name: 'yearlyPercent', type: 'percent', least: 0, most: 99, needed: true },
    { name: 'skillId', type: 'skill' },
    { name: 'fromOn', type: 'date' },
  ],
  start: () => ({ yearlyPercent: 20 }),
  read: ({ yearlyFraction, skillId, fromOn }) => ({
    yearlyPercent: inPercent(yearlyFraction),
    ...given({ skillId, fromOn }),
  }),
  write: (draft) => ({
    kind: 'attrition',
    yearlyFraction: share(draft, 'yearlyPercent') ?? 0,
    ...given({ skillId: text(draft, 'skillId'), fromOn: text(draft, 'fromOn') }),
  }),
};

export const contractForm: ChangeForm<'contract'> = {
  kind: 'contract',
  fields: [
    { name: 'hoursPerWeek', type: 'hours', least: 0 },
    { name: 'percentMore', type: 'percent', least: -100 },
    { name: 'skillId', type: 'skill' },
  ],
  start: () => ({ percentMore: -10 }),
  read: ({ factor, paidHoursPerWeek, skillId }) => ({
    percentMore: factor === undefined ? Number.NaN : inPercent(factor - 1),
    ...given({ hoursPerWeek: paidHoursPerWeek, skillId }),
  }),
  write: (draft, _, edited) => {
    const hours = number(draft, 'hoursPerWeek');
    const how = hours === undefined ? { factor: 1 + (share(draft, 'percentMore') ?? 0) } : { paidHoursPerWeek: hours };
    const whose = given({ skillId: text(draft, 'skillId'), contractId: edited?.contractId });
    return { kind: 'contract', ...how, ...whose };
  },
};

export const wagesForm: ChangeForm<'wages'> = {
  kind: 'wages',
  fields: [
    { name: 'percentMore', type: 'percent', least: -100 },
    { name: 'perPaidHour', type: 'number', least: 0 },
    { name: 'skillId', type: 'skill' },
  ],
  start: () => ({ percentMore: 3 }),
  read: ({ factor, perPaidHour, skillId }) => ({
    percentMore: factor === undefined ? Number.NaN : inPercent(factor - 1),
    ...given({ perPaidHour, skillId }),
  }),
  write: (draft, _, edited) => {
    const amount = number(draft, 'perPaidHour');
    const how = amount === undefined ? { factor: 1 + (share(draft, 'percentMore') ?? 0) } : { perPaidHour: amount };
    const whose = given({ skillId: text(draft, 'skillId'), contractId: edited?.contractId });
    return { kind: 'wages', ...how, ...whose };
  },
};

export const absenceForm: ChangeForm<'absence'> = {
  kind: 'absence',
  fields: [
    { name: 'fromOn', type: 'date', needed: true },
    { name: 'lastOn', type: 'date' },
    { name: 'away', type: 'number', least: 0 },
    { name: 'awayPercent', type: 'percent', least: 0, most: 100 },
    { name: 'skillId', type: 'skill' },
    ...QUEUES,
    { name: 'hoursPerDay', type: 'hours', least: 0 },
  ],
  start: (room) => ({ fromOn: firstDay(room), away: 2 }),
  read: (change) => ({
    fromOn: change.fromOn,
    awayPercent: inPercent(change.fraction),
    ...given({
      lastOn: change.untilOn === undefined ? undefined : addDays(change.untilOn, -1),
      away: change.agents,
      skillId: change.skillId,
      hoursPerDay: change.contactHoursPerDay,
    }),
    ...readQueues(change),
  }),
  // One of both: the people when they are given.
  write: (draft): AbsenceChange => {
    const agents = number(draft, 'away');
    const lastOn = text(draft, 'lastOn');
    return {
      kind: 'absence',
      fromOn: text(draft, 'fromOn') ?? '',
      ...(agents === undefined ? { fraction: share(draft, 'awayPercent') ?? 0 } : { agents }),
      ...given({
        untilOn: lastOn === undefined ? undefined : addDays(lastOn, 1),
        skillId: text(draft, 'skillId'),
        contactHoursPerDay: number(draft, 'hoursPerDay'),
      }),
      ...writeQueues(draft),
    };
  },
};
