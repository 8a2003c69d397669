import { useQuery } from '@tanstack/react-query';
import { PLAN_MODELS, planModel, staffingPlanFaults } from '@yotei/scheduling/staffing';
import { useMemo, useState } from 'react';
import { local, t } from '../../app/i18n/t.js';
import type { SaveStaffingSettingsMutation, StaffingSettingsQuery } from '../../graphql/generated/graphql.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { NumberField } from '../../ui/fields.js';
import { ErrorState, QueryState, SkeletonRows } from '../../ui/states.js';
import { GoalFields } from './goal-fields.js';
import { LoadFields } from './load-fields.js';
import { ModelFields } from './model-fields.js';
import type { QueueRequirement } from './requirement.model.js';
import { staffingSettingsQuery, useSaveSettings } from './requirement.queries.js';
import { SettingsEffect } from './settings-effect.js';
import type { SettingsPart } from './settings-fields.js';
import { formOfPlan, planInputOf, planOfForm } from './settings-form.model.js';
import { ShrinkageEditor } from './shrinkage-editor.js';
import { WorkedHoursEditor } from './worked-hours-editor.js';
import './settings.css';

type Settings = NonNullable<StaffingSettingsQuery['viewer']>['organisation']['queues'][number];
type Saved = SaveStaffingSettingsMutation['saveStaffingSettings'];

export interface SettingsDialogProps {
  readonly queueId: string;
  readonly queueName: string;
  /** The loaded week, on which a change is tried out before it is saved; absent = not computed yet. */
  readonly week: QueueRequirement | undefined;
  readonly onClose: () => void;
  /** After the settings were stored: the requirement is to be computed anew. */
  readonly onSaved: () => void;
}

function useForm(settings: Settings) {
  const [form, setForm] = useState(() => formOfPlan(settings.staffing));
  const [handle, setHandle] = useState(settings.defaultHandleSeconds ?? Number.NaN);
  const plan = useMemo(() => planOfForm(form), [form]);
  const faults = useMemo(() => staffingPlanFaults(plan), [plan]);
  const part: SettingsPart = {
    form,
    change: (next) => setForm((before) => ({ ...before, ...next })),
    model: planModel(form.modelId) ?? PLAN_MODELS[0]!,
    faults,
  };
  const input = () => ({
    queueId: settings.id,
    version: settings.version,
    plan: planInputOf(plan),
    defaultHandleSeconds: Number.isNaN(handle) ? null : handle,
  });
  return { part, plan, faults, input, handle, setHandle };
}

function refusalOf(saved: Saved | undefined): string | undefined {
  if (!saved || saved.__typename === 'StaffingSettingsSaved') return undefined;
  if (saved.__typename === 'InvalidStaffingSettings') return local(saved.text);
  return saved.__typename === 'StaffingSettingsChanged' ? t('staffing.changedMeanwhile') : saved.message;
}

function SettingsForm({
  settings,
  week,
  onClose,
  onSaved,
}: { readonly settings: Settings } & Pick<SettingsDialogProps, 'week' | 'onClose' | 'onSaved'>) {
  const { part, plan, faults, input, handle, setHandle } = useForm(settings);
  const save = useSaveSettings();
  const refused = refusalOf(save.data);
  const submit = async () => {
    const result = await save.mutateAsync(input());
    if (result.__typename !== 'StaffingSettingsSaved') return;
    onSaved();
    onClose();
  };
  return (
    <form className="y-settings" onSubmit={(event) => (event.preventDefault(), void submit().catch(() => undefined))}>
      <ModelFields {...part} />
      <GoalFields {...part} />
      <LoadFields {...part} />
      <WorkedHoursEditor {...part} />
      <ShrinkageEditor {...part} />
      <fieldset className="y-settings-part">
        <legend>{t('staffing.part.handle')}</legend>
        <div className="y-settings-grid">
          <NumberField
            label={t('staffing.defaultHandle')}
            unit={t('staffing.secondsUnit')}
            hint={t('staffing.defaultHandleHint')}
            minValue={1}
            value={handle}
            onChange={setHandle}
          />
        </div>
      </fieldset>
      <div className="y-settings-foot">
        <SettingsEffect plan={plan} isGood={faults.length === 0} week={week} />
        {refused ? (
          <p role="alert" className="y-refused">
            {refused}
          </p>
        ) : null}
        {save.error ? <ErrorState error={save.error} /> : null}
        <div className="y-settings-acts">
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" type="submit" isDisabled={save.isPending || faults.length > 0}>
            {t('staffing.saveAndCompute')}
          </Button>
        </div>
      </div>
    </form>
  );
}

/** Model, goals, load, certainty and shrinkage of one queue, with what a change does before it is saved. */
export function SettingsDialog({ queueId, queueName, week, onClose, onSaved }: SettingsDialogProps) {
  const settings = useQuery(staffingSettingsQuery);
  return (
    <Dialog title={t('staffing.settingsOf', { queue: queueName })} isOpen onClose={onClose} width={800}>
      <QueryState query={settings} skeleton={<SkeletonRows rows={8} height={30} />}>
        {(queues) => {
          const found = queues.find(({ id }) => id === queueId);
          return found ? (
            <SettingsForm key={found.version} settings={found} week={week} onClose={onClose} onSaved={onSaved} />
          ) : null;
        }}
      </QueryState>
    </Dialog>
  );
}
