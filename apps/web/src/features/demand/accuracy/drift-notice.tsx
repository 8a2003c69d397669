import { Link } from '@tanstack/react-router';
import { TrendingDown, TrendingUp } from 'lucide-react';
import { formatPercent } from '../../../app/format/format-number.js';
import { formatDate } from '../../../app/format/format-time.js';
import { t } from '../../../app/i18n/t.js';
import { Chip } from '../../../ui/chip.js';
import type { Drift } from './accuracy.model.js';

const icon = (direction: Drift['direction']) =>
  direction === 'MORE' ? (
    <TrendingUp size={14} strokeWidth={1.75} aria-hidden />
  ) : (
    <TrendingDown size={14} strokeWidth={1.75} aria-hidden />
  );

export function driftInWords({ direction, size, sinceOn }: Drift): string {
  return t(direction === 'MORE' ? 'accuracy.driftMore' : 'accuracy.driftFewer', {
    since: formatDate(sinceOn),
    size: formatPercent(Math.abs(size)),
  });
}

export function DriftChip({ drift }: { readonly drift: Drift }) {
  return (
    <Chip tone="must" icon={icon(drift.direction)}>
      {t(drift.direction === 'MORE' ? 'accuracy.driftChipMore' : 'accuracy.driftChipFewer', {
        size: formatPercent(Math.abs(drift.size), 0),
      })}
    </Chip>
  );
}

/** Where each piece of advice is followed. */
function AdviceLink({ advice, queueId }: { readonly advice: Drift['advice'][number]; readonly queueId: string }) {
  const text = t(`accuracy.act${advice}`);
  if (advice === 'RE_FORECAST') {
    return (
      <Link to="/demand" search={{ queue: queueId }}>
        {text}
      </Link>
    );
  }
  return (
    <Link
      to="/demand/days"
      search={{ queue: queueId, ...(advice === 'JUDGE_DAYS' ? { view: 'unusual' as const } : {}) }}
    >
      {text}
    </Link>
  );
}

/** Since when, to which side and by how much; what to do, the likeliest first; and how sure the warning is. */
export function DriftNotice({ drift, queueId }: { readonly drift: Drift; readonly queueId: string }) {
  return (
    <section className="y-panel y-drift" aria-labelledby="drift-title">
      <h2 id="drift-title">
        {icon(drift.direction)} {driftInWords(drift)}
      </h2>
      <ol>
        {drift.advice.map((advice) => (
          <li key={advice}>
            {t(`accuracy.advice${advice}`)} <AdviceLink advice={advice} queueId={queueId} />
          </li>
        ))}
      </ol>
      <p className="y-quiet">
        {t('accuracy.driftHow', {
          statistic: drift.statistic.toFixed(1),
          limit: drift.limit.toFixed(0),
          days: drift.days,
        })}
      </p>
    </section>
  );
}
