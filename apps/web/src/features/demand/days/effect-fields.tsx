import { t } from '../../../app/i18n/t.js';
import { Checkbox, NumberField, Select } from '../../../ui/fields.js';

/** How the effect of an event is known, as a form holds it. */
export interface EffectForm {
  readonly given: boolean;
  readonly percent: number;
  readonly fades: boolean;
  readonly halfLifeDays: number;
}

export function effectFormOf(of: { effectFraction?: number | null; halfLifeDays?: number | null } | null): EffectForm {
  return {
    given: of?.effectFraction != null,
    percent: Math.round(100 * (of?.effectFraction ?? 0)),
    fades: of?.halfLifeDays != null,
    halfLifeDays: of?.halfLifeDays ?? 3,
  };
}

export const effectInputOf = ({ given, percent, fades, halfLifeDays }: EffectForm) => ({
  effectFraction: given ? percent / 100 : null,
  halfLifeDays: fades ? halfLifeDays : null,
});

/** Learned or given, flat or fading. */
export function EffectFields({
  value,
  onChange,
}: {
  readonly value: EffectForm;
  readonly onChange: (next: EffectForm) => void;
}) {
  return (
    <>
      <div className="y-day-fields">
        <Select
          label={t('days.effect')}
          value={value.given ? 'GIVEN' : 'LEARNED'}
          options={(['LEARNED', 'GIVEN'] as const).map((id) => ({ id, text: t(`days.effect${id}`) }))}
          onChange={(id) => onChange({ ...value, given: id === 'GIVEN' })}
        />
        {value.given ? (
          <NumberField
            label={t('days.effectPercent')}
            unit="%"
            minValue={-99}
            maxValue={2000}
            value={value.percent}
            onChange={(percent) => onChange({ ...value, percent })}
          />
        ) : null}
      </div>
      <Checkbox isSelected={value.fades} onChange={(fades) => onChange({ ...value, fades })}>
        {t('days.fades')}
      </Checkbox>
      {value.fades ? (
        <NumberField
          label={t('days.halfLife')}
          unit={t('days.daysUnit')}
          minValue={0.5}
          maxValue={365}
          value={value.halfLifeDays}
          onChange={(halfLifeDays) => onChange({ ...value, halfLifeDays })}
        />
      ) : null}
    </>
  );
}
