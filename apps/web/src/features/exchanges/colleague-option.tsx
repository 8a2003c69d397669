import { dateInZone, formatDate, formatTimeRange } from '../../app/format/format-time.js';
import { t } from '../../app/i18n/t.js';
import type { Party, Verdict } from './exchanges.queries.js';
import { VerdictChip } from './verdict-card.js';

interface ColleagueOptionProps {
  readonly name: string;
  /** What is taken in return. */
  readonly spans: Party['takes'];
  readonly zone: string;
  readonly verdict: Verdict;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

/** A colleague who could, with what comes back and the colour. */
export function ColleagueOption({ name, spans, zone, verdict, isChosen, onChoose }: ColleagueOptionProps) {
  return (
    <li>
      <button
        type="button"
        className="x-option"
        aria-pressed={isChosen}
        aria-label={t('exchangeLoop.choose', { name })}
        onClick={onChoose}
      >
        <span>
          <strong>{name}</strong>
          {spans.map(({ startAt, endAt }) => (
            <span key={startAt} className="x-span">
              {formatDate(dateInZone(startAt, zone))} {formatTimeRange(startAt, endAt, zone)}
            </span>
          ))}
        </span>
        <VerdictChip verdict={verdict} />
      </button>
    </li>
  );
}
