import { t } from '../../../app/i18n/t.js';
import { Segmented } from '../../../ui/button.js';
import { NumberField } from '../../../ui/fields.js';

export type Level = 'MUST' | 'PREFER';

interface LevelProps {
  readonly level: Level;
  readonly weight: number | null;
  /** A step of the rule's amount: a minute, a day, one of them. */
  readonly amountUnit: string;
  readonly isWhole: boolean;
  readonly onChange: (change: { readonly level?: Level; readonly weight?: number | null }) => void;
}

/** Must or prefer; what is preferred has a price. */
export function LevelFields({ level, weight, amountUnit, isWhole, onChange }: LevelProps) {
  const units: Readonly<Record<string, string>> = {
    minutes: t('setup.perMinute'),
    days: t('setup.perDay'),
    count: t('setup.perCount'),
  };
  return (
    <div className="su-set su-level">
      <Segmented<Level>
        label={t('setup.level')}
        value={level}
        options={[
          { value: 'MUST', text: t('setup.must') },
          { value: 'PREFER', text: t('setup.prefer') },
        ]}
        onChange={(next) => onChange({ level: next })}
      />
      <p className="y-quiet">{t(level === 'MUST' ? 'setup.mustHint' : 'setup.preferHint')}</p>
      {level === 'PREFER' ? (
        <NumberField
          label={t('setup.weight')}
          unit={units[amountUnit] ?? ''}
          value={weight ?? 0}
          minValue={0}
          maxValue={10_000}
          step={isWhole ? 1 : 0.1}
          onChange={(next) => Number.isFinite(next) && onChange({ weight: next })}
        />
      ) : null}
    </div>
  );
}
