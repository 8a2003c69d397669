import { Injectable } from '@nestjs/common';
import { DAY_MILLIS, type Instant } from '@yotei/time';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { TenantDatabase } from '../../../platform/database/tenant-database.js';

/** Rows of one delete, so that none holds its locks for long. */
const AT_ONCE = 20_000;
const MADE_AHEAD_MILLIS = 62 * DAY_MILLIS;

/** Tables that grow with the states and are no partitions, and the column that tells the age. */
const AGED = [
  ['agent_state_events', 'at'],
  ['agent_states_default', 'at'],
  ['agent_state_corrections', 'corrected_at'],
  ['state_source_silences', 'until_at'],
  ['agent_days_changed', 'on_date'],
] as const;

/** Partitions made ahead and dropped, rows of the other tables deleted when they are too old. */
@Injectable()
export class StateRetentionRepository {
  constructor(private readonly database: TenantDatabase) {}

  /** Answers how many months went. Partitions hold the states of all organisations; dropping them twice does nothing. */
  async turnMonths(now: Instant, oldest: Instant): Promise<number> {
    return this.database.withoutTenant(async (tx) => {
      const day = (at: Instant) => new Date(at).toISOString().slice(0, 10);
      await tx.query('select ensure_agent_state_partitions($1, $2)', [day(now), day(now + MADE_AHEAD_MILLIS)]);
      const [{ dropped }] = await tx.query('select drop_agent_state_partitions($1) as dropped', [day(oldest)]);
      return dropped as number;
    });
  }

  async deleteOld(context: RequestContext, oldest: Instant, signal: AbortSignal): Promise<void> {
    for (const [table, column] of AGED) {
      // Rows of the default partition are reached through the whole table, where the policy is.
      const name = table === 'agent_states_default' ? 'agent_states' : table;
      let deleted = AT_ONCE;
      while (deleted === AT_ONCE && !signal.aborted) deleted = await this.deleteSome(context, { name, column, oldest });
    }
  }

  private async deleteSome(
    context: RequestContext,
    { name, column, oldest }: { readonly name: string; readonly column: string; readonly oldest: Instant },
  ): Promise<number> {
    return this.database.withTenant(context, async (tx) => {
      const [, count] = (await tx.query(
        `delete from ${name} where (tableoid, ctid) in (
           select tableoid, ctid from ${name} where organisation_id = app_organisation_id() and ${column} < $1::timestamptz limit ${AT_ONCE})`,
        [new Date(oldest).toISOString()],
      )) as [unknown, number];
      return count;
    });
  }
}
