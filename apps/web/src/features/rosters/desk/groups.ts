import { t } from '../../../app/i18n/t.js';
import { homeSite, type Viewer } from '../../../app/session.js';
import { PINNED, type BoardGroupBy } from '../board/index.js';

/** The home site's teams first, as they are listed; the others after them. */
export function teamsInOrder(viewer: Viewer): Viewer['organisation']['teams'] {
  const home = homeSite(viewer).id;
  return [...viewer.organisation.teams].sort((a, b) => Number(a.siteId !== home) - Number(b.siteId !== home));
}

/** Keys of the groups in their order; sets of skills follow as they come. */
export function groupOrder(viewer: Viewer, groupBy: BoardGroupBy): readonly string[] {
  if (groupBy === 'team') return teamsInOrder(viewer).map(({ id }) => id);
  return groupBy === 'site' ? viewer.organisation.sites.map(({ id }) => id) : [];
}

/** What a group is called: its team, its site, or its skills. */
export function groupTitle({ organisation }: Viewer, key: string): string {
  const { teams, sites, skills } = organisation;
  if (key === PINNED) return t('board.pinned');
  const named = [...teams, ...sites].find(({ id }) => id === key);
  if (named) return named.name;
  const own = key.split(' ').flatMap((id) => skills.find((skill) => skill.id === id)?.name ?? []);
  return own.length > 0 ? own.join(' + ') : t(key === 'others' ? 'board.allOthers' : 'board.noTeam');
}
