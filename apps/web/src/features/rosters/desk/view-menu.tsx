import { t, type MessageId } from '../../../app/i18n/t.js';
import { Select } from '../../../ui/fields.js';
import { BOARD_GROUPS, type BoardGroupBy, type BoardSort } from '../board/index.js';
import { useDesk } from './desk-context.js';
import type { RosterSearch } from './roster-board.search.js';

const ALL_TEAMS = 'all';
const SNAPS = [5, 10, 15, 30] as const;

const GROUP_TEXTS: Readonly<Record<BoardGroupBy, MessageId>> = {
  team: 'board.groupTeam',
  skill: 'board.groupSkill',
  site: 'board.groupSite',
  none: 'board.groupNone',
};
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

export interface ViewMenuProps {
  readonly search: RosterSearch;
  readonly onSearch: (change: Partial<RosterSearch>) => void;
  readonly snapMinutes: number;
  readonly onSnap: (minutes: number) => void;
}

/** How the board is shown: groups, order, the step of a drag, and the clock. */
export function ViewMenu({ search, onSearch, snapMinutes, onSnap }: ViewMenuProps) {
  const { teams } = useDesk();
  return (
    <div className="b-view-menu">
      <div className="y-field b-phone">
        <label htmlFor="b-filter-here">{t('board.filter')}</label>
        <input
          id="b-filter-here"
          type="search"
          className="y-input"
          defaultValue={search.text ?? ''}
          onChange={(event) => onSearch({ text: event.target.value || undefined })}
        />
      </div>
      <span className="b-tight">
        <Select
          label={t('board.team')}
          value={search.team ?? ALL_TEAMS}
          options={[{ id: ALL_TEAMS, text: t('board.allTeams') }, ...teams.map(({ id, name }) => ({ id, text: name }))]}
          onChange={(id) => onSearch({ team: id === ALL_TEAMS ? undefined : id })}
        />
      </span>
      <Select
        label={t('board.group')}
        value={search.group ?? 'team'}
        options={BOARD_GROUPS.map((id) => ({ id, text: t(GROUP_TEXTS[id]) }))}
        onChange={(id) => onSearch({ group: id as BoardGroupBy })}
      />
      <Select
        label={t('board.sort')}
        value={search.sort ?? 'start'}
        options={SORTS.map(([id, text]) => ({ id, text: t(text) }))}
        onChange={(id) => onSearch({ sort: id as BoardSort })}
      />
      <Select
        label={t('board.snap')}
        value={String(snapMinutes)}
        options={SNAPS.map((minutes) => ({ id: String(minutes), text: t('board.snapMinutes', { minutes }) }))}
        onChange={(id) => onSnap(Number(id))}
      />
      <Select
        label={t('board.zone')}
        value={search.zone ?? 'site'}
        options={ZONES.map(([id, text]) => ({ id, text: t(text) }))}
        onChange={(id) => onSearch({ zone: id === 'site' ? undefined : (id as 'mine' | 'utc') })}
      />
    </div>
  );
}
