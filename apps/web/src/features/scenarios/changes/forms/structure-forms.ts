import type { SkillHeadcount } from '@yotei/scheduling/scenarios';
import {
  given,
  inPercent,
  number,
  readQueues,
  share,
  text,
  writeQueues,
  yes,
  type ChangeForm,
  type FormRoom,
} from './change-form.js';

/** An id no queue has yet, out of a title. */
function newQueueId(title: string, { base }: FormRoom): string {
  const stem = `new-${title.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`.replace(/-+$/, '');
  const taken = new Set(base.queues.map(({ id }) => id));
  for (let count = 1; ; count++) {
    const id = count === 1 ? stem : `${stem}-${count}`;
    if (!taken.has(id)) return id;
  }
}

export const newChannelForm: ChangeForm<'new-channel'> = {
  kind: 'new-channel',
  fields: [
    { name: 'title', type: 'text', needed: true },
    { name: 'channel', type: 'channel', needed: true },
    { name: 'likeQueueId', type: 'queue', needed: true },
    { name: 'comparedPercent', type: 'percent', least: 0, needed: true },
    { name: 'takenPercent', type: 'percent', least: 0, most: 100 },
    { name: 'handleSeconds', type: 'seconds', least: 1, needed: true },
    { name: 'skillId', type: 'skill' },
  ],
  start: ({ base: { queues } }) => ({
    title: '',
    channel: queues[0]?.channel ?? '',
    likeQueueId: queues[0]?.id ?? '',
    comparedPercent: 20,
    takenPercent: 50,
    handleSeconds: 300,
  }),
  read: (change) => ({
    title: change.title,
    channel: change.channel,
    likeQueueId: change.likeQueueId,
    comparedPercent: inPercent(change.contactsFactor),
    takenPercent: inPercent(change.takenFraction),
    handleSeconds: change.averageHandleSeconds,
    ...given({ skillId: change.skillId ?? undefined }),
  }),
  // Worked as the queue it is like, until the goal or another change says otherwise.
  write: (draft, room, edited) => {
    const likeQueueId = text(draft, 'likeQueueId') ?? '';
    const like = room.base.queues.find(({ id }) => id === likeQueueId) ?? room.base.queues[0];
    if (!like) throw new Error('base (no queues) must have a queue a new one can be like');
    const title = text(draft, 'title') ?? '';
    return {
      kind: 'new-channel',
      queueId: edited?.queueId ?? newQueueId(title, room),
      title,
      channel: text(draft, 'channel') ?? like.channel,
      skillId: text(draft, 'skillId') ?? like.skillId,
      likeQueueId,
      contactsFactor: share(draft, 'comparedPercent') ?? 0,
      averageHandleSeconds: number(draft, 'handleSeconds') ?? 0,
      plan: edited && edited.likeQueueId === likeQueueId ? edited.plan : like.plan,
      ...given({ takenFraction: share(draft, 'takenPercent') }),
    };
  },
};

export const mergeForm: ChangeForm<'merge-queues'> = {
  kind: 'merge-queues',
  fields: [
    { name: 'queueIds', type: 'queues', needed: true },
    { name: 'title', type: 'text' },
  ],
  start: ({ base: { queues } }) => ({ queueIds: queues.slice(0, 2).map(({ id }) => id) }),
  read: (change) => ({ ...readQueues(change), ...given({ title: change.title }) }),
  write: (draft) => ({
    kind: 'merge-queues',
    queueIds: writeQueues(draft).queueIds ?? [],
    ...given({ title: text(draft, 'title') }),
  }),
};

export const lawPackForm: ChangeForm<'law-pack'> = {
  kind: 'law-pack',
  fields: [
    { name: 'packId', type: 'pack', needed: true },
    { name: 'countGuidelines', type: 'yes' },
  ],
  start: ({ base, packs }) => ({ packId: base.lawPackId ?? packs[0]?.id ?? '', countGuidelines: false }),
  read: (change) => ({ packId: change.packId, countGuidelines: change.countGuidelines ?? false }),
  write: (draft, _, edited) => ({
    kind: 'law-pack',
    packId: text(draft, 'packId') ?? '',
    ...(yes(draft, 'countGuidelines') ? { countGuidelines: true } : {}),
    // Agreements belong to their pack.
    ...(edited && edited.packId === text(draft, 'packId') ? given({ agreements: edited.agreements }) : {}),
  }),
};

export const siteForm: ChangeForm<'site'> = {
  kind: 'site',
  fields: [
    { name: 'siteId', type: 'site', needed: true },
    { name: 'newPeople', type: 'number', least: 0 },
    { name: 'skillId', type: 'skill' },
    { name: 'hoursPerWeek', type: 'hours', least: 0 },
    { name: 'fromOn', type: 'date' },
  ],
  start: ({ sites }) => ({ siteId: sites[0]?.id ?? '' }),
  read: ({ siteId, opensWith, fromOn }) => {
    const first = opensWith?.[0];
    return {
      siteId,
      ...given({ fromOn, newPeople: first?.agents, skillId: first?.skillId, hoursPerWeek: first?.paidHoursPerWeek }),
    };
  },
  // Without people the site closes.
  write: (draft, room, edited) => {
    const agents = number(draft, 'newPeople');
    const siteId = text(draft, 'siteId') ?? '';
    const first: SkillHeadcount | undefined =
      agents === undefined || agents === 0
        ? undefined
        : {
            skillId: text(draft, 'skillId') ?? room.skills[0]?.id ?? '',
            siteId,
            agents,
            paidHoursPerWeek: number(draft, 'hoursPerWeek') ?? room.base.people?.fullTimeHoursPerWeek ?? 40,
          };
    return {
      kind: 'site',
      siteId,
      ...(first ? { opensWith: [first, ...(edited?.opensWith?.slice(1) ?? [])] } : {}),
      ...given({ fromOn: text(draft, 'fromOn') }),
    };
  },
};
