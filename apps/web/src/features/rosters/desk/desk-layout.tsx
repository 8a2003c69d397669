import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { formatZone } from '../../../app/format/format-time.js';
import { loadTexts } from '../../../app/i18n/language.js';
import { local, t, type MessageId } from '../../../app/i18n/t.js';
import { EmptyState, SkeletonRows } from '../../../ui/states.js';
import { showToast } from '../../../ui/toast.js';
import { BoardGrid } from './board-grid.js';
import { dayInAddress, leftOfDay, todayOf } from './board-place.js';
import { CanvasLayer, type Draw } from './canvas-layer.js';
import { CoveragePanel } from './coverage-panel.js';
import { useDesk, useDeskState, useView, type BoardTool } from './desk-context.js';
import { coverageShown } from './desk-state.js';
import type { Judge } from './judge.js';
import { isRunning, isStoppedWithBest, useRosterJob, type RosterJob } from './roster-job.js';
import type { BoardPanel, RosterSearch } from './roster-board.search.js';
import { isNarrow } from './narrow.js';
import { SidePanel } from './side-panel.js';
import { StatusLine } from './status-line.js';
import { useBoardKeys, type BoardKeyboard } from './use-board-keys.js';
import { useIntervalPointer } from './use-interval-pointer.js';
import { usePaint } from './use-paint.js';
import { WeekStrip } from './week-strip.js';

export type Opened = 'generate' | 'publish' | 'sessions' | 'breaks' | 'keys' | 'selection' | BoardTool | null;

/** Loaded when opened: the board itself stays small. */
const SessionsDialog = lazy(async () => ({
  default: (await import('../sessions/sessions-dialog.js')).SessionsDialog,
}));

interface DeskLayoutProps {
  readonly search: RosterSearch;
  readonly onSearch: (change: Partial<RosterSearch>) => void;
  readonly judge: Judge;
  readonly onToggleGroup: (key: string) => void;
  readonly whySlot: number | null;
  readonly onWhySlot: (slot: number | null) => void;
  readonly open: Opened;
  readonly onOpen: (open: Opened) => void;
}

const CHART_HEIGHT = 168;
const TOOLS = ['type', 'fill', 'assign', 'insert'] as const;

/** What edits many shifts at once, by typing, pasting or choosing; its texts come with it. */
const BoardTools = lazy(async () => {
  const [tools] = await Promise.all([import('./tools/board-tools.js'), loadTexts('board-tools')]);
  return { default: tools.BoardTools };
});

const GapBeyond = lazy(() => import('./gap-beyond.js').then((it) => ({ default: it.GapBeyond })));
const SheetHead = lazy(() => import('./phone-sheet.js').then((it) => ({ default: it.SheetHead })));

/** Opened a few times a week: the board comes up without them. */
const GenerateCard = lazy(async () => {
  const [card] = await Promise.all([import('./generate-card.js'), loadTexts('roster-best')]);
  return { default: card.GenerateCard };
});
const ConflictDialog = lazy(() => import('../together/load.js').then((it) => it.loadConflict()));
const WhyShortDialog = lazy(() => import('./why-short-dialog.js').then((it) => ({ default: it.WhyShortDialog })));
const DayList = lazy(() => import('./day-list.js').then((it) => ({ default: it.DayList })));
const ReasonDialog = lazy(() => import('./edit-dialogs.js').then((it) => ({ default: it.ReasonDialog })));
const KeysDialog = lazy(async () => {
  const [keys] = await Promise.all([import('./tools/keys-dialog.js'), loadTexts('board-tools')]);
  return { default: keys.KeysDialog };
});
const BoardPalette = lazy(async () => {
  const [it] = await Promise.all([import('./board-palette.js'), loadTexts('palette')]);
  return { default: it.BoardPalette };
});
const BreaksDialog = lazy(() => import('./breaks-dialog.js').then((it) => ({ default: it.BreaksDialog })));
const PublishDialog = lazy(() => import('../together/load.js').then((it) => it.loadPublish()));

