import { LOAD_METHODS } from '@yotei/scheduling/staffing';
import { t } from '../../app/i18n/t.js';
import { RadioCards } from '../../ui/radio-cards.js';
import { Setting, type SettingsPart } from './settings-fields.js';

const STAFFED_FOR = ['point', 'expected', 'chance'] as const;

function LoadMethodField({ form, change }: SettingsPart) {
  return (
    <fieldset className="y-settings-part">
      <legend>{t('staffing.part.load')}</legend>
      <RadioCards
        label={t('staffing.loadMethod')}
        value={form.loadMethod}
        options={LOAD_METHODS.map((value) => ({
          value,
          title: t(`staffing.load.${value}`),
          text: t(`staffing.loadText.${value}`),
        }))}
        onChange={(loadMethod) => change({ loadMethod })}
      />
    </fieldset>
  );
}

/** How arrivals become load, where the model asks interval by interval, and how sure the plan is to hold. */
export function LoadFields(part: SettingsPart) {
  const { form, change, model } = part;
  return (
    <>
      {model.isWholeGrid ? null : <LoadMethodField {...part} />}
      <fieldset className="y-settings-part">
        <legend>{t('staffing.part.uncertainty')}</legend>
        <RadioCards
          label={t('staffing.staffedFor')}
          value={form.staffedFor}
          options={STAFFED_FOR.map((value) => ({
            value,
            title: t(`staffing.for.${value}`),
            text: t(`staffing.forText.${value}`),
          }))}
          onChange={(staffedFor) => change({ staffedFor })}
        />
        {form.staffedFor === 'chance' ? (
          <div className="y-settings-grid">
            <Setting {...part} name="chance" path="staffedFor.chanceFraction" label={t('staffing.chance')} unit="%" />
          </div>
        ) : null}
      </fieldset>
    </>
  );
}
