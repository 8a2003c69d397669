import { CircleAlert, TriangleAlert } from 'lucide-react';
import { memo, useEffect, useMemo, useRef } from 'react';
import { formatHours } from '../../../app/format/format-number.js';
import { t } from '../../../app/i18n/t.js';
import { agentPaidMinutes, shiftsOnDay, type BoardModel } from '../board/index.js';
import { useDesk, useDeskState } from './desk-context.js';
import { shown } from './desk-state.js';
import { daySentence } from './desk-words.js';
import type { DeskBreach } from './judge.js';
import { RowPresence } from '../together/row-presence.js';
import { NAME_WIDTH } from './use-view.js';

export interface RowPlace {
  readonly index: number;
  readonly top: number;
  readonly height: number;
}

interface AgentRowProps {
  readonly agent: number;
  readonly place: RowPlace;
  readonly days: readonly number[];
  readonly isTabStop: boolean;
  /** Changes when the rows have come to rest: time to name the cells. */
  readonly rests: number;
}

const NONE: readonly DeskBreach[] = [];

/** Places are made anew on every scroll; a row whose place says the same need not render. */
export function isSamePlace(a: RowPlace, b: RowPlace): boolean {
  return a.index === b.index && a.top === b.top && a.height === b.height;
}

function isSameRow(a: AgentRowProps, b: AgentRowProps): boolean {
  const isSame = a.agent === b.agent && a.days === b.days && a.isTabStop === b.isTabStop && a.rests === b.rests;
  return isSame && isSamePlace(a.place, b.place);
}

/** One agent: the name as real text, and a transparent cell for each day on the screen. */
export const AgentRow = memo(function AgentRow({ agent, place, days, isTabStop, rests }: AgentRowProps) {
  const { session } = useDesk();
  const { model } = session.state;
  // The row follows its own shifts only: an edit elsewhere leaves it alone.
  useDeskState((state) => shown(state).model.shifts[agent]);
  const breaches = useDeskState((state) => shown(state).findings.get(agent) ?? NONE);
  const cursorDay = useDeskState((state) =>
    state.selection.cursor?.agent === agent ? state.selection.cursor.day : null,
  );
  return (
    <div
      role="row"
      aria-rowindex={place.index + 2}
      aria-selected={cursorDay !== null}
      className="b-row"
      data-current={cursorDay !== null}
      style={{ transform: `translateY(${place.top}px)`, height: place.height }}
    >
      <div role="rowheader" aria-colindex={1} className="b-name" style={{ width: NAME_WIDTH }}>
        <span className="b-name-text" title={model.agents[agent]!.name}>
          {model.agents[agent]!.name}
        </span>
        <RowPresence agentId={model.agents[agent]!.id} />
        <BreachMark breaches={breaches} />
        <Hours
          model={shown(session.state).model}
          agent={agent}
          broken={breaches.some((b) => b.ruleId === 'weekly-paid-minutes' && b.level === 'must')}
        />
      </div>
      {days.map((day) => (
        <DayCell
          key={day}
          agent={agent}
          day={day}
          tabStop={isTabStop && (cursorDay ?? days[0]) === day}
          rests={rests}
        />
      ))}
    </div>
  );
}, isSameRow);

function BreachMark({ breaches }: { readonly breaches: readonly DeskBreach[] }) {
  const must = breaches.filter((breach) => breach.level === 'must').length;
  const prefer = breaches.length - must;
  if (must > 0)
    return (
      <CircleAlert className="b-must" size={14} strokeWidth={1.75} aria-label={t('board.mustCount', { count: must })} />
    );
  if (prefer > 0)
    return (
      <TriangleAlert
        className="b-prefer"
        size={14}
        strokeWidth={1.75}
        aria-label={t('board.preferCount', { count: prefer })}
      />
    );
  return null;
}

function Hours({
  model,
  agent,
  broken,
}: {
  readonly model: BoardModel;
  readonly agent: number;
  readonly broken: boolean;
}) {
  const { planning } = useDesk();
  const contract = planning.contracts.find((candidate) => candidate.id === model.agents[agent]!.contractId);
  const hours = formatHours(agentPaidMinutes(model, agent));
  return (
    <span className="b-hours" data-broken={broken}>
      {contract ? `${hours}/${formatHours(contract.weeklyMinutesMax)}` : hours}
    </span>
  );
}

interface DayCellProps {
  readonly agent: number;
  readonly day: number;
  readonly tabStop: boolean;
  readonly rests: number;
}

/** A day of an agent; its place follows the grid's scale by style alone. */
const DayCell = memo(function DayCell({ agent, day, tabStop, rests }: DayCellProps) {
  const { session } = useDesk();
  const ref = useRef<HTMLDivElement>(null);
  const label = useCellName(agent, day, rests);
  const focused = () => {
    const { cursor } = session.state.selection;
    if (cursor?.agent !== agent) session.set({ selection: { cursor: { agent, day, target: null }, targets: [] } });
  };
  useEffect(() => {
    // The cell that had the focus may be gone by now, so the keyboard says that it wants to be followed.
    if (!tabStop || !session.focusFollows) return;
    session.focusFollows = false;
    ref.current?.focus({ preventScroll: true });
  }, [tabStop, session]);
  const { start, length } = session.state.model.days[day]!;
  return (
    <div
      ref={ref}
      role="gridcell"
      aria-colindex={day + 2}
      aria-label={label}
      tabIndex={tabStop ? 0 : -1}
      className="b-cell"
      data-agent={agent}
      data-day={day}
      onFocus={focused}
      style={{ left: `calc(${NAME_WIDTH}px + ${start} * var(--b-scale))`, width: `calc(${length} * var(--b-scale))` }}
    />
  );
});

/** The cell's sentence; a cell that comes while the rows run past has none until they rest. */
function useCellName(agent: number, day: number, rests: number): string | undefined {
  const { displayZone, session, view } = useDesk();
  const shifts = useDeskState((state) => shown(state).model.shifts[agent]);
  const breachCount = useDeskState((state) => {
    const span = state.model.days[day]!;
    return (shown(state).findings.get(agent) ?? NONE).filter(
      (b) => b.at >= span.start && b.at < span.start + span.length,
    ).length;
  });
  const isNamed = useRef(false);
  const mayBeNamed = isNamed.current || !view.getState().scrolling;
  const name = useMemo(
    () => {
      const at = {
        agent,
        day,
        shifts: shiftsOnDay(shown(session.state).model, agent, day),
        zone: displayZone,
        breachCount,
      };
      return mayBeNamed ? daySentence(session.state.model, at) : undefined;
    },
    // `shifts` stands for what the sentence reads from the session.
    [session, agent, day, shifts, displayZone, breachCount, mayBeNamed],
  );
  useEffect(() => {
    isNamed.current = name !== undefined;
  }, [name, rests]);
  return name;
}
