import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@yotei/time';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { readRows, TenantDatabase } from '../../../platform/database/tenant-database.js';
import type { ViewQuery } from './odata-query.js';
import type { ReportView } from './report-views.js';

export type ReportRow = Readonly<Record<string, string | number | null>>;

/** Rows fetched at once while streaming. */
const BATCH = 2000;

/** Rows of the reporting views. Names come from the catalogue of views, values go as parameters. */
@Injectable()
export class ReportRowsRepository {
  constructor(private readonly database: TenantDatabase) {}

  /** One row more than the page tells whether another follows. */
  page(context: RequestContext, view: ReportView, query: ViewQuery & { readonly limit: number }): Promise<ReportRow[]> {
    const { where, parameters, orderBy, limit, skip } = query;
    return this.database.read<ReportRow>(
      context,
      `select ${selected(view, query.columns)} from reporting.${view.name} ${where ? `where ${where}` : ''}
       order by ${orderBy} limit ${limit} offset ${skip}`,
      parameters,
    );
  }

  async count(context: RequestContext, view: ReportView, { where, parameters }: ViewQuery): Promise<number> {
    const [row] = await this.database.read<{ count: number }>(
      context,
      `select count(*)::integer as count from reporting.${view.name} ${where ? `where ${where}` : ''}`,
      parameters,
    );
    return row!.count;
  }

  /** Rows of local days, half-open, batch by batch out of one snapshot; `take` says false to stop. */
  async stream(
    context: RequestContext,
    { view, fromOn, toOn }: { readonly view: ReportView; readonly fromOn: LocalDate; readonly toOn: LocalDate },
    take: (rows: readonly ReportRow[]) => Promise<boolean>,
  ): Promise<void> {
    await this.database.withTenant(context, async (tx) => {
      await tx.query(
        `declare report_rows no scroll cursor for select ${selected(view, Object.keys(view.columns))} from reporting.${view.name}
         where local_date >= $1::date and local_date < $2::date order by ${view.key.join(', ')}`,
        [fromOn, toOn],
      );
      for (;;) {
        const rows = await readRows<ReportRow>(tx, `fetch ${BATCH} from report_rows`);
        if (rows.length === 0 || !(await take(rows))) return;
      }
    });
  }
}

/** Dates and instants as text: what goes out is read by machines. */
function selected({ columns }: ReportView, names: readonly string[]): string {
  return names
    .map((name) => {
      switch (columns[name]) {
        case 'date':
          return `${name}::text as ${name}`;
        case 'timestamp with time zone':
          return `to_char(${name} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as ${name}`;
        default:
          return name;
      }
    })
    .join(', ');
}
