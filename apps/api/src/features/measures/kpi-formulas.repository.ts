import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../platform/context/request-context.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';

/** A KPI an organisation wrote for itself. */
export interface KpiFormulaRecord {
  readonly id: string;
  readonly title: string;
  readonly formula: string;
  /** By which other formulas may use it; null = they may not. */
  readonly name: string | null;
  /** Which way is good; null = neither. */
  readonly better: 'higher' | 'lower' | null;
  readonly position: number;
  /** Grows with every change. */
  readonly version: number;
}

const COLUMNS = 'id, title, formula, name, better, position, version';
type Versioned = Pick<KpiFormulaRecord, 'id' | 'version'>;
export type KpiText = Pick<KpiFormulaRecord, 'title' | 'formula' | 'name' | 'better'>;

@Injectable()
export class KpiFormulaRepository {
  constructor(private readonly database: TenantDatabase) {}

  /** In the order shown. */
  async all(context: RequestContext): Promise<KpiFormulaRecord[]> {
    return this.database.read<KpiFormulaRecord>(context, `select ${COLUMNS} from kpi_formulas order by position, id`);
  }

  async byId(context: RequestContext, id: string): Promise<KpiFormulaRecord | null> {
    const [row] = await this.database.read<KpiFormulaRecord>(
      context,
      `select ${COLUMNS} from kpi_formulas where id = $1`,
      [id],
    );
    return row ?? null;
  }

  /** At the end unless a position is given, as when a deletion is undone. */
  async insert(context: RequestContext, text: KpiText, position: number | null): Promise<KpiFormulaRecord> {
    const [row] = await this.database.read<KpiFormulaRecord>(
      context,
      `insert into kpi_formulas (organisation_id, title, formula, position, name, better)
       select app_organisation_id(), $1, $2, coalesce($3::integer, max(position) + 1, 0), $4::text, $5::text from kpi_formulas returning ${COLUMNS}`,
      [text.title, text.formula, position, text.name, text.better],
    );
    return row!;
  }

  /** Null when there is none of that version any more. */
  async update(context: RequestContext, { id, version }: Versioned, text: KpiText): Promise<KpiFormulaRecord | null> {
    const [row] = await this.database.read<KpiFormulaRecord>(
      context,
      `update kpi_formulas set title = $3, formula = $4, name = $5, better = $6, version = version + 1
       where id = $1 and version = $2 returning ${COLUMNS}`,
      [id, version, text.title, text.formula, text.name, text.better],
    );
    return row ?? null;
  }

  /** False when there is none of that version any more. */
  async delete(context: RequestContext, { id, version }: Versioned): Promise<boolean> {
    const rows = await this.database.read(
      context,
      'delete from kpi_formulas where id = $1 and version = $2 returning id',
      [id, version],
    );
    return rows.length > 0;
  }
}
