import { useNavigate, useSearch } from '@tanstack/react-router';
import { Check } from 'lucide-react';
import { lazy, Suspense, useCallback, useMemo, useRef, useState, type ReactNode } from 'react';
import { formatTime } from '../../../app/format/format-time.js';
import { t } from '../../../app/i18n/t.js';
import { useViewer } from '../../../app/session.js';
import { Page } from '../../../app/shell/page.js';
import { Chip } from '../../../ui/chip.js';
import { dayOf, rowOfAgent, type BoardZoom } from '../board/index.js';
import { scrollIntoBoard } from './board-scroll.js';
import { BoardToolbar } from './board-toolbar.js';
import { DeskContext, useDesk, useDeskState, type BoardTool, type Desk } from './desk-context.js';
import { DeskLayout, type Opened } from './desk-layout.js';
import type { PlanningData, ScheduleBoardData } from './desk-mapper.js';
import { teamsInOrder } from './groups.js';
import type { RosterSearch } from './roster-board.search.js';
import { useRowOptions } from './use-row-options.js';
import { useDeskSession } from './use-desk-session.js';
import { useViewStore } from './use-view.js';
import { useFirstZoom, useZoomer, ZoomAddress } from './use-zoom.js';

interface DeskScreenProps {
  readonly data: ScheduleBoardData;
  readonly planning: PlanningData;
  readonly loadedAt: number;
  readonly reload: () => void;
  readonly title: string;
  readonly stepper: ReactNode;
}

/** Who is here, undo of the server, history and what goes out: the board comes up without them. */
const TogetherBar = lazy(() => import('../together/load.js').then((it) => it.loadTogether()));

const DEFAULT_SNAP = 15;
const NO_GROUPS: ReadonlySet<string> = new Set();

/** A board that is there: its session, its view, and all parts around them. */
export function DeskScreen(props: DeskScreenProps) {
  const [snapMinutes, setSnap] = useState(DEFAULT_SNAP);
  const [folded, setFolded] = useState(NO_GROUPS);
  const [whySlot, setWhySlot] = useState<number | null>(null);
  const opensWith = useSearch({ from: '/signed-in/roster', select: (search) => search.open });
  const [open, setOpen] = useState<Opened>(opensWith ?? null);
  const { desk, judge, search, onSearch, zoomer } = useDeskParts({
    ...props,
    snapMinutes,
    folded,
    openWhyShort: setWhySlot,
    openTool: setOpen,
    openSheet: useCallback(() => setOpen('selection'), []),
  });
  const onOpen = useCallback(
    (next: Opened) => {
      setOpen(next);
      // A board that is opened again comes up plain.
      if (next === null && opensWith) onSearch({ open: undefined });
    },
    [opensWith, onSearch],
  );
  const toggleGroup = useCallback((key: string) => setFolded((now) => toggled(now, key)), []);
  const header = <Header stepper={props.stepper} loadedAt={props.loadedAt} />;
  const toolbar = (
    <BoardToolbar
      search={search}
      onSearch={onSearch}
      snapMinutes={snapMinutes}
      onSnap={setSnap}
      onBreaks={() => setOpen('breaks')}
      onGenerate={() => setOpen('generate')}
      onSessions={() => setOpen('sessions')}
      onPublish={() => setOpen('publish')}
    />
  );
  const why = { whySlot, onWhySlot: setWhySlot };
  return (
    <DeskContext value={desk}>
      <ZoomAddress zoomer={zoomer} />
      <Page title={props.title} layout="fill" zone={desk.displayZone} header={header} toolbar={toolbar}>
        <DeskLayout
          search={search}
          onSearch={onSearch}
          judge={judge}
          onToggleGroup={toggleGroup}
          open={open}
          onOpen={onOpen}
          {...why}
        />
      </Page>
    </DeskContext>
  );
}

function Header({ stepper, loadedAt }: Pick<DeskScreenProps, 'stepper' | 'loadedAt'>) {
  return (
    <>
      {stepper}
      <ScheduleChips />
      <Suspense fallback={null}>
        <TogetherBar loadedAt={loadedAt} />
      </Suspense>
    </>
  );
}

function toggled(keys: ReadonlySet<string>, key: string): ReadonlySet<string> {
  return new Set(keys.has(key) ? [...keys].filter((one) => one !== key) : [...keys, key]);
}

interface PartsInput extends DeskScreenProps {
  readonly snapMinutes: number;
  readonly folded: ReadonlySet<string>;
  readonly openWhyShort: (slot: number) => void;
  readonly openTool: (tool: BoardTool) => void;
  readonly openSheet: () => void;
}

/** Session, judge, view and address of one board, joined. */
function useDeskParts({ data, planning, loadedAt, reload, snapMinutes, folded, ...open }: PartsInput) {
  const latestReload = useRef(reload);
  latestReload.current = reload;
  const reloadNow = useCallback(() => latestReload.current(), []);
  const { session, judge } = useDeskSession({ data, planning, loadedAt, reload: reloadNow });
  const search = useSearch({ from: '/signed-in/roster', select: withoutZoom, structuralSharing: true });
  const navigate = useNavigate({ from: '/roster' });
  const onSearch = useCallback(
    (change: Partial<RosterSearch>) =>
      void navigate({ to: '/roster', search: (now) => ({ ...now, ...change }), replace: true }),
    [navigate],
  );
  const displayZone = zoneOf(search, data.schedule.zone);
  const rows = useRowOptions({ session, search, folded, loadedAt });
  const firstZoom = useFirstZoom();
  const view = useViewStore({ model: session.state.model, zoom: firstZoom, displayZone, rows });
  const { queue: queueId, day } = search;
  const zoomer = useZoomer({ session, view, displayZone, firstZoom, day, onSearch });
  const common = { session, view, planning, displayZone, snapMinutes, data, reload: reloadNow, onSearch, ...open };
  return { desk: useDeskValue({ ...common, queueId, zoomTo: zoomer.to }), judge, search, onSearch, zoomer };
}

