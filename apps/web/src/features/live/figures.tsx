import type { ReactNode } from 'react';
import { t } from '../../app/i18n/t.js';
import type { AdherenceFiguresPartsFragment } from '../../graphql/generated/graphql.js';
import { formatPercent } from '../../app/format/format-number.js';
import { formatMinutes } from './live-words.js';

export type Figures = AdherenceFiguresPartsFragment;

export const adherenceText = ({ adherenceFraction }: Pick<Figures, 'adherenceFraction'>): string =>
  adherenceFraction === null ? '–' : formatPercent(adherenceFraction, 0);

export function conformanceText({
  conformanceKind,
  conformanceFraction,
}: Pick<Figures, 'conformanceKind' | 'conformanceFraction'>): string {
  if (conformanceKind === 'INFINITE') return '∞';
  return conformanceFraction === null ? '–' : formatPercent(conformanceFraction, 0);
}

/** Adherence and conformance, each with the times it is made of. */
export function FiguresOf({ figures, children }: { readonly figures: Figures; readonly children?: ReactNode }) {
  const minutes = (seconds: number): string => formatMinutes(seconds * 1000);
  return (
    <dl className="l-figure-list">
      <div>
        <dt>{t('live.adherence')}</dt>
        <dd>{adherenceText(figures)}</dd>
        <dd className="y-quiet">
          {t('live.adherenceMade', { out: minutes(figures.outSeconds), scheduled: minutes(figures.scheduledSeconds) })}
        </dd>
      </div>
      <div>
        <dt>{t('live.conformance')}</dt>
        <dd>{conformanceText(figures)}</dd>
        <dd className="y-quiet">
          {t('live.conformanceMade', {
            worked: minutes(figures.contactWorkedSeconds),
            scheduled: minutes(figures.contactScheduledSeconds),
          })}
        </dd>
      </div>
      <div>
        <dt>{t('live.leftOut')}</dt>
        <dd className="y-quiet">
          {t('live.leftOutMade', {
            explained: minutes(figures.explainedSeconds),
            ignored: minutes(figures.ignoredSeconds),
            unknown: minutes(figures.unknownSeconds),
          })}
        </dd>
      </div>
      {children}
    </dl>
  );
}
