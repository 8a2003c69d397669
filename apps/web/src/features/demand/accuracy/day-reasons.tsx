import { formatPercent } from '../../../app/format/format-number.js';
import { t } from '../../../app/i18n/t.js';
import { Chip } from '../../../ui/chip.js';
import type { DayFigures } from './accuracy.model.js';

/** What is known of a day that may explain its error. */
export function DayReasons({ day }: { readonly day: DayFigures }) {
  const { events, unusual, scoredFraction } = day;
  const partial = scoredFraction < 0.9;
  if (events.length === 0 && !unusual && !partial) return <span className="y-quiet">–</span>;
  return (
    <span className="y-day-reasons">
      {events.map(({ kind, title }) => (
        <Chip key={`${kind} ${title}`} tone="prefer">
          {title}
        </Chip>
      ))}
      {unusual ? <Chip tone="prefer">{t(`accuracy.unusual${unusual}`)}</Chip> : null}
      {partial ? <Chip>{t('accuracy.arriving', { share: formatPercent(scoredFraction, 0) })}</Chip> : null}
    </span>
  );
}
