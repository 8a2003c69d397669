import { ChartGantt, Coffee, Globe, List, Redo2, Sparkles, Undo2, Users } from 'lucide-react';
import { t, type MessageId } from '../../../app/i18n/t.js';
import { Button, IconButton, Segmented } from '../../../ui/button.js';
import { MenuButton } from '../../../ui/menu.js';
import type { BoardGroupBy, BoardSort, BoardZoom } from '../board/index.js';
import { useDesk, useDeskState } from './desk-context.js';
import { writeLabel } from './desk-words.js';
import type { RosterSearch } from './roster-board.search.js';

export const SNAPS = [5, 10, 15, 30] as const;
const ALL_TEAMS = 'all';

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
      <Segmented<BoardZoom>
        label={t('board.zoom')}
        value={search.zoom ?? 'day'}
        options={[
          { value: 'day', text: t('board.zoomDay') },
          { value: 'three-days', text: t('board.zoomThreeDays') },
          { value: 'week', text: t('board.zoomWeek') },
        ]}
        onChange={(zoom) => onSearch({ zoom })}
      />
      <MenuButton
        label={t('board.snap')}
        items={SNAPS.map((minutes) => ({ id: String(minutes), text: t('board.snapMinutes', { minutes }) }))}
        selected={String(snapMinutes)}
        onAction={(id) => onSnap(Number(id))}
      >
        {t('board.snapLabel', { minutes: snapMinutes })}
      </MenuButton>
      <UndoButtons />
      <span className="b-bar" />
      <FilterControls search={search} onSearch={onSearch} />
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

const GROUPS: readonly (readonly [BoardGroupBy, MessageId])[] = [
  ['team', 'board.groupTeam'],
  ['none', 'board.groupNone'],
];
const SORTS: readonly (readonly [BoardSort, MessageId])[] = [
  ['start', 'board.sortStart'],
  ['name', 'board.sortName'],
  ['hours', 'board.sortHours'],
  ['breaches', 'board.sortBreaches'],
];
const ZONES: readonly (readonly ['site' | 'mine' | 'utc', MessageId])[] = [
  ['site', 'board.zoneSite'],
  ['mine', 'board.zoneMine'],
  ['utc', 'board.zoneUtc'],
];
const itemsOf = <Id extends string>(list: readonly (readonly [Id, MessageId])[]) =>
  list.map(([id, text]) => ({ id, text: t(text) }));
const textOf = <Id extends string>(list: readonly (readonly [Id, MessageId])[], id: Id) =>
  t(list.find(([one]) => one === id)![1]);

function FilterControls({ search, onSearch }: Pick<BoardToolbarProps, 'search' | 'onSearch'>) {
  const { teams } = useDesk();
  const team = teams.find((candidate) => candidate.id === search.team);
  const group = search.group ?? 'team';
  const sort = search.sort ?? 'start';
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
      <MenuButton
        label={t('board.group')}
        items={itemsOf(GROUPS)}
        selected={group}
        onAction={(id) => onSearch({ group: id as BoardGroupBy })}
      >
        {t('board.groupLabel', { group: textOf(GROUPS, group) })}
      </MenuButton>
      <MenuButton
        label={t('board.sort')}
        items={itemsOf(SORTS)}
        selected={sort}
        onAction={(id) => onSearch({ sort: id as BoardSort })}
      >
        {t('board.sortLabel', { sort: textOf(SORTS, sort) })}
      </MenuButton>
      <ZoneMenu search={search} onSearch={onSearch} />
    </>
  );
}

/** Site time unless chosen otherwise; then the button says which. */
function ZoneMenu({ search, onSearch }: Pick<BoardToolbarProps, 'search' | 'onSearch'>) {
  const zone = search.zone ?? 'site';
  return (
    <MenuButton
      label={t('board.zone')}
      items={itemsOf(ZONES)}
      selected={zone}
      arrow={false}
      onAction={(id) => onSearch({ zone: id === 'site' ? undefined : (id as 'mine' | 'utc') })}
    >
      <Globe size={18} strokeWidth={1.75} aria-hidden />
      {zone === 'site' ? null : textOf(ZONES, zone)}
    </MenuButton>
  );
}
