import { PLAN_MODELS, type StaffingModelParameter } from '@yotei/scheduling/staffing';
import { local, t } from '../../app/i18n/t.js';
import { Select } from '../../ui/fields.js';
import { Setting, type SettingsPart } from './settings-fields.js';

const NAMES = {
  patienceSeconds: 'patience',
  concurrency: 'concurrency',
  slowdownFraction: 'slowdown',
  lines: 'lines',
  redialFraction: 'redial',
} as const;

/** Patience is kept for every model: it lets the others be compared. */
const PATIENCE = 'patienceSeconds';

function unitOf({ unit }: StaffingModelParameter): string {
  if (unit === 'seconds') return t('staffing.secondsUnit');
  return unit === 'fraction' ? '%' : t(`staffing.unit.${unit}`);
}

/** Which model, what it assumes, and what it needs to know beyond the forecast. */
export function ModelFields(part: SettingsPart) {
  const { form, change, model } = part;
  const reads = model.parameters.filter(({ key }) => key !== PATIENCE);
  const patience = PLAN_MODELS.flatMap(({ parameters }) => parameters).find(({ key }) => key === PATIENCE)!;
  const isRead = model.parameters.some(({ key }) => key === PATIENCE);
  return (
    <fieldset className="y-settings-part">
      <legend>{t('staffing.part.model')}</legend>
      <Select
        label={t('staffing.model')}
        value={form.modelId}
        options={PLAN_MODELS.map(({ id, title }) => ({ id, text: local(title) }))}
        onChange={(modelId) => change({ modelId })}
      />
      <ul className="y-assumptions">
        {model.assumptions.map((text) => (
          <li key={text.en}>{local(text)}</li>
        ))}
        <li className="y-quiet">{model.source}</li>
      </ul>
      <div className="y-settings-grid">
        <Setting
          {...part}
          name="patience"
          path={PATIENCE}
          label={local(patience.title)}
          unit={t('staffing.secondsUnit')}
          hint={t(isRead ? 'staffing.patienceHint' : 'staffing.patienceUnreadHint')}
        />
        {reads.map((parameter) => (
          <Setting
            key={parameter.key}
            {...part}
            name={NAMES[parameter.key]}
            path={parameter.key}
            label={local(parameter.title)}
            unit={unitOf(parameter)}
          />
        ))}
      </div>
    </fieldset>
  );
}
