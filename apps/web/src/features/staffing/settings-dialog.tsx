import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { local, t } from '../../app/i18n/t.js';
import type { StaffingSettingsQuery } from '../../graphql/generated/graphql.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { NumberField, Select } from '../../ui/fields.js';
import { ErrorState, QueryState, SkeletonRows } from '../../ui/states.js';
import { staffingSettingsQuery, useSaveSettings } from './requirement.queries.js';

type Settings = NonNullable<StaffingSettingsQuery['viewer']>['organisation']['queues'][number];
type Models = StaffingSettingsQuery['staffingModels'];

export interface SettingsDialogProps {
  readonly queueId: string;
  readonly queueName: string;
  readonly onClose: () => void;
  /** After the settings were stored: the requirement is to be computed anew. */
  readonly onSaved: () => void;
}

/** NumberField speaks NaN for "empty"; the api speaks null. */
const toField = (value: number | null | undefined, factor = 1) =>
  value === null || value === undefined ? Number.NaN : value * factor;
const fromField = (value: number, factor = 1) => (Number.isNaN(value) ? null : value / factor);

function useForm(settings: Settings) {
  const { goal } = settings;
  const [form, setForm] = useState({
    modelId: settings.modelId,
    serviceLevel: toField(goal.serviceLevelFraction, 100),
    within: toField(goal.answerWithinSeconds),
    asa: toField(goal.asaSeconds),
    occupancy: toField(goal.maxOccupancyFraction, 100),
    abandonment: toField(goal.maxAbandonmentFraction, 100),
    patience: toField(settings.patienceSeconds),
    shrinkage: toField(settings.shrinkageFraction, 100),
  });
  const change = (part: Partial<typeof form>) => setForm((before) => ({ ...before, ...part }));
  const input = () => ({
    queueId: settings.id,
    modelId: form.modelId,
    goal: {
      serviceLevelFraction: fromField(form.serviceLevel, 100),
      answerWithinSeconds: fromField(form.within),
      serviceLevelVariant: goal.serviceLevelVariant ?? null,
      asaSeconds: fromField(form.asa),
      maxOccupancyFraction: fromField(form.occupancy, 100),
      maxAbandonmentFraction: fromField(form.abandonment, 100),
    },
    patienceSeconds: fromField(form.patience),
    shrinkageFraction: fromField(form.shrinkage, 100),
    concurrency: settings.concurrency,
  });
  return { form, change, input };
}

function GoalFields({ form, change }: Pick<ReturnType<typeof useForm>, 'form' | 'change'>) {
  return (
    <div className="y-settings-grid">
      <NumberField
        label={t('staffing.serviceLevel')}
        unit="%"
        minValue={0}
        maxValue={100}
        value={form.serviceLevel}
        onChange={(serviceLevel) => change({ serviceLevel })}
      />
      <NumberField
        label={t('staffing.within')}
        unit={t('staffing.secondsUnit')}
        minValue={0}
        value={form.within}
        onChange={(within) => change({ within })}
      />
      <NumberField
        label={t('staffing.asa')}
        unit={t('staffing.secondsUnit')}
        minValue={0}
        value={form.asa}
        onChange={(asa) => change({ asa })}
      />
      <NumberField
        label={t('staffing.occupancy')}
        unit="%"
        minValue={0}
        maxValue={100}
        value={form.occupancy}
        onChange={(occupancy) => change({ occupancy })}
      />
      <NumberField
        label={t('staffing.abandonment')}
        unit="%"
        minValue={0}
        maxValue={100}
        value={form.abandonment}
        onChange={(abandonment) => change({ abandonment })}
      />
      <NumberField
        label={t('staffing.patience')}
        unit={t('staffing.secondsUnit')}
        minValue={0}
        value={form.patience}
        onChange={(patience) => change({ patience })}
      />
      <NumberField
        label={t('staffing.shrinkage')}
        unit="%"
        minValue={0}
        maxValue={95}
        value={form.shrinkage}
        onChange={(shrinkage) => change({ shrinkage })}
        hint={t('staffing.shrinkageHint')}
      />
    </div>
  );
}

function SettingsForm({
  settings,
  models,
  onClose,
  onSaved,
}: { readonly settings: Settings; readonly models: Models } & Pick<SettingsDialogProps, 'onClose' | 'onSaved'>) {
  const { form, change, input } = useForm(settings);
  const save = useSaveSettings();
  const model = models.find(({ id }) => id === form.modelId);
  const refused = save.data && save.data.__typename !== 'StaffingSettingsSaved' ? save.data.message : undefined;
  const submit = async () => {
    const result = await save.mutateAsync(input());
    if (result.__typename !== 'StaffingSettingsSaved') return;
    onSaved();
    onClose();
  };
  return (
    <form className="y-settings" onSubmit={(event) => (event.preventDefault(), void submit().catch(() => undefined))}>
      <Select
        label={t('staffing.model')}
        value={form.modelId}
        options={models.map(({ id, title }) => ({ id, text: local(title) }))}
        hint={model ? `${local(model.assumptions)} (${model.source})` : undefined}
        onChange={(modelId) => change({ modelId })}
      />
      <GoalFields form={form} change={change} />
      {refused ? (
        <p role="alert" className="y-refused">
          {refused}
        </p>
      ) : null}
      {save.error ? <ErrorState error={save.error} /> : null}
      <div className="y-settings-foot">
        <Button onPress={onClose}>{t('ui.cancel')}</Button>
        <Button kind="primary" type="submit" isDisabled={save.isPending}>
          {t('staffing.saveAndCompute')}
        </Button>
      </div>
    </form>
  );
}

/** Goal, model and shrinkage of one queue. */
export function SettingsDialog({ queueId, queueName, onClose, onSaved }: SettingsDialogProps) {
  const settings = useQuery(staffingSettingsQuery);
  return (
    <Dialog title={t('staffing.settingsOf', { queue: queueName })} isOpen onClose={onClose} width={560}>
      <QueryState query={settings} skeleton={<SkeletonRows rows={6} height={30} />}>
        {({ queues, models }) => {
          const found = queues.find(({ id }) => id === queueId);
          return found ? <SettingsForm settings={found} models={models} onClose={onClose} onSaved={onSaved} /> : null;
        }}
      </QueryState>
    </Dialog>
  );
}
