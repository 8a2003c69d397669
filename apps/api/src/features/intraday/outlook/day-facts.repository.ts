import { Injectable } from '@nestjs/common';
import { intervalIndex, gridEnd, type Grid } from '@yotei/time';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { TenantDatabase } from '../../../platform/database/tenant-database.js';

/** What came to a queue on a day, on its own grid; NaN = not known. */
export interface DayFacts {
  readonly offered: Float64Array;
  readonly answered: Float64Array;
  readonly answeredWithin: Float64Array;
  readonly handleSeconds: Float64Array;
  /** Intervals up to the last one known; 0: none. */
  readonly knownCount: number;
}

interface FactRow {
  readonly at: number;
  readonly offered: number;
  readonly answered: number | null;
  readonly within: number | null;
  readonly handle: number | null;
}

/** Queue statistics of one day, answered within the threshold included. Of two sources the one told last is believed. */
@Injectable()
export class DayFactsRepository {
  constructor(private readonly database: TenantDatabase) {}

  async of(context: RequestContext, queueId: string, grid: Grid): Promise<DayFacts> {
    const rows = await this.database.read<FactRow>(
      context,
      `select distinct on (start_at) start_at as at, offered_count as offered, answered_count as answered,
         answered_within_count as within, handle_seconds as handle
       from interval_facts where organisation_id = app_organisation_id() and queue_id = $1 and start_at >= $2::timestamptz and start_at < $3::timestamptz
       order by start_at, import_id desc nulls last`,
      [queueId, new Date(grid.startAt).toISOString(), new Date(gridEnd(grid)).toISOString()],
    );
    const empty = () => new Float64Array(grid.count).fill(Number.NaN);
    const facts = { offered: empty(), answered: empty(), answeredWithin: empty(), handleSeconds: empty() };
    let knownCount = 0;
    for (const row of rows) {
      const at = intervalIndex(grid, row.at);
      const add = (values: Float64Array, value: number | null) => {
        if (value !== null) values[at] = (Number.isNaN(values[at]!) ? 0 : values[at]!) + value;
      };
      add(facts.offered, row.offered);
      add(facts.answered, row.answered);
      add(facts.answeredWithin, row.within);
      add(facts.handleSeconds, row.handle);
      knownCount = Math.max(knownCount, at + 1);
    }
    return { ...facts, knownCount };
  }
}
