import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { TenantDatabase } from '../../../platform/database/tenant-database.js';

export interface SavedViewRecord {
  readonly id: string;
  readonly title: string;
  readonly link: string;
  readonly isShared: boolean;
  readonly isOwn: boolean;
  readonly owner: string | null;
}

export type SaveViewOutcome =
  | { readonly kind: 'saved'; readonly id: string }
  | { readonly kind: 'invalid'; readonly path: string; readonly message: string };

const LONGEST_TITLE = 80;
const LONGEST_LINK = 1000;
const MOST_VIEWS = 100;

/** Views of the board under a name: links into the app, own ones and those others share. */
@Injectable()
export class SavedViewsService {
  constructor(private readonly database: TenantDatabase) {}

  /** Own ones first, then by name. */
  list(context: RequestContext): Promise<SavedViewRecord[]> {
    return this.database.read<SavedViewRecord>(
      context,
      `select v.id, v.title, v.link, v.shared as "isShared", v.user_id = $1 as "isOwn", u.display_name as owner
       from saved_views v left join users u on u.id = v.user_id
       where v.user_id = $1 or v.shared order by v.user_id = $1 desc, lower(v.title), v.id limit 500`,
      [context.userId],
    );
  }

  /** Saving under a name of one's own again replaces what it shows. */
  async save(
    context: RequestContext,
    view: { readonly title: string; readonly link: string; readonly isShared: boolean },
  ): Promise<SaveViewOutcome> {
    const title = view.title.trim();
    if (title === '' || title.length > LONGEST_TITLE)
      return { kind: 'invalid', path: 'title', message: `give a name of 1 to ${LONGEST_TITLE} characters` };
    // Another site's address would make a shared view a trap.
    if (!/^\/(?![/\\])[^\s\\]*$/.test(view.link) || view.link.length > LONGEST_LINK)
      return { kind: 'invalid', path: 'link', message: 'the link must be a path of this app' };
    return this.database.withTenant(context, async (tx) => {
      const [{ count }] = await tx.query('select count(*)::int as count from saved_views where user_id = $1', [
        context.userId,
      ]);
      if (count >= MOST_VIEWS)
        return { kind: 'invalid' as const, path: 'title', message: `${MOST_VIEWS} views are kept; delete one first` };
      const [{ id }] = await tx.query(
        `insert into saved_views (organisation_id, user_id, title, link, shared) values (app_organisation_id(), $1, $2, $3, $4)
         on conflict (organisation_id, user_id, title) do update set link = excluded.link, shared = excluded.shared returning id`,
        [context.userId, title, view.link, view.isShared],
      );
      return { kind: 'saved' as const, id };
    });
  }

  /** False when there is no such view of this person. */
  async remove(context: RequestContext, id: string): Promise<boolean> {
    return this.database.withTenant(context, async (tx) => {
      const [rows] = await tx.query('delete from saved_views where id = $1 and user_id = $2 returning id', [
        id,
        context.userId,
      ]);
      return rows.length > 0;
    });
  }
}
