import { addDays } from '@yotei/time';
import { formatDateRange } from '../../app/format/format-time.js';
import { t } from '../../app/i18n/t.js';
import { Segmented } from '../../ui/button.js';
import { Stepper } from '../../ui/stepper.js';
import type { Range } from './scenarios.queries.js';
import { SPANS, type Span } from './scenarios.search.js';

/** The days asked about. A saved scenario has its own; choosing others goes to the base of those. */
export function PeriodPicker({
  range,
  onChange,
}: {
  readonly range: Range;
  readonly onChange: (range: Range) => void;
}) {
  const { fromOn, days } = range;
  const span: Span = SPANS.find((one) => one === days) ?? 7;
  return (
    <>
      <Segmented
        label={t('scenarios.period')}
        value={`${span}`}
        options={SPANS.map((one) => ({ value: `${one}` as const, text: t(`scenarios.spans.${one}`) }))}
        onChange={(next) => onChange({ fromOn, days: Number(next) })}
      />
      <Stepper
        text={formatDateRange(fromOn, addDays(fromOn, days - 1))}
        previous={t('scenarios.earlier')}
        next={t('scenarios.later')}
        onStep={(direction) => onChange({ fromOn: addDays(fromOn, direction * (days < 28 ? 7 : 28)), days })}
      />
    </>
  );
}