/** Week strip, axis, gap row, rows, chart and status line, with the panel at the side. */
export function DeskLayout(props: DeskLayoutProps) {
  const { search, onSearch, onOpen } = props;
  const { acts } = useDesk();
  const scheduleId = useDeskState((state) => state.info.id);
  const paint = usePaint();
  const goToDay = useGoToDay(search, onSearch);
  const hasSelection = useDeskState((state) => state.selection.targets.length > 0);
  const judged = useDeskState((state) => state.judged);
  const { job, follow } = useRosterJob(scheduleId, (done) => {
    showToast({ text: t(endOfJob(done)), tone: done.state === 'FAILED' ? 'problem' : 'good' });
    acts.reload();
  });
  const keyboard = useBoardKeys({
    goToday: useCallback(() => goToDay(null), [goToDay]),
    focusFilter: useCallback(() => document.querySelector<HTMLElement>('.b-filter')?.focus(), []),
    showKeys: useCallback(() => onOpen('keys'), [onOpen]),
  });
  const showGenerate = props.open === 'generate' || (job !== null && isRunning(job));
  const isSheet = props.open === 'selection' && isNarrow();
  const showPanel = useCallback((panel: BoardPanel) => onSearch({ panel }), [onSearch]);
  const closeSheet = useCallback(() => onOpen(null), [onOpen]);
  return (
    <div className="b-desk" data-judged={judged}>
      <div className="b-main">
        <WeekStrip onDay={goToDay} />
        <BoardOrList {...{ search, paint }} onKeyDown={keyboard.onKeyDown} onToggleGroup={props.onToggleGroup} />
        <StatusLine />
      </div>
      <aside className="b-side" aria-label={t('board.panels')} data-sheet={isSheet || undefined} tabIndex={-1}>
        <Suspense fallback={null}>{isSheet ? <SheetHead onClose={closeSheet} /> : null}</Suspense>
        <div className="b-side-scroll">
          <SidePanel panel={search.panel ?? (hasSelection ? 'selection' : 'breaches')} onPanel={showPanel} />
        </div>
        <Suspense fallback={null}>
          {showGenerate ? <GenerateCard job={job} onStarted={follow} onClose={() => onOpen(null)} /> : null}
        </Suspense>
      </aside>
      <Suspense fallback={null}>
        {props.whySlot === null ? null : (
          <WhyShortDialog slot={props.whySlot} onSlot={props.onWhySlot} judge={props.judge} />
        )}
      </Suspense>
      <DeskDialogs open={props.open} onClose={() => onOpen(null)} />
      <Suspense fallback={null}>
        <BoardPalette keyboard={keyboard} onOpen={onOpen} />
      </Suspense>
    </div>
  );
}

interface BoardOrListProps extends Pick<DeskLayoutProps, 'search' | 'onToggleGroup'> {
  readonly paint: ReturnType<typeof usePaint>;
  readonly onKeyDown: BoardKeyboard['onKeyDown'];
}

/** The board with its chart, or the same day as a list. */
function BoardOrList({ search, paint, onKeyDown, onToggleGroup }: BoardOrListProps) {
  const [chartHeight, setChartHeight] = useState(CHART_HEIGHT);
  const rowCount = useView((view) => view.layout.rows.length);
  if (search.view === 'list')
    return (
      <Suspense fallback={<SkeletonRows rows={8} />}>
        <DayList />
      </Suspense>
    );
  return (
    <>
      <AxisAndGap axis={paint.axis} gap={paint.gap} />
      {rowCount === 0 ? (
        <EmptyState title={t('board.nobodyShown')} text={t('board.nobodyShownText')} />
      ) : (
        <BoardGrid draw={paint.body} onKeyDown={onKeyDown} onToggleGroup={onToggleGroup} />
      )}
      <CoveragePanel draw={paint.chart} height={chartHeight} onHeight={setChartHeight} />
    </>
  );
}

