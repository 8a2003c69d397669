import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { TenantDatabase } from '../../../platform/database/tenant-database.js';
import { READER_ROLES } from '../reader-roles.js';

export interface ReportRecipient {
  readonly id: string;
  readonly name: string;
}

/** People who may read reports, and so may be sent them. */
@Injectable()
export class ReportRecipients {
  constructor(private readonly database: TenantDatabase) {}

  async all(context: RequestContext): Promise<ReportRecipient[]> {
    return this.database.read<ReportRecipient>(
      context,
      `select u.id, u.display_name as name from memberships m join users u on u.id = m.user_id
       where m.organisation_id = app_organisation_id() and m.roles && $1::text[] and u.disabled_at is null order by 2, 1`,
      [READER_ROLES],
    );
  }
}
