import { lazy, Suspense, useDeferredValue } from 'react';
import { ChartGantt, Coffee, Ellipsis, List, Redo2, SlidersHorizontal, Sparkles, Undo2, Users } from 'lucide-react';
import { t, type MessageId } from '../../../app/i18n/t.js';
import { Button, IconButton, Segmented } from '../../../ui/button.js';
import { PopoverTrigger } from '../../../ui/dialog.js';
import { MenuButton } from '../../../ui/menu.js';
import { SkeletonRows } from '../../../ui/states.js';
import type { BoardZoom } from '../board/index.js';
import { useDesk, useDeskState, useView } from './desk-context.js';
import { writeLabel } from './desk-words.js';
import type { RosterSearch } from './roster-board.search.js';

const ALL_TEAMS = 'all';
const ViewMenu = lazy(() => import('./view-menu.js').then((m) => ({ default: m.ViewMenu })));

interface BoardToolbarProps {
  readonly search: RosterSearch;
  readonly onSearch: (change: Partial<RosterSearch>) => void;
  readonly snapMinutes: number;
  readonly onSnap: (minutes: number) => void;
  readonly onBreaks: () => void;
  readonly onGenerate: () => void;
  readonly onSessions: () => void;
  readonly onPublish: () => void;
}

/**
 * Zoom, undo; what is shown; generate and publish. Where there is no room the choices go into View and the rest behind three
 * dots, the most used last: bars.css says when.
 */
export function BoardToolbar(props: BoardToolbarProps) {
  const { search, onSearch, snapMinutes, onSnap, onGenerate, onPublish } = props;
  const { mayGenerate, mayPublish } = useDesk();
  return (
    <>
      <ZoomChoice />
      <UndoButtons />
      <span className="b-bar b-roomy" />
      <FilterControls search={search} onSearch={onSearch} />
      <PopoverTrigger
        label={t('board.view')}
        trigger={
          <Button icon={<SlidersHorizontal size={14} strokeWidth={1.75} aria-hidden />} kind="quiet">
            {t('board.view')}
          </Button>
        }
      >
        <Suspense fallback={<SkeletonRows rows={4} />}>
          <ViewMenu {...{ search, onSearch, snapMinutes, onSnap }} />
        </Suspense>
      </PopoverTrigger>
      <span className="y-toolbar-fill" />
      <span className="b-roomy">
        <ViewSwitch search={search} onSearch={onSearch} />
        <PlacementButtons {...props} />
      </span>
      <MoreTools {...props} />
      <span className="b-not-phone">
        <Button
          icon={<Sparkles size={14} strokeWidth={1.75} aria-hidden />}
          isDisabled={!mayGenerate}
          onPress={onGenerate}
        >
          {t('board.generateOpen')}
        </Button>
      </span>
      <Button kind="primary" isDisabled={!mayPublish} onPress={onPublish}>
        {t('board.publishOpen')}
      </Button>
    </>
  );
}

const ZOOMS: readonly (readonly [BoardZoom, MessageId])[] = [
  ['hour', 'board.zoomHour'],
  ['day', 'board.zoomDay'],
  ['three-days', 'board.zoomThreeDays'],
  ['week', 'board.zoomWeek'],
  ['month', 'board.zoomMonth'],
];

/** From a month to an hour: a row of choices, or a menu where there is no room. */
function ZoomChoice() {
  const { zoomTo } = useDesk().acts;
  // The board first, then the button that tells its zoom.
  const zoom = useDeferredValue(useView((view) => view.zoom));
  return (
    <>
      <span className="b-not-narrow">
        <Segmented<BoardZoom>
          label={t('board.zoom')}
          value={zoom}
          options={ZOOMS.map(([value, text]) => ({ value, text: t(text) }))}
          onChange={zoomTo}
        />
      </span>
      <span className="b-narrow">
        <MenuButton
          label={t('board.zoom')}
          items={ZOOMS.map(([id, text]) => ({ id, text: t(text) }))}
          selected={zoom}
          onAction={(id) => zoomTo(id as BoardZoom)}
        >
          {t(ZOOMS.find(([id]) => id === zoom)![1])}
        </MenuButton>
      </span>
    </>
  );
}

