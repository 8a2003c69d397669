import { Plus, Trash2 } from 'lucide-react';
import { local, t } from '../../app/i18n/t.js';
import { Button, IconButton } from '../../ui/button.js';
import type { SettingsPart } from './settings-fields.js';
import { WhenFields } from './when-fields.js';
import type { HoursRow } from './when-row.js';

const FIRST_ROW = { weekdays: [1, 2, 3, 4, 5], from: '09:00', until: '18:00' };

/** When the queue's contacts are worked on; no row means whenever the forecast knows contacts. */
export function WorkedHoursEditor({ form, change, faults }: SettingsPart) {
  const { worked } = form;
  const set = (next: readonly HoursRow[]) => change({ worked: next });
  const add = () => set([...worked, { key: Math.max(-1, ...worked.map(({ key }) => key)) + 1, ...FIRST_ROW }]);
  const timeErrorAt = (index: number) => {
    const fault = faults.find(({ path }) => path === `workedHours.${index}.untilMinute`);
    return fault && local(fault.message);
  };
  return (
    <fieldset className="y-settings-part">
      <legend>{t('staffing.part.worked')}</legend>
      <p className="y-quiet">{t(worked.length === 0 ? 'staffing.worked.always' : 'staffing.worked.hint')}</p>
      <ul className="y-shrink">
        {worked.map((row, index) => (
          <li key={row.key} className="y-worked-row" aria-label={t('staffing.worked.row', { number: index + 1 })}>
            <WhenFields
              row={row}
              timeError={timeErrorAt(index)}
              change={(part) => set(worked.map((one) => (one.key === row.key ? { ...one, ...part } : one)))}
            />
            <IconButton
              label={t('staffing.worked.remove', { number: index + 1 })}
              icon={<Trash2 size={14} strokeWidth={1.75} />}
              onPress={() => set(worked.filter(({ key }) => key !== row.key))}
            />
          </li>
        ))}
      </ul>
      <div>
        <Button icon={<Plus size={14} strokeWidth={1.75} aria-hidden />} onPress={add}>
          {t('staffing.worked.add')}
        </Button>
      </div>
    </fieldset>
  );
}
