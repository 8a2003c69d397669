import { History } from 'lucide-react';
import { lazy, Suspense, useCallback, useState } from 'react';
import { useStore } from 'zustand';
import { t } from '../../../app/i18n/t.js';
import { MenuButton } from '../../../ui/menu.js';
import { showToast } from '../../../ui/toast.js';
import { useDesk, useDeskState } from '../desk/desk-context.js';
import { initialsOf, othersHere, type PresentPlanner } from './presence-store.js';
import { toneOf } from './row-presence.js';
import { useUndoLog } from './undo-log.js';
import { usePresence } from './use-presence.js';
import './presence.css';

const HistoryDialog = lazy(() => import('./history-dialog.js').then((it) => ({ default: it.HistoryDialog })));
const ReceiptsDialog = lazy(() => import('./receipts-dialog.js').then((it) => ({ default: it.ReceiptsDialog })));
const ViewsDialog = lazy(() => import('./views-dialog.js').then((it) => ({ default: it.ViewsDialog })));
const WithdrawDialog = lazy(() => import('./withdraw-dialog.js').then((it) => ({ default: it.WithdrawDialog })));
const PrintWeek = lazy(() => import('./print-week.js').then((it) => ({ default: it.PrintWeek })));

type Opened = 'history' | 'acks' | 'views' | 'withdraw' | 'print' | null;

/** Who else is at this board; what keeps undo over a reload; history, and what goes out. */
export function TogetherBar({ loadedAt }: { readonly loadedAt: number }) {
  const { session, readOnly } = useDesk();
  const scheduleId = useDeskState((state) => state.info.id);
  const [open, setOpen] = useState<Opened>(null);
  const close = useCallback(() => setOpen(null), []);
  const shownAgents = useShownAgents();
  usePresence(session, scheduleId);
  useUndoLog(session, loadedAt, !readOnly);
  return (
    <span className="tg-bar">
      <PeopleHere />
      <MoreMenu onOpen={setOpen} />
      <Suspense fallback={null}>
        {open === 'history' ? <HistoryDialog onClose={close} /> : null}
        {open === 'acks' ? <ReceiptsDialog onClose={close} /> : null}
        {open === 'views' ? <ViewsDialog onClose={close} /> : null}
        {open === 'withdraw' ? <WithdrawDialog onClose={close} /> : null}
        {open === 'print' ? <PrintWeek agents={shownAgents()} onDone={close} /> : null}
      </Suspense>
    </span>
  );
}

/** Agents of the rows as they are filtered and sorted now; those in folded groups are left out. */
function useShownAgents(): () => number[] {
  const { view } = useDesk();
  return useCallback(
    () => view.getState().layout.rows.flatMap((row) => (row.kind === 'agent' ? [row.agent] : [])),
    [view],
  );
}

function MoreMenu({ onOpen }: { readonly onOpen: (open: Opened) => void }) {
  const { session, teams, mayPublish } = useDesk();
  const shownAgents = useShownAgents();
  const saveAs = async (kind: 'csv' | 'excel' | 'ics') => {
    const files = await import('./save-week.js');
    const { model, info } = session.state;
    const week = { model, teams, agents: shownAgents(), weekStartOn: info.weekStartOn };
    const save = { csv: files.saveCsv, excel: files.saveExcel, ics: files.saveCalendar }[kind];
    await save(week);
  };
  const act = (id: string) => {
    if (id === 'csv' || id === 'excel' || id === 'ics')
      void saveAs(id).catch(() => showToast({ text: t('together.saveFailed'), tone: 'problem' }));
    else onOpen(id as Opened);
  };
  const items = (['history', 'acks', 'views', 'print', 'csv', 'excel', 'ics'] as const).map((id) => ({
    id: id as string,
    text: t(`together.${id}`),
  }));
  if (mayPublish) items.push({ id: 'withdraw', text: t('together.withdraw') });
  return (
    <MenuButton label={t('together.more')} items={items} onAction={act} arrow>
      <History size={18} strokeWidth={1.75} aria-hidden />
    </MenuButton>
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
