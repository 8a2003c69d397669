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

export const volumeForm: ChangeForm<'volume'> = {
  kind: 'volume',
  fields: [{ name: 'percentMore', type: 'percent', least: -100, most: 1900, needed: true }, ...QUEUES, ...WHEN],
  start: () => ({ percentMore: 20 }),
  read: (change) => ({ percentMore: inPercent(change.factor - 1), ...readQueues(change), ...readWhen(change) }),
  write: (draft) => ({
    kind: 'volume',
    factor: 1 + (share(draft, 'percentMore') ?? 0),
    ...writeQueues(draft),
    ...writeWhen(draft),
  }),
};

export const handleTimeForm: ChangeForm<'handle-time'> = {
  kind: 'handle-time',
  fields: [
    { name: 'addSeconds', type: 'seconds' },
    { name: 'percentMore', type: 'percent', least: -100 },
    ...QUEUES,
    ...WHEN,
  ],
  start: () => ({ addSeconds: 30 }),
  read: (change) => ({
    ...given({ addSeconds: change.addSeconds }),
    percentMore: change.factor === undefined ? Number.NaN : inPercent(change.factor - 1),
    ...readQueues(change),
    ...readWhen(change),
  }),
  write: (draft) => {
    const more = share(draft, 'percentMore');
    return {
      kind: 'handle-time',
      ...given({ factor: more === undefined ? undefined : 1 + more, addSeconds: number(draft, 'addSeconds') }),
      ...writeQueues(draft),
      ...writeWhen(draft),
    };
  },
};

export const mixForm: ChangeForm<'mix'> = {
  kind: 'mix',
  fields: [
    { name: 'fromQueueId', type: 'queue', needed: true },
    { name: 'toQueueId', type: 'queue', needed: true },
    { name: 'share', type: 'percent', least: 0, most: 100, needed: true },
    { name: 'keepHandleTime', type: 'yes' },
    ...WHEN,
  ],
  start: ({ base: { queues } }) => ({
    fromQueueId: queues[0]?.id ?? '',
    toQueueId: queues[1]?.id ?? '',
    share: 10,
    keepHandleTime: false,
  }),
  read: (change) => ({
    fromQueueId: change.fromQueueId,
    toQueueId: change.toQueueId,
    share: inPercent(change.fraction),
    keepHandleTime: change.keepHandleTime ?? false,
    ...readWhen(change),
  }),
  write: (draft) => ({
    kind: 'mix',
    fromQueueId: text(draft, 'fromQueueId') ?? '',
    toQueueId: text(draft, 'toQueueId') ?? '',
    fraction: share(draft, 'share') ?? 0,
    ...(yes(draft, 'keepHandleTime') ? { keepHandleTime: true } : {}),
    ...writeWhen(draft),
  }),
};

export const deflectionForm: ChangeForm<'deflection'> = {
  kind: 'deflection',
  fields: [
    { name: 'botShare', type: 'percent', least: 0, most: 100, needed: true },
    { name: 'botHandlePercent', type: 'percent', least: 0 },
    { name: 'returningPercent', type: 'percent', least: 0, most: 100 },
    { name: 'returnHours', type: 'hours', least: 0 },
    ...QUEUES,
    ...WHEN,
  ],
  start: () => ({ botShare: 15, botHandlePercent: 80, returningPercent: 0 }),
  read: (change) => ({
    botShare: inPercent(change.deflectedFraction),
    botHandlePercent: inPercent(change.deflectedHandleFactor),
    returningPercent: inPercent(change.returningFraction),
    ...given({ returnHours: change.returnHours }),
    ...readQueues(change),
    ...readWhen(change),
  }),
  write: (draft) => ({
    kind: 'deflection',
    deflectedFraction: share(draft, 'botShare') ?? 0,
    ...given({
      deflectedHandleFactor: share(draft, 'botHandlePercent'),
      returningFraction: share(draft, 'returningPercent'),
      returnHours: number(draft, 'returnHours'),
    }),
    ...writeQueues(draft),
    ...writeWhen(draft),
  }),
};

export const repeatForm: ChangeForm<'repeat-contacts'> = {
  kind: 'repeat-contacts',
  fields: [
    { name: 'repeatPercent', type: 'percent', least: 0, most: 99, needed: true },
    { name: 'repeatTodayPercent', type: 'percent', least: 0, most: 99 },
    { name: 'returnHours', type: 'hours', least: 0 },
    ...QUEUES,
  ],
  start: () => ({ repeatPercent: 10, repeatTodayPercent: 0 }),
  read: (change) => ({
    repeatPercent: inPercent(change.repeatFraction),
    repeatTodayPercent: inPercent(change.repeatFractionInForecast),
    ...given({ returnHours: change.returnHours }),
    ...readQueues(change),
  }),
  write: (draft, _, edited) => ({
    kind: 'repeat-contacts',
    repeatFraction: share(draft, 'repeatPercent') ?? 0,
    ...given({
      repeatFractionInForecast: share(draft, 'repeatTodayPercent'),
      returnHours: number(draft, 'returnHours'),
      repeatHandleFactor: edited?.repeatHandleFactor,
    }),
    ...writeQueues(draft),
  }),
};
