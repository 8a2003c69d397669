import type { RequestContext, RoleName } from '../../../platform/context/request-context.js';
import { InvalidInput, NotFound } from '../../../platform/graphql/shared.graphql-types.js';
import { isReportPeriod } from '../content/report-periods.js';
import { TILE_CUTS, TILE_KINDS, type Tile, type TileKind } from '../content/tile.js';
import { READER_ROLES } from '../reader-roles.js';
import type { DashboardRecord } from './dashboards.repository.js';
import { mayEdit, type DashboardOrder, type DeletedDashboard, type SavedDashboard } from './dashboards.service.js';
import {
  DashboardDeleted,
  DashboardEditedMeanwhile,
  DashboardNotYours,
  DashboardSaved,
  type Dashboard,
  type DashboardInput,
  type DashboardTileInput,
  type DeleteDashboardResult,
  type SaveDashboardResult,
} from './dashboards.graphql-types.js';

export function dashboardOf(context: RequestContext, record: DashboardRecord): Dashboard {
  const { id, title, ownerName, sharedWith, period, tiles, version } = record;
  return {
    ...{ id, title, ownerName, sharedWith, period, version },
    tiles: tiles.map((tile) => ({ ...tile, cut: tile.cut ?? null })),
    mayEdit: mayEdit(context, record),
  };
}

/** The order, or what of the input is no word of ours. */
export function dashboardOrderOf(input: DashboardInput): DashboardOrder | InvalidInput {
  const { id, version, title, sharedWith, period } = input;
  if ((id == null) !== (version == null)) return InvalidInput.of('version', 'id and version go together');
  if (!isReportPeriod(period)) return InvalidInput.of('period', `period (${period}) must be one of reportPeriods`);
  const roles = [...new Set(sharedWith)].filter((role): role is RoleName => READER_ROLES.some((one) => one === role));
  if (roles.length < new Set(sharedWith).size)
    return InvalidInput.of('sharedWith', `roles must be among ${READER_ROLES.join(', ')}`);
  const wrong = input.tiles.findIndex(({ kind }) => !isTileKind(kind));
  if (wrong >= 0) return InvalidInput.of(`tiles.${wrong}.kind`, `kind must be one of ${TILE_KINDS.join(', ')}`);
  const change = id != null && version != null ? { id, version } : null;
  return { title, period, sharedWith: roles, tiles: input.tiles.map(tileOf), change };
}

const isTileKind = (text: string): text is TileKind => TILE_KINDS.some((kind) => kind === text);

function tileOf({ id, kind, width, measureId, queueId, cut, text, path }: DashboardTileInput): Tile {
  return {
    id,
    kind: kind as TileKind,
    width,
    measureId: measureId ?? null,
    queueId: queueId ?? null,
    cut: TILE_CUTS.find((one) => one === cut) ?? null,
    text: text ?? null,
    path: path ?? null,
  };
}

function refusedOf(
  context: RequestContext,
  refused: Extract<SavedDashboard, { kind: 'not-found' | 'not-owner' | 'changed-meanwhile' }>,
): DashboardEditedMeanwhile | DashboardNotYours | NotFound {
  switch (refused.kind) {
    case 'not-found':
      return NotFound.of('dashboard');
    case 'not-owner':
      return Object.assign(new DashboardNotYours(), { message: 'this dashboard belongs to somebody else' });
    case 'changed-meanwhile': {
      const message = 'somebody else changed this dashboard first';
      return Object.assign(new DashboardEditedMeanwhile(), {
        message,
        dashboard: dashboardOf(context, refused.dashboard),
      });
    }
  }
}

export function savedDashboardOf(context: RequestContext, saved: SavedDashboard): typeof SaveDashboardResult {
  if (saved.kind === 'saved')
    return Object.assign(new DashboardSaved(), { dashboard: dashboardOf(context, saved.dashboard) });
  return saved.kind === 'invalid' ? InvalidInput.of(saved.path, saved.message) : refusedOf(context, saved);
}

export function deletedDashboardOf(context: RequestContext, deleted: DeletedDashboard): typeof DeleteDashboardResult {
  return deleted.kind === 'deleted'
    ? Object.assign(new DashboardDeleted(), { id: deleted.id })
    : refusedOf(context, deleted);
}
