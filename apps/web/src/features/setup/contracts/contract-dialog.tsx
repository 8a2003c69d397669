import { weekStartOf } from '@yotei/time';
import { useState } from 'react';
import { dateInZone } from '../../../app/format/format-time.js';
import { t } from '../../../app/i18n/t.js';
import { homeSite, useViewer } from '../../../app/session.js';
import { request } from '../../../graphql/client.js';
import { SaveSetupContractDocument, type SetupContractInput } from '../../../graphql/generated/graphql.js';
import { NumberField, TextField } from '../../../ui/fields.js';
import { IdChecks } from '../id-checks.js';
import { RecordDialog } from '../lists/record-dialog.js';
import type { SetupContract, SetupPatterns } from '../setup.queries.js';
import { draftOf, inputOf, NEW_CONTRACT, type ContractDraft } from './contract-draft.js';
import { RotationEditor } from './rotation-editor.js';

const send = async (input: SetupContractInput) => (await request(SaveSetupContractDocument, { input })).result;

/** Hours, days, templates and cycle of one contract. */
export function ContractDialog({
  contract,
  templates,
  onClose,
}: {
  readonly contract: SetupContract | null;
  readonly templates: SetupPatterns['templates'];
  readonly onClose: () => void;
}) {
  const { zone, weekStart } = homeSite(useViewer());
  const [draft, setDraft] = useState<ContractDraft>(() => (contract ? draftOf(contract) : NEW_CONTRACT));
  const set = (change: Partial<ContractDraft>) => setDraft({ ...draft, ...change });
  const options = templates
    .filter(({ id, archived }) => !archived || draft.templateIds.includes(id))
    .map(({ id, title }) => ({ id, text: title }));
  return (
    <RecordDialog
      title={contract ? t('setup.changeTitle', { name: contract.title }) : t('setup.addContract')}
      name={draft.title}
      before={contract}
      isSound={draft.title.trim() !== '' && draft.weeklyMinutesMin <= draft.weeklyMinutesMax}
      width={680}
      save={(archived) => send(inputOf(draft, contract, archived))}
      undo={(saved) =>
        contract ? send(inputOf(draftOf(contract), saved, contract.archived)) : send(inputOf(draft, saved, true))
      }
      onClose={onClose}
    >
      <HoursFields draft={draft} set={set} />
      <IdChecks
        label={t('setup.ofTemplates')}
        value={draft.templateIds}
        options={options}
        onChange={(templateIds) => set({ templateIds })}
      />
      <RotationEditor
        rotation={draft.rotation}
        templates={options.filter(({ id }) => draft.templateIds.includes(id))}
        firstDay={weekStartOf(dateInZone(Date.now(), zone), weekStart)}
        onChange={(rotation) => set({ rotation })}
      />
    </RecordDialog>
  );
}

function HoursFields({
  draft,
  set,
}: {
  readonly draft: ContractDraft;
  readonly set: (change: Partial<ContractDraft>) => void;
}) {
  return (
    <div className="su-form">
      <TextField label={t('setup.title')} value={draft.title} onChange={(title) => set({ title })} />
      <Hours
        label={t('setup.weeklyMin')}
        minutes={draft.weeklyMinutesMin}
        error={draft.weeklyMinutesMin > draft.weeklyMinutesMax ? t('setup.minAboveMax') : undefined}
        onChange={(weeklyMinutesMin) => set({ weeklyMinutesMin })}
      />
      <Hours
        label={t('setup.weeklyMax')}
        minutes={draft.weeklyMinutesMax}
        onChange={(weeklyMinutesMax) => set({ weeklyMinutesMax })}
      />
      <NumberField
        label={t('setup.daysPerWeek')}
        value={draft.daysPerWeekMax}
        minValue={1}
        maxValue={7}
        onChange={(days) => Number.isFinite(days) && set({ daysPerWeekMax: days })}
      />
    </div>
  );
}

function Hours({
  label,
  minutes,
  error,
  onChange,
}: {
  readonly label: string;
  readonly minutes: number;
  readonly error?: string | undefined;
  readonly onChange: (minutes: number) => void;
}) {
  return (
    <NumberField
      label={label}
      unit={t('setup.hoursUnit')}
      value={minutes / 60}
      minValue={0}
      maxValue={168}
      step={0.25}
      {...(error === undefined ? {} : { error })}
      onChange={(hours) => Number.isFinite(hours) && onChange(Math.round(hours * 60))}
    />
  );
}
