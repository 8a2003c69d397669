import { adheringStatesOf, AGENT_STATES, type AgentState } from '@yotei/scheduling/adherence';
import { useState } from 'react';
import { local, t, tIfKnown } from '../../../app/i18n/t.js';
import { request } from '../../../graphql/client.js';
import { SaveSetupActivityTypeDocument, type SetupActivityTypeInput } from '../../../graphql/generated/graphql.js';
import { Checkbox, Select, TextField } from '../../../ui/fields.js';
import type { SetupLists } from '../setup.queries.js';
import { IdChecks } from '../id-checks.js';
import { SetupList, WithLists } from './list-page.js';
import { RecordDialog } from './record-dialog.js';
import './lists.css';

type ActivityType = SetupLists['activityTypes'][number];

const COLOURS = ['training', 'meeting', 'coaching', 'back-office', 'break', 'lunch', 'absence', 'contact'];
/** Part of every roster: they have a new name or colour, but stay. */
const PERMANENT = ['contact', 'break', 'lunch'];

function Swatch({ token, letter }: { readonly token: string; readonly letter: string }) {
  return (
    <span
      className="su-swatch"
      style={{ background: `var(--activity-${token})`, borderColor: `var(--activity-${token}-edge)` }}
      aria-hidden
    >
      {letter}
    </span>
  );
}

/** Of what shifts are made: paid or not, its letter and colour on every screen. */
export function ActivitiesPage() {
  return (
    <WithLists>
      {({ activityTypes }) => (
        <>
          <p className="su-intro">{t('setup.activitiesIntro')}</p>
          <SetupList
            title={t('setup.activities')}
            rows={activityTypes}
            nameOf={({ title }: ActivityType) => local(title)}
            columns={[
              {
                id: 'colour',
                title: t('setup.colour'),
                cell: ({ colourToken, letter }) => <Swatch token={colourToken} letter={local(letter)} />,
              },
              {
                id: 'paid',
                title: t('setup.paidColumn'),
                cell: ({ paid }) => t(paid ? 'setup.paid' : 'setup.unpaid'),
              },
              {
                id: 'templates',
                title: t('setup.templates'),
                numeric: true,
                cell: ({ templateCount }) => templateCount,
              },
              { id: 'sessions', title: t('setup.sessions'), numeric: true, cell: ({ sessionCount }) => sessionCount },
            ]}
            addText={t('setup.addActivityType')}
            dialog={(type, onClose) => <ActivityDialog type={type} onClose={onClose} />}
          />
        </>
      )}
    </WithLists>
  );
}

type Draft = Pick<SetupActivityTypeInput, 'titleEn' | 'titleJa' | 'letterEn' | 'letterJa' | 'paid' | 'colourToken'> & {
  readonly adheringStates: readonly string[];
};

const draftOf = (type: ActivityType): Draft => ({
  titleEn: type.title.en,
  titleJa: type.title.ja,
  letterEn: type.letter.en,
  letterJa: type.letter.ja,
  paid: type.paid,
  colourToken: type.colourToken,
  adheringStates: type.adheringStates,
});

const FRESH: Draft = {
  titleEn: '',
  titleJa: '',
  letterEn: '',
  letterJa: '',
  paid: true,
  colourToken: 'training',
  adheringStates: [],
};

const send = async ({ adheringStates, ...input }: Draft & Omit<SetupActivityTypeInput, keyof Draft>) =>
  (await request(SaveSetupActivityTypeDocument, { input: { ...input, adheringStates: [...adheringStates] } })).result;

function ActivityDialog({ type, onClose }: { readonly type: ActivityType | null; readonly onClose: () => void }) {
  const [draft, setDraft] = useState<Draft>(() => (type ? draftOf(type) : FRESH));
  const set = (change: Partial<Draft>) => setDraft({ ...draft, ...change });
  const of = { id: type?.id ?? null, version: type?.version ?? 0 };
  return (
    <RecordDialog
      title={type ? t('setup.changeTitle', { name: local(type.title) }) : t('setup.addActivityType')}
      name={draft.titleEn}
      before={type}
      mayArchive={!PERMANENT.includes(type?.id ?? '')}
      isSound={draft.titleEn.trim() !== ''}
      save={(archived) => send({ ...of, ...draft, archived })}
      undo={({ id, version }) =>
        send({ id, version, ...(type ? draftOf(type) : draft), archived: type?.archived ?? true })
      }
      onClose={onClose}
    >
      <div className="su-form">
        <TextField label={t('setup.titleEn')} value={draft.titleEn} onChange={(titleEn) => set({ titleEn })} />
        <TextField label={t('setup.titleJa')} value={draft.titleJa} onChange={(titleJa) => set({ titleJa })} />
        <TextField
          label={t('setup.letterEn')}
          hint={t('setup.letterHint')}
          maxLength={2}
          value={draft.letterEn}
          onChange={(letterEn) => set({ letterEn })}
        />
        <TextField
          label={t('setup.letterJa')}
          maxLength={2}
          value={draft.letterJa}
          onChange={(letterJa) => set({ letterJa })}
        />
        <Select
          label={t('setup.colour')}
          value={draft.colourToken}
          options={COLOURS.map((id) => ({ id, text: tIfKnown(`setup.colour_${id.replace('-', '_')}`, undefined, id) }))}
          onChange={(colourToken) => set({ colourToken })}
        />
        <Swatch token={draft.colourToken} letter={draft.letterEn} />
      </div>
      <Checkbox isSelected={draft.paid} isDisabled={type?.contactWork ?? false} onChange={(paid) => set({ paid })}>
        {t('setup.isPaid')}
      </Checkbox>
      <StateChecks type={type} draft={draft} onChange={(adheringStates) => set({ adheringStates })} />
    </RecordDialog>
  );
}

const stateName = (state: AgentState): string => t(`agentStates.${state}`);

/** What agents may be seen doing while this is planned, so that it counts as kept. */
function StateChecks({
  type,
  draft,
  onChange,
}: {
  readonly type: ActivityType | null;
  readonly draft: Draft;
  readonly onChange: (states: string[]) => void;
}) {
  const usual = adheringStatesOf({ id: type?.id ?? '', paid: draft.paid, contactWork: type?.contactWork ?? false });
  return (
    <>
      <IdChecks
        label={t('setupPlaces.adheringStates')}
        value={draft.adheringStates}
        options={AGENT_STATES.map((id) => ({ id, text: stateName(id) }))}
        onChange={onChange}
      />
      <p className="y-quiet">
        {t('setupPlaces.usualStates', { states: usual.map(stateName).join(t('setup.separator')) })}
      </p>
    </>
  );
}
