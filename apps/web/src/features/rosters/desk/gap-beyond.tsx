import { ChevronLeft, ChevronRight } from 'lucide-react';
import { formatNumber } from '../../../app/format/format-number.js';
import { t } from '../../../app/i18n/t.js';
import { coverageOfQueue, gapTotals, minuteAt, xOf } from '../board/index.js';
import { useCalmState } from './calm-state.js';
import { useDesk, useView } from './desk-context.js';
import { shown } from './desk-state.js';
import { useCurrentDay } from './use-view.js';

/** Less is written as none. */
const LEAST_HOURS = 0.05;

/** The day's hours short on one side of what the screen shows, beside the gap row; a press shows the worst interval there. */
export function GapBeyond({ side }: { readonly side: 'left' | 'right' }) {
  const { session, view, queueId } = useDesk();
  const day = session.state.model.days[useCurrentDay()]!;
  const { slotMinutes } = session.state.model;
  // Whole intervals only, so that a scroll within one renders nothing.
  const edge = useView(({ axis, left, width }) =>
    side === 'left'
      ? Math.floor(minuteAt(axis, left) / slotMinutes) * slotMinutes
      : Math.ceil(minuteAt(axis, left + width) / slotMinutes) * slotMinutes,
  );
  const all = useCalmState((state) => shown(state).coverage);
  const end = day.start + day.length;
  const [from, until] = side === 'left' ? [day.start, Math.min(edge, end)] : [Math.max(edge, day.start), end];
  if (!all.isCounted || from >= until) return null;
  const coverage = coverageOfQueue(all, queueId);
  const { shortHours } = gapTotals(coverage, from, until);
  if (shortHours < LEAST_HOURS) return null;
  const hours = formatNumber(shortHours, 1);
  const show = () => {
    let worst = from / slotMinutes;
    for (let slot = worst; slot * slotMinutes < until; slot++)
      if (coverage.short[slot]! > coverage.short[worst]!) worst = slot;
    const { axis, width } = view.getState();
    const element = document.querySelector<HTMLElement>('.b-scroller');
    if (element) element.scrollLeft = xOf(axis, worst * slotMinutes) - width / 2;
  };
  return (
    <button
      type="button"
      className={`b-beyond b-beyond-${side}`}
      onClick={show}
      aria-label={t(side === 'left' ? 'board.shortEarlier' : 'board.shortLater', { hours })}
      title={t(side === 'left' ? 'board.shortEarlier' : 'board.shortLater', { hours })}
    >
      {side === 'left' ? <ChevronLeft size={12} aria-hidden /> : null}
      {t('board.hoursShortBrief', { hours })}
      {side === 'right' ? <ChevronRight size={12} aria-hidden /> : null}
    </button>
  );
}
