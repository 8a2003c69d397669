import { useMemo, useState } from 'react';
import { formatNumber } from '../../../app/format/format-number.js';
import { formatDate } from '../../../app/format/format-time.js';
import { t } from '../../../app/i18n/t.js';
import { rectOf, type Cell, type CellRange } from '../../../ui/value-grid/cell-selection.js';
import type { CellEntry } from '../../../ui/value-grid/cell-text.js';
import { ValueGrid, type GridCell } from '../../../ui/value-grid/value-grid.js';
import { seriesOf } from '../chart/drag-edit.js';
import { selectionOf } from '../layers/layer-form.js';
import { clockText } from '../layers/layer-text.js';
import type { Desk } from '../layers/use-desk.js';
import {
  cellKey,
  cellValue,
  enterCells,
  indexOfCell,
  isTotalColumn,
  TOTAL_ROW,
  type EntryError,
  type GridEditsOf,
} from './grid-edits.js';
import { gridLayout, type GridLayout } from './grid-layout.js';

const NONE: ReadonlyMap<string, EntryError> = new Map();

function rowTitle({ rows }: GridLayout, row: number): string {
  if (row === TOTAL_ROW) return t('demandEdit.total');
  const { minute, fold } = rows[row - 1]!;
  return fold > 0 ? t('demandEdit.secondTime', { time: clockText(minute) }) : clockText(minute);
}

/** The selected cells as days and times, so that the form and the totals speak of the same. */
function selectionOfCells(of: GridEditsOf, range: CellRange, stepMinutes: number) {
  const { days, rows } = of.layout;
  const { top, bottom, left, right } = rectOf(range);
  const whole = top === TOTAL_ROW;
  const [first, last] = [Math.min(left, days.length - 1), Math.min(right, days.length - 1)];
  const from = left === days.length ? 0 : first;
  return selectionOf(
    {
      fromOn: days[from]!,
      untilOn: days[last]!,
      weekdays: [1, 2, 3, 4, 5, 6, 7],
      fromMinute: whole ? 0 : rows[top - 1]!.minute,
      untilMinute: whole ? 1440 : Math.min(1440, rows[bottom - 1]!.minute + stepMinutes),
    },
    of.zone,
  );
}

/** The cell as it is shown: its number, whether the draft changes it, and what was wrong with what was typed. */
function shownCell(of: GridEditsOf, desk: Desk, errors: ReadonlyMap<string, EntryError>, cell: Cell): GridCell {
  const value = cellValue(of, cell);
  const error = errors.get(cellKey(cell));
  const problem = error ? t(`demandEdit.cell${error}`) : undefined;
  if (Number.isNaN(value)) return { text: '–', state: 'closed', error: problem };
  const before = cellValue({ ...of, series: desk.kept }, cell);
  return {
    text: formatNumber(value, value < 100 && of.measure === 'contacts' ? 1 : 0),
    state: cell.row !== TOTAL_ROW && isTotalColumn(of, cell.column) ? 'sum' : 'open',
    changed: Math.abs(value - before) > 1e-6,
    error: problem,
  };
}

function Errors({ of, errors }: { readonly of: GridEditsOf; readonly errors: ReadonlyMap<string, EntryError> }) {
  if (errors.size === 0) return null;
  const named = [...errors].slice(0, 6).map(([key, error]) => {
    const [row = 0, column = 0] = key.split(':').map(Number);
    const day = of.layout.days[column];
    return { key, where: `${day ? formatDate(day) : t('demandEdit.total')} ${rowTitle(of.layout, row)}`, error };
  });
  return (
    <div role="alert" className="y-refused">
      <p>{t('demandEdit.cellErrors', { count: errors.size })}</p>
      <ul>
        {named.map(({ key, where, error }) => (
          <li key={key}>
            {where}: {t(`demandEdit.cell${error}`)}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The forecast as numbers to type into: days side by side, times down, totals on top. */
export function DemandGrid({ desk, onCommit }: { readonly desk: Desk; readonly onCommit: () => void }) {
  const { now, measure, zone, mayEdit } = desk;
  const [errors, setErrors] = useState(NONE);
  const layout = useMemo(
    () => gridLayout(now.grid, (index) => !Number.isNaN(now.contacts[index]!), zone),
    [desk.kept.grid, zone],
  );
  const of: GridEditsOf = { layout, series: now, measure, zone };
  const enter = (entries: readonly CellEntry[]) => {
    const entered = enterCells(of, desk.draft, entries);
    setErrors(entered.errors);
    if (entered.draft.length !== desk.draft.length || entered.draft.at(-1) !== desk.draft.at(-1))
      desk.setDraft(entered.draft);
  };
  const plainText = (cell: Cell) => {
    const index = indexOfCell(of, cell);
    const value =
      index >= 0 && !Number.isNaN(now.contacts[index]!) ? seriesOf(now, measure)[index]! : cellValue(of, cell);
    return Number.isNaN(value) ? '' : String(Math.round(value * 1000) / 1000);
  };
  return (
    <div className="y-demand-grid">
      <p className="y-quiet">{t(mayEdit ? 'demandEdit.gridHint' : 'demandEdit.gridReadHint')}</p>
      <Errors of={of} errors={errors} />
      <div onKeyDown={(event) => event.key === 's' && event.ctrlKey && (event.preventDefault(), onCommit())}>
        <ValueGrid
          label={t('demandEdit.grid')}
          rows={layout.rows.length + 1}
          columns={layout.days.length + 1}
          stickyRows={1}
          corner={t('demandEdit.time')}
          rowTitle={(row) => rowTitle(layout, row)}
          columnTitle={(column) => (layout.days[column] ? formatDate(layout.days[column]) : t('demandEdit.total'))}
          cell={(cell) => shownCell(of, desk, errors, cell)}
          plainText={plainText}
          readOnly={!mayEdit}
          onEntries={enter}
          onRange={(range) => desk.select(selectionOfCells(of, range, now.grid.stepMinutes))}
          onEscape={() => (setErrors(NONE), desk.cancel())}
        />
      </div>
    </div>
  );
}
