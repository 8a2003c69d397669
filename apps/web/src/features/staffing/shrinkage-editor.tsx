import { Plus, Trash2 } from 'lucide-react';
import { formatPercent } from '../../app/format/format-number.js';
import { local, t } from '../../app/i18n/t.js';
import { Button, IconButton } from '../../ui/button.js';
import { NumberField, Select } from '../../ui/fields.js';
import { CAUSES, causeName } from './causes.js';
import type { SettingsPart } from './settings-fields.js';
import { allDayUnplanned, type ReasonRow } from './settings-form.model.js';
import { WhenFields } from './when-fields.js';

interface RowProps {
  readonly row: ReasonRow;
  readonly errorAt: (field: string) => string | undefined;
  readonly change: (part: Partial<ReasonRow>) => void;
  readonly remove: () => void;
}

function Row({ row, errorAt, change, remove }: RowProps) {
  const causes = row.id in CAUSES ? Object.keys(CAUSES) : [...Object.keys(CAUSES), row.id];
  const timeError = errorAt('untilMinute') ?? errorAt('fromMinute');
  return (
    <li className="y-shrink-row" aria-label={causeName(row.id)}>
      <Select
        label={t('staffing.shrink.cause')}
        value={row.id}
        options={causes.map((id) => ({ id, text: causeName(id) }))}
        onChange={(id) => change({ id, planned: CAUSES[id] ?? row.planned })}
        error={errorAt('id')}
      />
      <NumberField
        label={t('staffing.shrink.share')}
        unit="%"
        value={row.percent}
        formatOptions={{ maximumFractionDigits: 2 }}
        onChange={(percent) => change({ percent })}
        error={errorAt('fraction')}
      />
      <Select
        label={t('staffing.shrink.kind')}
        value={row.planned ? 'planned' : 'unplanned'}
        options={(['unplanned', 'planned'] as const).map((id) => ({ id, text: t(`staffing.shrink.${id}`) }))}
        onChange={(id) => change({ planned: id === 'planned' })}
      />
      <WhenFields row={row} change={change} timeError={timeError} />
      <IconButton
        label={t('staffing.shrink.remove', { cause: causeName(row.id) })}
        icon={<Trash2 size={14} strokeWidth={1.75} />}
        onPress={remove}
      />
    </li>
  );
}

/** Why paid time is not available: cause, share, whether the roster holds it, and when it strikes. */
export function ShrinkageEditor({ form, change, faults }: SettingsPart) {
  const { reasons } = form;
  const set = (next: readonly ReasonRow[]) => change({ reasons: next });
  const add = () =>
    set([
      ...reasons,
      {
        key: Math.max(-1, ...reasons.map(({ key }) => key)) + 1,
        id: Object.keys(CAUSES).find((id) => reasons.every((row) => row.id !== id)) ?? 'unplanned',
        percent: 2,
        planned: false,
        weekdays: [],
        from: '',
        until: '',
      },
    ]);
  const messageAt = (path: string) => {
    const fault = faults.find((one) => one.path === path);
    return fault && local(fault.message);
  };
  return (
    <fieldset className="y-settings-part">
      <legend>{t('staffing.part.shrinkage')}</legend>
      <p className="y-quiet">{t('staffing.shrinkHint')}</p>
      <ul className="y-shrink">
        {reasons.map((row, index) => (
          <Row
            key={row.key}
            row={row}
            errorAt={(field) => messageAt(`shrinkage.${index}.${field}`)}
            change={(part) => set(reasons.map((one) => (one.key === row.key ? { ...one, ...part } : one)))}
            remove={() => set(reasons.filter(({ key }) => key !== row.key))}
          />
        ))}
      </ul>
      <div className="y-shrink-foot">
        <Button icon={<Plus size={14} strokeWidth={1.75} aria-hidden />} onPress={add}>
          {t('staffing.shrink.add')}
        </Button>
        <span className="y-quiet">
          {t('staffing.shrinkAllDay', { share: formatPercent(allDayUnplanned(reasons), 2) })}
        </span>
      </div>
    </fieldset>
  );
}