/** What opens over the board: publishing, the keys, and what an edit may bring up. */
function DeskDialogs({ open, onClose }: { readonly open: Opened; readonly onClose: () => void }) {
  const hasConflict = useDeskState((state) => state.conflict !== null);
  const needsReason = useDeskState((state) => state.needsReason !== null);
  const pasted = useDeskState((state) => state.pasted !== null);
  const tool = TOOLS.find((one) => one === open) ?? (pasted ? 'paste' : null);
  return (
    <Suspense fallback={null}>
      {open === 'publish' ? <PublishDialog onClose={onClose} /> : null}
      {open === 'keys' ? <KeysDialog onClose={onClose} /> : null}
      {open === 'sessions' ? <SessionsDialog onClose={onClose} /> : null}
      {open === 'breaks' ? <BreaksDialog onClose={onClose} /> : null}
      {tool ? <BoardTools tool={tool} onClose={onClose} /> : null}
      {hasConflict ? <ConflictDialog /> : null}
      {needsReason ? <ReasonDialog /> : null}
    </Suspense>
  );
}

function endOfJob(job: RosterJob): MessageId {
  if (job.state === 'FAILED') return 'board.generateFailed';
  if (job.state === 'CANCELLED') return 'board.generateStopped';
  return isStoppedWithBest(job) ? 'board.generateStoppedBest' : 'board.generated';
}

/** Scrolls to a day (null: today, when it is on the board) and remembers it in the address. */
function useGoToDay(search: RosterSearch, onSearch: DeskLayoutProps['onSearch']): (day: number | null) => void {
  const { session, view } = useDesk();
  const scale = useView((state) => state.axis.pixelsPerMinute);
  const scroll = useCallback(
    (day: number) => {
      const left = leftOfDay(session.state, view.getState(), day);
      const element = document.querySelector<HTMLElement>('.b-scroller');
      if (element) element.scrollLeft = left;
      // The list has nothing to scroll, but shows the same day.
      else view.setState({ left });
    },
    [session, view],
  );
  const goToDay = useCallback(
    (day: number | null) => {
      const { days } = session.state.model;
      const wanted = day ?? todayOf(session.state.model);
      if (wanted < 0) return;
      onSearch({ day: days[wanted]!.on });
      scroll(wanted);
    },
    [session, onSearch, scroll],
  );
  useEffect(() => {
    // On opening and on every change of scale only: a scroll by hand must not be undone when the address follows.
    const { placed, axis } = view.getState();
    if (placed !== axis) scroll(dayInAddress(session.state.model, search.day));
  }, [scale]);
  return goToDay;
}

/** The axis knows of the view only. */
const nothing = () => [];

function AxisAndGap({ axis, gap }: { readonly axis: Draw; readonly gap: Draw }) {
  const { displayZone, hasDemand, queueId } = useDesk();
  const queue = useDeskState((state) => state.coverage.queues.find((one) => one.queueId === queueId));
  const shown = useView((view) => view.layout.rows.filter((row) => row.kind === 'agent').length);
  const model = useDeskState((state) => state.model);
  const week = useDeskState((state) => state.info.weekStartOn);
  const pointer = useIntervalPointer();
  return (
    <div className="b-head">
      <div className="b-corner b-corner-axis">
        <span>{t('board.shownOf', { shown, total: model.agents.length })}</span>
        <span className="b-quiet">{t('board.hoursOfContract')}</span>
      </div>
      <CanvasLayer className="b-axis" draw={axis} follows="sideways" shows={nothing} />
      <div className="b-corner b-corner-gap">
        <strong className="b-gap-title">
          {queue ? t('board.gapRowQueue', { queue: local(queue.title) }) : t('board.gapRow')}
        </strong>
        {displayZone === model.zone ? null : <span className="b-quiet">{formatZone(displayZone, model.startAt)}</span>}
        <Suspense fallback={null}>{hasDemand ? <GapBeyond side="left" /> : null}</Suspense>
      </div>
      <Suspense fallback={null}>{hasDemand ? <GapBeyond side="right" /> : null}</Suspense>
      {hasDemand ? (
        <div className="b-gap" title={t('board.gapHint')} {...pointer}>
          <CanvasLayer className="b-fill" draw={gap} follows="sideways" shows={coverageShown} />
        </div>
      ) : (
        <p className="b-gap b-quiet">
          <Link to="/requirement" search={{ week }}>
            {t('board.openRequirement')}
          </Link>{' '}
          {t('board.noRequirement')}
        </p>
      )}
    </div>
  );
}