/** The board, or the same day as a list. */
function ViewSwitch({ search, onSearch }: Pick<BoardToolbarProps, 'search' | 'onSearch'>) {
  const isList = search.view === 'list';
  return (
    <IconButton
      label={t(isList ? 'board.boardView' : 'board.listView')}
      icon={isList ? <ChartGantt size={18} strokeWidth={1.75} /> : <List size={18} strokeWidth={1.75} />}
      onPress={() => onSearch({ view: isList ? undefined : 'list' })}
    />
  );
}

/** What is placed inside shifts: sessions, and the breaks again. */
function PlacementButtons({ onSessions, onBreaks }: Pick<BoardToolbarProps, 'onSessions' | 'onBreaks'>) {
  const { readOnly } = useDesk();
  return (
    <>
      <IconButton label={t('sessions.open')} icon={<Users size={18} strokeWidth={1.75} />} onPress={onSessions} />
      <IconButton
        label={t('breaks.open')}
        icon={<Coffee size={18} strokeWidth={1.75} />}
        isDisabled={readOnly}
        onPress={onBreaks}
      />
    </>
  );
}

/** What the bar has no room for. */
function MoreTools({ search, onSearch, onSessions, onBreaks, onGenerate }: BoardToolbarProps) {
  const { readOnly, mayGenerate } = useDesk();
  const isList = search.view === 'list';
  const acts = {
    breaches: () => onSearch({ breaches: search.breaches ? undefined : 'only' }),
    view: () => onSearch({ view: isList ? undefined : 'list' }),
    sessions: onSessions,
    breaks: onBreaks,
    generate: onGenerate,
  };
  return (
    <span className="b-tight">
      <MenuButton
        label={t('board.moreTools')}
        arrow={false}
        items={[
          { id: 'generate', text: t('board.generateOpen'), isDisabled: !mayGenerate },
          { id: 'breaches', text: t(search.breaches ? 'board.allRows' : 'board.onlyBreaches') },
          { id: 'view', text: t(isList ? 'board.boardView' : 'board.listView') },
          { id: 'sessions', text: t('sessions.open') },
          { id: 'breaks', text: t('breaks.open'), isDisabled: readOnly },
        ]}
        onAction={(id) => acts[id as keyof typeof acts]()}
      >
        <Ellipsis size={18} strokeWidth={1.75} aria-hidden />
      </MenuButton>
    </span>
  );
}

function UndoButtons() {
  const { session } = useDesk();
  const undo = useDeskState((state) => state.undo);
  const model = useDeskState((state) => state.model);
  const done = undo.done.at(-1);
  const undone = undo.undone.at(-1);
  return (
    <>
      <IconButton
        label={done ? t('board.undoWhat', { what: writeLabel(model, done.label) }) : t('board.undo')}
        icon={<Undo2 size={18} strokeWidth={1.75} />}
        isDisabled={!done}
        onPress={() => session.undo()}
      />
      <IconButton
        label={undone ? t('board.redoWhat', { what: writeLabel(model, undone.label) }) : t('board.redo')}
        icon={<Redo2 size={18} strokeWidth={1.75} />}
        isDisabled={!undone}
        onPress={() => session.redo()}
      />
    </>
  );
}

function FilterControls({ search, onSearch }: Pick<BoardToolbarProps, 'search' | 'onSearch'>) {
  const { teams } = useDesk();
  const team = teams.find((candidate) => candidate.id === search.team);
  return (
    <>
      <input
        type="search"
        className="y-input b-filter b-not-phone"
        aria-label={t('board.filter')}
        placeholder={t('board.filter')}
        defaultValue={search.text ?? ''}
        onChange={(event) => onSearch({ text: event.target.value || undefined })}
      />
      <span className="b-roomy">
        <MenuButton
          label={t('board.team')}
          items={[{ id: ALL_TEAMS, text: t('board.allTeams') }, ...teams.map(({ id, name }) => ({ id, text: name }))]}
          selected={team?.id ?? ALL_TEAMS}
          onAction={(id) => onSearch({ team: id === ALL_TEAMS ? undefined : id })}
        >
          {t('board.teamLabel', { team: team?.name ?? t('board.allTeams') })}
        </MenuButton>
      </span>
      <button
        type="button"
        className="b-toggle b-roomy"
        aria-pressed={search.breaches === 'only'}
        onClick={() => onSearch({ breaches: search.breaches ? undefined : 'only' })}
      >
        {t('board.onlyBreaches')}
      </button>
    </>
  );
}
