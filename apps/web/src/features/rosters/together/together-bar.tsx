import { useStore } from 'zustand';
import { t } from '../../../app/i18n/t.js';
import { useDesk, useDeskState } from '../desk/desk-context.js';
import { initialsOf, othersHere, type PresentPlanner } from './presence-store.js';
import { toneOf } from './row-presence.js';
import { useUndoLog } from './undo-log.js';
import { usePresence } from './use-presence.js';
import './presence.css';

/** Who else is at this board; what keeps undo over a reload. */
export function TogetherBar({ loadedAt }: { readonly loadedAt: number }) {
  const { session, readOnly } = useDesk();
  const scheduleId = useDeskState((state) => state.info.id);
  usePresence(session, scheduleId);
  useUndoLog(session, loadedAt, !readOnly);
  return (
    <span className="tg-bar">
      <PeopleHere />
    </span>
  );
}

function PeopleHere() {
  const planners = useStore(othersHere, (state) => state.planners);
  const people = [...new Map(planners.map((one) => [one.userId, one])).values()];
  if (people.length === 0) return null;
  return (
    <ul className="tg-dots b-plain-list" aria-label={t('together.alsoHere')}>
      {people.map((one) => (
        <li key={one.userId}>
          <Person planner={one} />
        </li>
      ))}
    </ul>
  );
}

/** A dot; pressing it shows where that person is working. */
function Person({ planner }: { readonly planner: PresentPlanner }) {
  const { session, acts } = useDesk();
  const cell = planner.cells[0];
  const text = t(cell ? 'together.isSelecting' : 'together.isLooking', { who: planner.name });
  const show = () => {
    if (!cell) return;
    const { model } = session.state;
    const agent = model.agents.findIndex(({ id }) => id === cell.agentId);
    const day = model.days.find(({ on }) => on === cell.on);
    if (agent >= 0 && day) acts.showAgentDay(agent, day.start + 12 * 60);
  };
  return (
    <button
      type="button"
      className="tg-dot"
      data-tone={toneOf(planner.userId)}
      aria-label={text}
      title={text}
      onClick={show}
    >
      {initialsOf(planner.name)}
    </button>
  );
}
