import { useMemo } from 'react';
import { formatDate, formatWeekday } from '../../../app/format/format-time.js';
import { formatNumber } from '../../../app/format/format-number.js';
import { t, Text } from '../../../app/i18n/t.js';
import { gapTotals, paintGapStrip } from '../board/index.js';
import { calmStore, useCalmState } from './calm-state.js';
import { CanvasLayer, type Draw } from './canvas-layer.js';
import { useDesk, useDeskState } from './desk-context.js';
import { shown, type DeskState } from './desk-state.js';
import { useCurrentDay } from './use-view.js';

/** `Wed 4` of a day; the month is in the page's title. */
function shortDay(on: string): string {
  return t('board.dayShort', { weekday: formatWeekday(on), day: Number(on.slice(8)) });
}

/** Seven days with their gaps in small and the hours short; a click goes to the day. */
export function WeekStrip({ onDay }: { readonly onDay: (day: number) => void }) {
  const model = useDeskState((state) => state.model);
  const coverage = useCalmState((state) => shown(state).coverage);
  const current = useCurrentDay();
  const whole = gapTotals(coverage, 0, model.lengthMinutes);
  return (
    <div className="b-week">
      <div className="b-corner">
        <span className="b-quiet">{t('board.wholeWeek')}</span>
        {coverage.hasDemand ? (
          <span>
            {coverage.isCounted ? (
              <Text
                id="board.shortOver"
                values={{ short: formatNumber(whole.shortHours, 1), over: formatNumber(whole.overHours, 1) }}
              />
            ) : (
              '…'
            )}
          </span>
        ) : (
          <span className="b-quiet">{t('board.noRequirementShort')}</span>
        )}
      </div>
      <div className="b-days" role="tablist" aria-label={t('board.days')}>
        {model.days.map((day, index) => (
          <DayTab key={day.on} index={index} isCurrent={index === current} onDay={onDay} />
        ))}
      </div>
    </div>
  );
}

const gapsShown = (state: DeskState) => [shown(state).coverage];

function DayTab({
  index,
  isCurrent,
  onDay,
}: {
  readonly index: number;
  readonly isCurrent: boolean;
  readonly onDay: (day: number) => void;
}) {
  const { session } = useDesk();
  const coverage = useCalmState((state) => shown(state).coverage);
  const { on, start, length } = session.state.model.days[index]!;
  const totals = gapTotals(coverage, start, start + length);
  const draw = useMemo<Draw>(
    () => (surface, size, palette) => {
      const now = shown(calmStore(session.store).getState());
      paintGapStrip(surface, {
        coverage: now.coverage,
        viewport: { left: 0, top: 0, ...size },
        palette,
        agentCount: now.model.agents.length,
        startMinute: start,
        spanMinutes: length,
      });
    },
    [session, start, length],
  );
  const hours = formatNumber(totals.shortHours, totals.shortHours < 10 ? 1 : 0);
  const isShort = coverage.isCounted && totals.shortHours >= 0.05;
  const label =
    coverage.hasDemand && coverage.isCounted ? `${formatDate(on)} ${t('board.hoursShort', { hours })}` : formatDate(on);
  return (
    <button
      type="button"
      role="tab"
      aria-selected={isCurrent}
      className="b-day"
      onClick={() => onDay(index)}
      aria-label={label}
    >
      <span className="b-day-head">
        <strong>{shortDay(on)}</strong>
        <span className="b-quiet">{isShort ? t('board.hoursShortBrief', { hours }) : null}</span>
        {length === 1440 ? null : <span className="b-clock-change">{t('board.dayHours', { hours: length / 60 })}</span>}
      </span>
      <CanvasLayer className="b-strip" draw={draw} follows="nothing" shows={gapsShown} calm />
    </button>
  );
}