/** The zoom is the view's own; what listens to the rest of the address need not hear of it. */
function withoutZoom({ zoom: _zoom, ...rest }: RosterSearch): RosterSearch {
  return rest;
}

function zoneOf(search: RosterSearch, siteZone: string): string {
  if (search.zone === 'utc') return 'UTC';
  return search.zone === 'mine' ? Intl.DateTimeFormat().resolvedOptions().timeZone : siteZone;
}

interface DeskInput extends Pick<Desk, 'session' | 'view' | 'planning' | 'displayZone' | 'snapMinutes' | 'queueId'> {
  readonly data: ScheduleBoardData;
  readonly reload: () => void;
  readonly openWhyShort: (slot: number) => void;
  readonly openTool: (tool: BoardTool) => void;
  readonly openSheet: () => void;
  readonly zoomTo: (zoom: BoardZoom) => void;
  readonly onSearch: (change: Partial<RosterSearch>) => void;
}

/** Selects what an agent does then and brings it onto the screen. */
function showAgentDay({ session, view }: Pick<Desk, 'session' | 'view'>, agent: number, minute: number): void {
  const { model } = session.state;
  const shift = (model.shifts[agent] ?? []).find((one) => minute >= one.start && minute < one.start + one.length);
  const target = shift ? { agent, shiftId: shift.id, activity: null } : null;
  session.set({
    selection: { cursor: { agent, day: dayOf(model, minute), target }, targets: target ? [target] : [] },
  });
  const start = shift?.start ?? minute;
  scrollIntoBoard(view, {
    row: rowOfAgent(view.getState().layout, agent),
    start,
    end: start + (shift?.length ?? 60),
  });
}

/** What the parts of the desk share; the same object until something in it really changes. */
function useDeskValue({
  session,
  view,
  planning,
  displayZone,
  snapMinutes,
  data,
  reload,
  openWhyShort,
  openTool,
  openSheet,
  onSearch,
  queueId,
  zoomTo,
}: DeskInput): Desk {
  const viewer = useViewer();
  return useMemo(() => {
    return {
      session,
      view,
      planning,
      teams: teamsInOrder(viewer),
      displayZone,
      snapMinutes,
      readOnly: !viewer.permissions.includes('schedule.edit'),
      mayGenerate: viewer.permissions.includes('schedule.generate'),
      mayPublish: viewer.permissions.includes('schedule.publish'),
      hasDemand: isAsked(data.requirement),
      queueId,
      showQueue: (queue) => onSearch({ queue }),
      acts: {
        showAgentDay: (agent, minute) => showAgentDay({ session, view }, agent, minute),
        openWhyShort,
        openTool,
        editSelection: () => openForm(onSearch),
        openSheet: () => {
          onSearch({ panel: 'selection' });
          openSheet();
        },
        zoomTo,
        reload,
      },
    };
  }, [
    session,
    view,
    planning,
    displayZone,
    snapMinutes,
    data.requirement,
    reload,
    openWhyShort,
    openTool,
    openSheet,
    onSearch,
    viewer,
    queueId,
    zoomTo,
  ]);
}

/** A requirement of other weeks knows nothing of this one. */
function isAsked(requirement: ScheduleBoardData['requirement']): boolean {
  return requirement?.queues.some(({ agentsToRoster }) => agentsToRoster.some((agents) => (agents ?? 0) > 0)) ?? false;
}

/** Frames to wait for the form, which is loaded when it is first asked for. */
const FORM_PATIENCE = 120;

function openForm(onSearch: DeskInput['onSearch']): void {
  onSearch({ panel: 'selection' });
  const focus = (left: number) => {
    const field = document.querySelector<HTMLElement>('.b-form input');
    if (field) field.focus();
    else if (left > 0) requestAnimationFrame(() => focus(left - 1));
  };
  requestAnimationFrame(() => focus(FORM_PATIENCE));
}

/** Draft or published, changes since, and whether everything is saved. */
function ScheduleChips() {
  const { displayZone } = useDesk();
  const info = useDeskState((state) => state.info);
  const saving = useDeskState((state) => state.saving);
  const state = info.state === 'DRAFT' ? t('board.draft') : t('board.publishedState');
  return (
    <>
      <Chip>{info.publishedAt ? t('board.stateChanges', { state, count: info.changesSincePublish }) : state}</Chip>
      <span className="b-saved" role="status">
        {saving.kind === 'saving' ? t('board.saving') : null}
        {saving.kind === 'saved' ? (
          <>
            <Check size={14} strokeWidth={1.75} aria-hidden />
            {t('board.saved', { time: formatTime(saving.at, displayZone) })}
          </>
        ) : null}
      </span>
    </>
  );
}
