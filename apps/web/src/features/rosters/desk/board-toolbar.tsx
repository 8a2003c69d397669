import { lazy, Suspense } from 'react';
import { ChartGantt, Coffee, List, Redo2, SlidersHorizontal, Sparkles, Undo2, Users } from 'lucide-react';
import { t } from '../../../app/i18n/t.js';
import { Button, IconButton, Segmented } from '../../../ui/button.js';
import { PopoverTrigger } from '../../../ui/dialog.js';
import { MenuButton } from '../../../ui/menu.js';
import { SkeletonRows } from '../../../ui/states.js';
import type { BoardZoom } from '../board/index.js';
import { useDesk, useDeskState } from './desk-context.js';
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

/** Zoom, snap, undo; what is shown and in which order; generate and publish. */
export function BoardToolbar({
  search,
  onSearch,
  snapMinutes,
  onSnap,
  onBreaks,
  onGenerate,
  onSessions,
  onPublish,
}: BoardToolbarProps) {
  const { mayGenerate, mayPublish } = useDesk();
  return (
    <>
      <ZoomChoice search={search} onSearch={onSearch} />
      <UndoButtons />
      <span className="b-bar" />
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
      <IconButton
        label={t(search.view === 'list' ? 'board.boardView' : 'board.listView')}
        icon={
          search.view === 'list' ? <ChartGantt size={18} strokeWidth={1.75} /> : <List size={18} strokeWidth={1.75} />
        }
        onPress={() => onSearch({ view: search.view === 'list' ? undefined : 'list' })}
      />
      <PlacementButtons onSessions={onSessions} onBreaks={onBreaks} />
      <Button
        icon={<Sparkles size={14} strokeWidth={1.75} aria-hidden />}
        isDisabled={!mayGenerate}
        onPress={onGenerate}
      >
        {t('board.generateOpen')}
      </Button>
      <Button kind="primary" isDisabled={!mayPublish} onPress={onPublish}>
        {t('board.publishOpen')}
      </Button>
    </>
  );
}

/** From a month to an hour. */
function ZoomChoice({ search, onSearch }: Pick<BoardToolbarProps, 'search' | 'onSearch'>) {
  return (
    <Segmented<BoardZoom>
      label={t('board.zoom')}
      value={search.zoom ?? 'day'}
      options={[
        { value: 'hour', text: t('board.zoomHour') },
        { value: 'day', text: t('board.zoomDay') },
        { value: 'three-days', text: t('board.zoomThreeDays') },
        { value: 'week', text: t('board.zoomWeek') },
        { value: 'month', text: t('board.zoomMonth') },
      ]}
      onChange={(zoom) => onSearch({ zoom })}
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
        className="y-input b-filter"
        aria-label={t('board.filter')}
        placeholder={t('board.filter')}
        defaultValue={search.text ?? ''}
        onChange={(event) => onSearch({ text: event.target.value || undefined })}
      />
      <MenuButton
        label={t('board.team')}
        items={[{ id: ALL_TEAMS, text: t('board.allTeams') }, ...teams.map(({ id, name }) => ({ id, text: name }))]}
        selected={team?.id ?? ALL_TEAMS}
        onAction={(id) => onSearch({ team: id === ALL_TEAMS ? undefined : id })}
      >
        {t('board.teamLabel', { team: team?.name ?? t('board.allTeams') })}
      </MenuButton>
      <button
        type="button"
        className="b-toggle"
        aria-pressed={search.breaches === 'only'}
        onClick={() => onSearch({ breaches: search.breaches ? undefined : 'only' })}
      >
        {t('board.onlyBreaches')}
      </button>
    </>
  );
}
