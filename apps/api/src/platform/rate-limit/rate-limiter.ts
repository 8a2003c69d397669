import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { TenantDatabase } from '../database/tenant-database.js';

export interface RateLimit {
  /** What is counted, such as `sign-in-email:amy@example.org`; stored as a hash. */
  readonly key: string;
  readonly most: number;
  readonly windowSeconds: number;
}

/** Counts attempts in Postgres, so that all processes share the count and a restart does not forget it. */
@Injectable()
export class RateLimiter {
  constructor(private readonly database: TenantDatabase) {}

  /** Counts one attempt. Null when it is within the limit, else the seconds to wait. */
  async hit(limit: RateLimit): Promise<number | null> {
    const rows = await this.database.withoutTenant((tx) =>
      tx.query<{ count: number; wait: number }[]>(
        `insert into rate_limits as r (key, window_start_at, hit_count) values ($1, now(), 1)
         on conflict (key) do update set
           hit_count = case when r.window_start_at < now() - make_interval(secs => $2) then 1 else r.hit_count + 1 end,
           window_start_at = case when r.window_start_at < now() - make_interval(secs => $2) then now() else r.window_start_at end
         returning hit_count as count, ceil($2 - extract(epoch from now() - window_start_at))::int as wait`,
        [hashed(limit.key), limit.windowSeconds],
      ),
    );
    const { count, wait } = rows[0]!;
    return count > limit.most ? Math.max(1, wait) : null;
  }

  /** Takes one attempt back that turned out to be right. */
  async giveBack(key: string): Promise<void> {
    await this.database.withoutTenant((tx) =>
      tx.query('update rate_limits set hit_count = greatest(hit_count - 1, 0) where key = $1', [hashed(key)]),
    );
  }

  async forget(key: string): Promise<void> {
    await this.database.withoutTenant((tx) => tx.query('delete from rate_limits where key = $1', [hashed(key)]));
  }
}

function hashed(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}
