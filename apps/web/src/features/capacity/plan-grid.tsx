import {
  ASSUMPTION_ROWS,
  evaluateCapacity,
  RESULT_ROWS,
  type CapacityGroup,
  type CapacityPlan,
  type CapacityUnit,
} from '@yotei/scheduling/capacity';
import { useMemo, useState } from 'react';
import { formatNumber, formatPercent } from '../../app/format/format-number.js';
import { formatDateWithYear } from '../../app/format/format-time.js';
import { useLanguage } from '../../app/i18n/language.js';
import { local, t } from '../../app/i18n/t.js';
import { showToast } from '../../ui/toast.js';
import type { Cell } from '../../ui/value-grid/cell-selection.js';
import { ValueGrid, type GridCell } from '../../ui/value-grid/value-grid.js';
import { reasonOf } from './cell-reason.js';
import { plainValue, readEntries, weekOn, withCells } from './plan-edits.js';

const DIGITS: Readonly<Record<CapacityUnit, number>> = {
  ...{ count: 0, seconds: 0, fraction: 1, heads: 1, fte: 1, hours: 0, money: 0 },
};

export const shownValue = (value: number, unit: CapacityUnit): string =>
  unit === 'fraction' ? formatPercent(value, DIGITS.fraction) : formatNumber(value, DIGITS[unit]);

/** Assumptions to type and paste, week by week, and below them what comes of them; a result opens to its inputs. */
export function PlanGrid({
  plan,
  group,
  onPlan,
}: {
  readonly plan: CapacityPlan;
  readonly group: CapacityGroup;
  readonly onPlan: ((plan: CapacityPlan) => void) | undefined;
}) {
  const weeks = useMemo(() => evaluateCapacity(plan).groups[plan.groups.indexOf(group)]!, [plan, group]);
  const [at, setAt] = useState<Cell>({ row: 0, column: 0 });
  const rows = [...ASSUMPTION_ROWS, ...RESULT_ROWS];
  const given = ASSUMPTION_ROWS.length;
  const valueAt = ({ row, column }: Cell): number =>
    row < given ? group[ASSUMPTION_ROWS[row]!.id][column]! : weeks[column]![RESULT_ROWS[row - given]!.id];
  const cell = (where: Cell): GridCell => {
    const { unit, id } = rows[where.row]!;
    const value = valueAt(where);
    const short = id === 'gapFte' && value < -0.05;
    return {
      text: short ? `▼ ${shownValue(value, unit)}` : shownValue(value, unit),
      state: where.row < given ? 'open' : 'sum',
    };
  };
  const shown = at.row >= given ? RESULT_ROWS[at.row - given] : undefined;
  return (
    <section aria-label={t('capacity.part_grid')}>
      <ValueGrid
        label={t('capacity.gridLabel', { group: local(group.title) })}
        rows={rows.length}
        columns={plan.weeks}
        stickyRows={0}
        corner={t('capacity.week')}
        titleWidth={210}
        columnWidth={useLanguage() === 'ja' ? 112 : 92}
        rowTitle={(row) => local(rows[row]!.title)}
        columnTitle={(column) => formatDateWithYear(weekOn(plan, column))}
        cell={cell}
        plainText={(where) => plainValue(valueAt(where), rows[where.row]!.unit)}
        readOnly={!onPlan}
        onRange={({ head }) => setAt(head)}
        onEntries={(entries) => {
          const { edits, unreadable } = readEntries(group, entries);
          if (unreadable > 0) showToast({ text: t('capacity.unreadable', { count: unreadable }), tone: 'problem' });
          if (edits.length > 0) onPlan?.(withCells(plan, edits));
        }}
      />
      <p className="y-capacity-reason" role="status">
        {shown
          ? reasonOf({ plan, group, column: shown.id, week: weeks[at.column]!, at: at.column })
          : t('capacity.gridHelp')}
      </p>
    </section>
  );
}
