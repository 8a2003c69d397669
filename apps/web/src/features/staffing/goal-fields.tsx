import { SERVICE_LEVEL_VARIANTS, type PlanFault, type PlanModel, type ServiceGoal } from '@yotei/scheduling/staffing';
import { CircleAlert } from 'lucide-react';
import { local, t } from '../../app/i18n/t.js';
import { Button } from '../../ui/button.js';
import { Select } from '../../ui/fields.js';
import { goalInWords } from '../../app/goal-in-words.js';
import { Setting, type SettingsPart } from './settings-fields.js';
import { formOfPlan } from './settings-form.model.js';

function ServiceLevelFields(part: SettingsPart) {
  const { form, change } = part;
  return (
    <>
      <Setting
        {...part}
        name="serviceLevel"
        path="goal.serviceLevelFraction"
        label={t('staffing.serviceLevel')}
        unit="%"
      />
      <Setting
        {...part}
        name="within"
        path="goal.answerWithinSeconds"
        label={t('staffing.within')}
        unit={t('staffing.secondsUnit')}
      />
      <div className="y-settings-wide">
        <Select
          label={t('staffing.variant')}
          value={form.variant}
          options={SERVICE_LEVEL_VARIANTS.map((id) => ({
            id,
            text: t(`staffing.variant.${id}`),
            detail: t(`staffing.variantText.${id}`),
          }))}
          hint={t(`staffing.variantText.${form.variant}`)}
          onChange={(variant) => change({ variant: variant as typeof form.variant })}
        />
      </div>
    </>
  );
}

function HoursFields(part: SettingsPart) {
  const { form, change } = part;
  return (
    <>
      <Setting
        {...part}
        name="hours"
        path="goal.answerWithinHours"
        label={t('staffing.hours')}
        unit={t('staffing.hoursUnit')}
      />
      <Setting
        {...part}
        name="hoursShare"
        path="goal.answeredWithinHoursFraction"
        label={t('staffing.hoursShare')}
        unit="%"
      />
      <div className="y-settings-wide">
        <Select
          label={t('staffing.clock')}
          value={form.clock}
          options={(['business', 'elapsed'] as const).map((id) => ({ id, text: t(`staffing.clock.${id}`) }))}
          onChange={(clock) => change({ clock: clock === 'elapsed' ? clock : 'business' })}
        />
      </div>
    </>
  );
}

/** Why no number of agents reaches the goal, and the nearest that some number does. */
function GoalFault({ fault, change }: { readonly fault: PlanFault } & Pick<SettingsPart, 'change'>) {
  const { nearestGoal } = fault;
  const take = (goal: ServiceGoal) => {
    const { serviceLevel, asa, occupancy, abandonment, blocking } = formOfPlan({ modelId: '', goal } as never);
    change({ serviceLevel, asa, occupancy, abandonment, blocking });
  };
  return (
    <div className="y-goal-fault" role="alert">
      <CircleAlert size={18} strokeWidth={1.75} aria-hidden />
      <p>{local(fault.message)}</p>
      {nearestGoal ? (
        <Button onPress={() => take(nearestGoal)}>
          {t('staffing.takeNearest', { goal: goalInWords(nearestGoal) })}
        </Button>
      ) : null}
    </div>
  );
}

/** Every goal the model can judge; all that are filled in must hold. */
export function GoalFields(part: SettingsPart) {
  const { model, faults, change } = part;
  const judges = (measure: PlanModel['judges'][number]) => model.judges.includes(measure);
  const whole = faults.find(({ path }) => path === 'goal');
  return (
    <fieldset className="y-settings-part">
      <legend>{t('staffing.part.goal')}</legend>
      <p className="y-quiet">{t('staffing.goalHint')}</p>
      <div className="y-settings-grid">
        {judges('answered-within-hours') ? <HoursFields {...part} /> : null}
        {judges('service-level') ? <ServiceLevelFields {...part} /> : null}
        {judges('asa') ? (
          <Setting
            {...part}
            name="asa"
            path="goal.asaSeconds"
            label={t('staffing.asa')}
            unit={t('staffing.secondsUnit')}
          />
        ) : null}
        {judges('abandonment') ? (
          <Setting
            {...part}
            name="abandonment"
            path="goal.maxAbandonmentFraction"
            label={t('staffing.abandonment')}
            unit="%"
          />
        ) : null}
        {judges('occupancy') ? (
          <Setting
            {...part}
            name="occupancy"
            path="goal.maxOccupancyFraction"
            label={t('staffing.occupancy')}
            unit="%"
          />
        ) : null}
        {judges('blocking') ? (
          <Setting {...part} name="blocking" path="goal.maxBlockingFraction" label={t('staffing.blocking')} unit="%" />
        ) : null}
      </div>
      {whole ? <GoalFault fault={whole} change={change} /> : null}
    </fieldset>
  );
}
