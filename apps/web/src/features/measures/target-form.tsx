import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { formatDateWithYear } from '../../app/format/format-time.js';
import { local, t } from '../../app/i18n/t.js';
import { useViewer } from '../../app/session.js';
import type { MeasureRangeInput, TargetDirection } from '../../graphql/generated/graphql.js';
import { Button, IconButton } from '../../ui/button.js';
import { NumberField, Select, TextField } from '../../ui/fields.js';
import { showToast } from '../../ui/toast.js';
import { valueText, type Definitions, type Measure, type Target } from './measures.model.js';
import { useDeleteTarget, useSaveTarget } from './measures.queries.js';

function useForm(measure: Measure, range: MeasureRangeInput) {
  const percent = measure.unit === 'fraction';
  const queueId = range.queueIds?.[0] ?? null;
  const [direction, setDirection] = useState<TargetDirection>(measure.better === 'LOWER' ? 'AT_MOST' : 'AT_LEAST');
  const [value, setValue] = useState(Number.NaN);
  const [fromOn, setFromOn] = useState<string>(range.fromOn);
  const save = useSaveTarget();
  const isGood = Number.isFinite(value) && /^\d{4}-\d{2}-\d{2}$/.test(fromOn);
  const submit = () => {
    if (!isGood) return showToast({ text: t('measureTools.targetIncomplete'), tone: 'problem' });
    save.mutate(
      { measureId: measure.id, fromOn, direction, value: percent ? value / 100 : value, ...(queueId && { queueId }) },
      {
        onSuccess: (result) =>
          result.__typename === 'InvalidInput'
            ? showToast({ text: result.message, tone: 'problem' })
            : showToast({ text: t('measureTools.targetSaved') }),
        onError: () => showToast({ text: t('ui.failed'), tone: 'problem' }),
      },
    );
  };
  return {
    percent,
    direction,
    setDirection,
    value,
    setValue,
    fromOn,
    setFromOn,
    submit,
    isPending: save.isPending,
  };
}

function Targets({
  targets,
  measure,
  mayEdit,
}: {
  readonly targets: readonly Target[];
  readonly measure: Measure;
  readonly mayEdit: boolean;
}) {
  const { queues } = useViewer().organisation;
  const remove = useDeleteTarget();
  const placeOf = (queueId: string | null | undefined) => {
    const queue = queues.find(({ id }) => id === queueId);
    return queue ? local(queue.name) : t('measures.allQueues');
  };
  return (
    <ul className="y-kpi-targets">
      {targets.map((target) => {
        const wanted = t(`measureTools.target_${target.direction}`, { value: valueText(target.value, measure.unit) });
        const text = t('measureTools.targetLine', {
          wanted,
          date: formatDateWithYear(target.fromOn),
          place: placeOf(target.queueId),
        });
        return (
          <li key={target.id}>
            {text}
            {mayEdit ? (
              <IconButton
                label={t('measureTools.deleteTarget', { target: text })}
                icon={<Trash2 size={14} strokeWidth={1.75} />}
                onPress={() => remove.mutate(target)}
              />
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}

export interface TargetFormProps {
  readonly measure: Measure;
  readonly definitions: Definitions;
  readonly range: MeasureRangeInput;
  readonly mayEdit: boolean;
}

/** Targets of a measure, from when and for which queue; a new one for what is shown. */
export function TargetForm({ measure, definitions, range, mayEdit }: TargetFormProps) {
  const form = useForm(measure, range);
  const targets = definitions.measureTargets.filter(({ measureId }) => measureId === measure.id);
  return (
    <section aria-label={t('measureTools.targets')}>
      <h3>{t('measureTools.targets')}</h3>
      {targets.length === 0 ? <p className="y-quiet">{t('measureTools.noTarget')}</p> : null}
      <Targets targets={targets} measure={measure} mayEdit={mayEdit} />
      {mayEdit ? (
        <form className="y-kpi-target-form" onSubmit={(event) => (event.preventDefault(), form.submit())}>
          <Select
            label={t('measureTools.direction')}
            value={form.direction}
            options={(['AT_LEAST', 'AT_MOST'] as const).map((id) => ({ id, text: t(`measureTools.direction_${id}`) }))}
            onChange={(id) => form.setDirection(id as TargetDirection)}
          />
          <NumberField
            label={t('measureTools.targetValue')}
            value={form.value}
            onChange={form.setValue}
            {...(form.percent ? { unit: '%' } : measure.unit === 'seconds' ? { unit: t('measureTools.seconds') } : {})}
          />
          <TextField label={t('measureTools.fromOn')} type="date" value={form.fromOn} onChange={form.setFromOn} />
          <Button type="submit" isDisabled={form.isPending}>
            {t('measureTools.setTarget')}
          </Button>
        </form>
      ) : null}
    </section>
  );
}
