import { useState } from 'react';
import { local, t } from '../../../app/i18n/t.js';
import { request } from '../../../graphql/client.js';
import { SaveSetupQueueDocument, type SetupQueueInput } from '../../../graphql/generated/graphql.js';
import { Select, TextField } from '../../../ui/fields.js';
import { RecordDialog } from '../lists/record-dialog.js';
import type { SetupQueues } from '../setup.queries.js';

export type Queue = SetupQueues['queues'][number];

const CHANNELS = ['VOICE', 'CHAT', 'EMAIL', 'SOCIAL', 'MESSAGING', 'CALLBACK', 'BACK_OFFICE'] as const;
const INTERVALS = [15, 30, 60];
/** Stands for a skill that is made with the queue. */
const OWN = 'own';

type Draft = Pick<SetupQueueInput, 'nameEn' | 'nameJa' | 'channel'> & {
  readonly skillId: string;
  readonly siteId: string;
  readonly intervalMinutes: number;
  /** Per cent as typed; empty: unknown. */
  readonly hardPercent: string;
  /** Minutes as typed; empty: none. */
  readonly recovery: string;
};

const draftOf = ({ name, channel, skillId, siteId, intervalMinutes, hardFraction, recoveryMinutes }: Queue): Draft => ({
  nameEn: name.en,
  nameJa: name.ja,
  channel,
  skillId,
  siteId,
  intervalMinutes,
  hardPercent: hardFraction === null ? '' : String(Math.round(hardFraction * 1000) / 10),
  recovery: recoveryMinutes === null ? '' : String(recoveryMinutes),
});

const newDraft = (siteId: string): Draft => ({
  ...{
    nameEn: '',
    nameJa: '',
    channel: 'VOICE',
    skillId: OWN,
    siteId,
    intervalMinutes: 15,
    hardPercent: '',
    recovery: '',
  },
});

/** A share of 0 to 1 out of typed per cent; null: left empty; undefined: no such share. */
function fractionOf(percent: string): number | null | undefined {
  if (percent.trim() === '') return null;
  const value = Number(percent.replace(',', '.')) / 100;
  return value >= 0 && value <= 1 ? value : undefined;
}

const MOST_RECOVERY_MINUTES = 60;

/** Typed minutes; null: left empty; undefined: no such number. */
function minutesOf(typed: string): number | null | undefined {
  if (typed.trim() === '') return null;
  const value = Number(typed);
  return Number.isInteger(value) && value >= 0 && value <= MOST_RECOVERY_MINUTES ? value : undefined;
}

const send = async (
  of: { readonly id: string | null; readonly version: number; readonly archived: boolean },
  { skillId, hardPercent, recovery, ...draft }: Draft,
) =>
  (
    await request(SaveSetupQueueDocument, {
      input: {
        ...{ ...of, ...draft, skillId: skillId === OWN ? null : skillId },
        hardFraction: fractionOf(hardPercent) ?? null,
        recoveryMinutes: minutesOf(recovery) ?? null,
      },
    })
  ).result;

/** Who and what a queue put away would leave; where it is already, that its past is kept. */
function putAwayInWords({ id, archived }: Queue, { queueUses }: SetupQueues): string {
  const uses = queueUses.find(({ queueId }) => queueId === id);
  if (archived || !uses) return t('setupPlaces.queueIsPutAway');
  const { agentCount, agentsOnlyHere, weeksAhead } = uses;
  return t('setupPlaces.putAwayQueue', { agentCount, agentsOnlyHere, weeksAhead });
}

/** One queue; where it is and its interval are chosen once, because its whole past is counted by them. */
export function QueueDialog({
  queue,
  data,
  onClose,
}: {
  readonly queue: Queue | null;
  readonly data: SetupQueues;
  readonly onClose: () => void;
}) {
  const [draft, setDraft] = useState<Draft>(() => (queue ? draftOf(queue) : newDraft(data.sites[0]?.id ?? '')));
  const set = (change: Partial<Draft>) => setDraft({ ...draft, ...change });
  return (
    <RecordDialog
      title={queue ? t('setup.changeTitle', { name: local(queue.name) }) : t('setupPlaces.addQueue')}
      name={local({ en: draft.nameEn, ja: draft.nameJa || draft.nameEn })}
      before={queue}
      isSound={
        draft.nameEn.trim() !== '' &&
        fractionOf(draft.hardPercent) !== undefined &&
        minutesOf(draft.recovery) !== undefined
      }
      save={(archived) => send({ id: queue?.id ?? null, version: queue?.version ?? 0, archived }, draft)}
      undo={({ id, version }) =>
        send({ id, version, archived: queue?.archived ?? true }, queue ? draftOf(queue) : draft)
      }
      onClose={onClose}
    >
      <div className="su-form">
        <TextField label={t('setupPlaces.queueNameEn')} value={draft.nameEn} onChange={(nameEn) => set({ nameEn })} />
        <TextField label={t('setupPlaces.queueNameJa')} value={draft.nameJa} onChange={(nameJa) => set({ nameJa })} />
        <Select
          label={t('setupPlaces.channel')}
          value={draft.channel}
          options={CHANNELS.map((id) => ({ id, text: t(`demand.channel${id}`) }))}
          onChange={(channel) => set({ channel: channel as Draft['channel'] })}
        />
        <Select
          label={t('setupPlaces.skill')}
          value={draft.skillId}
          options={[
            ...(queue ? [] : [{ id: OWN, text: t('setupPlaces.ownSkill') }]),
            ...data.skills
              .filter(({ id, archived }) => !archived || id === draft.skillId)
              .map(({ id, name }) => ({ id, text: name })),
          ]}
          onChange={(skillId) => set({ skillId })}
        />
        <HardContactFields draft={draft} set={set} />
        {queue ? null : <NewQueueFields draft={draft} sites={data.sites} set={set} />}
      </div>
      <p className="y-quiet">{queue ? putAwayInWords(queue, data) : t('setupPlaces.newQueueHint')}</p>
    </RecordDialog>
  );
}

/** How hard the contacts are, and how long people have to recover from a hard one. */
function HardContactFields({ draft, set }: { readonly draft: Draft; readonly set: (change: Partial<Draft>) => void }) {
  return (
    <>
      <TextField
        label={t('setupPlaces.hardShare')}
        hint={t('setupPlaces.hardShareHint')}
        value={draft.hardPercent}
        onChange={(hardPercent) => set({ hardPercent })}
      />
      <TextField
        label={t('setupPlaces.recovery')}
        hint={t('setupPlaces.recoveryHint')}
        value={draft.recovery}
        onChange={(recovery) => set({ recovery })}
      />
    </>
  );
}

function NewQueueFields({
  draft,
  sites,
  set,
}: {
  readonly draft: Draft;
  readonly sites: SetupQueues['sites'];
  readonly set: (change: Partial<Draft>) => void;
}) {
  return (
    <>
      <Select
        label={t('setup.site')}
        value={draft.siteId}
        options={sites.map(({ id, name }) => ({ id, text: name }))}
        onChange={(siteId) => set({ siteId })}
      />
      <Select
        label={t('setupPlaces.interval')}
        value={String(draft.intervalMinutes)}
        options={INTERVALS.map((count) => ({ id: String(count), text: t('setupPlaces.minutes', { count }) }))}
        onChange={(minutes) => set({ intervalMinutes: Number(minutes) })}
      />
    </>
  );
}
