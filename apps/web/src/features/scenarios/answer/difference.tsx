import { ArrowDownRight, ArrowUpRight, Equal } from 'lucide-react';
import { t } from '../../../app/i18n/t.js';
import type { FigureDifference } from './figures.model.js';

const ICON = { size: 12, strokeWidth: 2, 'aria-hidden': true } as const;

/** A difference by sign, arrow and word; its colour only repeats them. */
export function Difference({ judgement, text }: FigureDifference) {
  if (judgement === 'unknown') return <span className="y-quiet">–</span>;
  if (judgement === 'same')
    return (
      <span className="y-scn-difference" data-judgement="same">
        <Equal {...ICON} />
        {t('scenarios.unchanged')}
      </span>
    );
  const Icon = text.startsWith('−') || text.includes('−') ? ArrowDownRight : ArrowUpRight;
  return (
    <span className="y-scn-difference" data-judgement={judgement}>
      <Icon {...ICON} />
      {text}
      {judgement === 'moved' ? null : <em>{t(`scenarios.${judgement}`)}</em>}
    </span>
  );
}
