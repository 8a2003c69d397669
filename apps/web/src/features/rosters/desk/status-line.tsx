import { formatNumber } from '../../../app/format/format-number.js';
import { Text, t } from '../../../app/i18n/t.js';
import { gapTotals } from '../board/index.js';
import { useCalmState } from './calm-state.js';
import { useDesk, useDeskState } from './desk-context.js';
import { shown } from './desk-state.js';
import { writeLabel } from './desk-words.js';
import { useCurrentDay } from './use-view.js';

/** Selection, the day's gap, what undo would take back, and the nearest keys. */
export function StatusLine() {
  const { readOnly } = useDesk();
  const selected = useDeskState((state) => state.selection.targets.length);
  const model = useDeskState((state) => state.model);
  const coverage = useCalmState((state) => shown(state).coverage);
  const last = useDeskState((state) => state.undo.done.at(-1));
  const announcement = useDeskState((state) => state.announcement);
  const span = model.days[useCurrentDay()]!;
  const totals = gapTotals(coverage, span.start, span.start + span.length);
  return (
    <footer className="b-status">
      {selected > 0 ? <span>{t('board.selectedCount', { count: selected })}</span> : null}
      {coverage.hasDemand && coverage.isCounted ? (
        <span>
          <Text
            id="board.dayShortOver"
            values={{ short: formatNumber(totals.shortHours, 1), over: formatNumber(totals.overHours, 1) }}
          />
        </span>
      ) : null}
      {last ? (
        <span className="b-status-undo">{t('board.undoWhat', { what: writeLabel(model, last.label) })}</span>
      ) : null}
      {readOnly ? <span>{t('board.readOnly')}</span> : null}
      <span className="b-status-fill" />
      <span className="b-status-tap">{t(readOnly ? 'board.tapGapOnly' : 'board.tapGap')}</span>
      <span className="b-status-click">{t(readOnly ? 'board.clickGapOnly' : 'board.clickGap')}</span>
      <span className="b-status-keys" aria-hidden>
        {readOnly ? null : <EditKeys />}
        <kbd>V</kbd> {t('board.hintWhy')} <kbd>?</kbd> {t('board.hintKeys')}
      </span>
      <span className="b-hidden" aria-live="polite">
        {announcement}
      </span>
    </footer>
  );
}

/** Only for those who may change the board. */
function EditKeys() {
  const { snapMinutes } = useDesk();
  return (
    <>
      <kbd>M</kbd> <kbd>←</kbd> <kbd>→</kbd> {t('board.hintMove', { minutes: snapMinutes })} <kbd>R</kbd>{' '}
      {t('board.hintResize')}{' '}
    </>
  );
}
