import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../../platform/context/request-context.js';
import type { ReportContent } from '../content/report-content.js';
import { TileContentService } from '../content/tile-content.service.js';
import { DashboardRepository, type DashboardContent, type DashboardRecord } from './dashboards.repository.js';
import { tileFault, type TileFault } from './tile-faults.js';

export const MOST_DASHBOARDS = 100;

export interface DashboardOrder extends DashboardContent {
  /** The dashboard to change, as it was on the screen; null = a new one. */
  readonly change: { readonly id: string; readonly version: number } | null;
}

type Refused =
  | { readonly kind: 'not-found' }
  | { readonly kind: 'not-owner' }
  | { readonly kind: 'changed-meanwhile'; readonly dashboard: DashboardRecord };
export type SavedDashboard =
  | Refused
  | { readonly kind: 'saved'; readonly dashboard: DashboardRecord }
  | ({ readonly kind: 'invalid' } & TileFault);
export type DeletedDashboard = Refused | { readonly kind: 'deleted'; readonly id: string };

/** Dashboards: private to their owner, or read by the roles they are shared with. */
@Injectable()
export class DashboardService {
  constructor(
    private readonly dashboards: DashboardRepository,
    private readonly tiles: TileContentService,
  ) {}

  async all(context: RequestContext): Promise<DashboardRecord[]> {
    return (await this.dashboards.all(context)).filter((one) => mayRead(context, one));
  }

  async find(context: RequestContext, id: string): Promise<DashboardRecord | null> {
    const found = await this.dashboards.byId(context, id);
    return found && mayRead(context, found) ? found : null;
  }

  /** What its tiles show now; null: there is none that the reader may see. */
  async content(context: RequestContext, id: string): Promise<ReportContent | null> {
    const found = await this.find(context, id);
    return found && this.tiles.content(context, found);
  }

  /** For what the program itself sends and shows to holders of a link: whoever arranged that could read it. */
  async contentForAll(context: RequestContext, id: string): Promise<ReportContent | null> {
    const found = await this.dashboards.byId(context, id);
    return found && this.tiles.content(context, found);
  }

  async save(context: RequestContext, order: DashboardOrder): Promise<SavedDashboard> {
    const title = order.title.trim();
    if (title === '' || title.length > 120)
      return { kind: 'invalid', path: 'title', message: 'title must have 1..120 characters' };
    const fault = tileFault(order.tiles);
    if (fault) return { kind: 'invalid', ...fault };
    const content = { ...order, title };
    if (order.change) {
      const refused = await this.refusal(context, order.change.id);
      if (refused) return refused;
      const dashboard = await this.dashboards.update(context, order.change, content);
      return dashboard ? { kind: 'saved', dashboard } : this.changed(context, order.change.id);
    }
    if ((await this.dashboards.all(context)).length >= MOST_DASHBOARDS)
      return { kind: 'invalid', path: 'title', message: `at most ${MOST_DASHBOARDS} dashboards are kept` };
    return { kind: 'saved', dashboard: await this.dashboards.insert(context, content) };
  }

  async delete(
    context: RequestContext,
    of: { readonly id: string; readonly version: number },
  ): Promise<DeletedDashboard> {
    const refused = await this.refusal(context, of.id);
    if (refused) return refused;
    return (await this.dashboards.delete(context, of)) ? { kind: 'deleted', id: of.id } : this.changed(context, of.id);
  }

  /** Null: the person may change it. */
  private async refusal(context: RequestContext, id: string): Promise<Refused | null> {
    const found = await this.find(context, id);
    if (!found) return { kind: 'not-found' };
    return mayEdit(context, found) ? null : { kind: 'not-owner' };
  }

  private async changed(context: RequestContext, id: string): Promise<Refused> {
    const dashboard = await this.find(context, id);
    return dashboard ? { kind: 'changed-meanwhile', dashboard } : { kind: 'not-found' };
  }
}

/** The owner, whoever has a role it is shared with, and admins, who answer for what leaves the house. */
export function mayRead(
  { userId, roles }: RequestContext,
  of: Pick<DashboardRecord, 'ownerId' | 'sharedWith'>,
): boolean {
  return isOwner(userId, of.ownerId) || roles.some((role) => role === 'admin' || of.sharedWith.includes(role));
}

/** The owner and admins; one that nobody owns, whoever reads it. */
export function mayEdit(context: RequestContext, of: Pick<DashboardRecord, 'ownerId' | 'sharedWith'>): boolean {
  if (of.ownerId === null) return mayRead(context, of);
  return isOwner(context.userId, of.ownerId) || context.roles.includes('admin');
}

const isOwner = (userId: string | null, ownerId: string | null): boolean => userId !== null && userId === ownerId;
