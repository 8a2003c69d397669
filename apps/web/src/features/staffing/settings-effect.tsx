import type { StaffingPlan } from '@yotei/scheduling/staffing';
import { useDeferredValue, useMemo } from 'react';
import { formatNumber, formatSigned } from '../../app/format/format-number.js';
import { t, Text } from '../../app/i18n/t.js';
import type { QueueRequirement } from './requirement.model.js';
import { weekByPlan, type WeekEffect } from './requirement-effect.js';
import { rosterHours } from './requirement-hours.js';

interface SettingsEffectProps {
  readonly plan: StaffingPlan;
  /** Nothing is wrong with the plan, so that it can be computed with. */
  readonly isGood: boolean;
  readonly week: QueueRequirement | undefined;
}

/** Agent-hours of the loaded week before and after, computed here by the same library as on the server. */
export function SettingsEffect({ plan, isGood, week }: SettingsEffectProps) {
  const wanted = isGood ? plan : null;
  const tried = useDeferredValue(wanted);
  const effect = useMemo(() => (week && tried ? weekByPlan(week, tried) : null), [week, tried]);
  return (
    <div className="y-effect" role="status" aria-live="polite" aria-busy={tried !== wanted}>
      {week ? <EffectWords week={week} effect={effect} isGood={isGood} /> : t('staffing.effectNoWeek')}
    </div>
  );
}

function EffectWords({
  week,
  effect,
  isGood,
}: {
  readonly week: QueueRequirement;
  readonly effect: WeekEffect | null;
  readonly isGood: boolean;
}) {
  if (!isGood || !effect) return t('staffing.effectFaults');
  const before = rosterHours(week);
  const change = effect.rosterHours - before;
  return (
    <>
      <Text
        id="staffing.effect"
        values={{
          before: formatNumber(before, 1),
          after: formatNumber(effect.rosterHours, 1),
          change: formatSigned(change, 1),
          percent: before > 0 ? formatSigned((change / before) * 100, 1) : '–',
        }}
      />
      {effect.unanswered > 0 ? (
        <span className="y-effect-open"> {t('staffing.effectUnanswered', { count: effect.unanswered })}</span>
      ) : null}
    </>
  );
}
