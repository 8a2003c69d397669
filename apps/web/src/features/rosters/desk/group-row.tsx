import { ChevronDown, ChevronRight } from 'lucide-react';
import { memo, useMemo } from 'react';
import { formatHours } from '../../../app/format/format-number.js';
import { Text, t } from '../../../app/i18n/t.js';
import { useViewer } from '../../../app/session.js';
import { shiftsOnDay, type BoardModel, type BoardRow } from '../board/index.js';
import { isSamePlace, type RowPlace } from './agent-row.js';
import { useCalmState } from './calm-state.js';
import { groupTitle } from './groups.js';
import { shown } from './desk-state.js';
import { NAME_WIDTH, useCurrentDay } from './use-view.js';

interface GroupRowProps {
  readonly row: Extract<BoardRow, { kind: 'group' }>;
  readonly place: RowPlace;
  readonly onToggle: (key: string) => void;
}

function isSameGroup(a: GroupRowProps, b: GroupRowProps): boolean {
  return a.row === b.row && a.onToggle === b.onToggle && isSamePlace(a.place, b.place);
}

/** A team: folds its rows, and carries the totals of the day. */
export const GroupRow = memo(function GroupRow({ row, place, onToggle }: GroupRowProps) {
  const viewer = useViewer();
  const model = useCalmState((state) => shown(state).model);
  const day = useCurrentDay();
  const name = groupTitle(viewer, row.key);
  const Arrow = row.folded ? ChevronRight : ChevronDown;
  const totals = useMemo(() => dayTotals(model, row.agents, day), [model, row, day]);
  return (
    <div
      role="row"
      aria-rowindex={place.index + 2}
      className="b-row b-group"
      style={{ transform: `translateY(${place.top}px)`, height: place.height }}
    >
      <div role="rowheader" aria-colindex={1} className="b-name" style={{ width: NAME_WIDTH }}>
        <button type="button" className="b-fold" aria-expanded={!row.folded} onClick={() => onToggle(row.key)}>
          <Arrow size={14} strokeWidth={1.75} aria-hidden />
          <span className="b-name-text">{name}</span>
        </button>
        <span className="b-hours">{t('board.agentCount', { count: row.agents.length })}</span>
      </div>
      <div role="gridcell" aria-colindex={2} className="b-group-totals" style={{ left: NAME_WIDTH }}>
        <Text
          id="board.groupTotals"
          values={{ hours: formatHours(totals.contactMinutes), working: totals.working, absent: totals.absent }}
        />
      </div>
    </div>
  );
}, isSameGroup);

function dayTotals(
  model: BoardModel,
  agents: readonly number[],
  day: number,
): { contactMinutes: number; working: number; absent: number } {
  const span = model.days[day]!;
  const totals = { contactMinutes: 0, working: 0, absent: 0 };
  for (const agent of agents) {
    const shifts = shiftsOnDay(model, agent, day);
    if (shifts.length > 0) totals.working++;
    else if (
      (model.timeOff[agent] ?? []).some(
        (off) => off.start < span.start + span.length && off.start + off.length > span.start,
      )
    )
      totals.absent++;
    for (const { activities } of shifts) {
      for (let k = 0; k < activities.length; k += 3)
        if (model.activityTypes[activities[k]!]!.contactWork) totals.contactMinutes += activities[k + 2]!;
    }
  }
  return totals;
}
