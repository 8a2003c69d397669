import { formatNumber, formatPercent, formatSigned } from '../../../app/format/format-number.js';
import { t, type MessageId } from '../../../app/i18n/t.js';
import type { FromTo } from './edit-effect.js';
import type { PendingEdit } from './desk-state.js';

interface EffectRow {
  readonly id: string;
  readonly title: MessageId;
  readonly text: string;
}

/** Figures of a tried edit, before and after; those that stay are left out. */
export function effectRows({ effect }: PendingEdit): readonly EffectRow[] {
  const rows: (EffectRow | null)[] = [
    changed('short', 'board.effectShort', effect.shortHours),
    changed('over', 'board.effectOver', effect.overHours),
    effect.paidMinutes === 0
      ? null
      : {
          id: 'paid',
          title: 'board.effectPaid',
          text: t('board.effectHours', { hours: formatSigned(effect.paidMinutes / 60, 2) }),
        },
    changed('service', 'board.effectService', effect.serviceLevelFraction, formatPercent),
    changed('pay', 'board.effectPay', effect.pay),
    changed('strain', 'board.effectStrain', effect.turnarounds),
  ];
  return rows.filter((row) => row !== null);
}

const twoDigits = (value: number) => formatNumber(value, 2);

/** The figure before and after; null when it is not known or reads the same. */
function changed(id: string, title: MessageId, change: FromTo | null, write = twoDigits): EffectRow | null {
  if (!change) return null;
  const [before, after] = [write(change.before), write(change.after)];
  return before === after ? null : { id, title, text: t('board.effectFromTo', { before, after }) };
}

export function EffectRows({ pending }: { readonly pending: PendingEdit }) {
  return effectRows(pending).map(({ id, title, text }) => (
    <div key={id} style={{ display: 'contents' }}>
      <dt>{t(title)}</dt>
      <dd>{text}</dd>
    </div>
  ));
}
