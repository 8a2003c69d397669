import { Injectable } from '@nestjs/common';
import { kpiFormulaFault, type FormulaError } from '@yotei/scheduling/formula';
import type { RequestContext } from '../../platform/context/request-context.js';
import { KpiFormulaRepository, type KpiFormulaRecord } from './kpi-formulas.repository.js';

export const LONGEST_TITLE = 120;
export const MOST_KPIS = 100;

export interface KpiOrder {
  readonly title: string;
  readonly formula: string;
  /** The KPI to change, as it was on the screen; null = a new one. */
  readonly change: { readonly id: string; readonly version: number } | null;
  /** Of a new one; null = at the end. */
  readonly position: number | null;
}

type Refused = { readonly kind: 'not-found' } | { readonly kind: 'changed-meanwhile'; readonly kpi: KpiFormulaRecord };
export type SavedKpi =
  | Refused
  | { readonly kind: 'saved'; readonly kpi: KpiFormulaRecord }
  | { readonly kind: 'invalid'; readonly path: string; readonly message: string }
  | { readonly kind: 'formula-fault'; readonly fault: FormulaError };
export type DeletedKpi = Refused | { readonly kind: 'deleted'; readonly id: string };

/** The KPIs an organisation writes for itself. */
@Injectable()
export class KpiFormulaService {
  constructor(private readonly formulas: KpiFormulaRepository) {}

  all(context: RequestContext): Promise<KpiFormulaRecord[]> {
    return this.formulas.all(context);
  }

  async save(context: RequestContext, order: KpiOrder): Promise<SavedKpi> {
    const text = { title: order.title.trim(), formula: order.formula.trim() };
    if (text.title === '' || text.title.length > LONGEST_TITLE)
      return { kind: 'invalid', path: 'title', message: `title must have 1..${LONGEST_TITLE} characters` };
    const fault = kpiFormulaFault(text.formula);
    if (fault) return { kind: 'formula-fault', fault: placedIn(order.formula, fault) };
    if (order.change) {
      const kpi = await this.formulas.update(context, order.change, text);
      return kpi ? { kind: 'saved', kpi } : this.refused(context, order.change.id);
    }
    if ((await this.formulas.all(context)).length >= MOST_KPIS)
      return { kind: 'invalid', path: 'formula', message: `at most ${MOST_KPIS} KPIs are kept; delete one first` };
    return { kind: 'saved', kpi: await this.formulas.insert(context, text, order.position) };
  }

  async delete(context: RequestContext, kpi: { id: string; version: number }): Promise<DeletedKpi> {
    const deleted = await this.formulas.delete(context, kpi);
    return deleted ? { kind: 'deleted', id: kpi.id } : this.refused(context, kpi.id);
  }

  private async refused(context: RequestContext, id: string): Promise<Refused> {
    const kpi = await this.formulas.byId(context, id);
    return kpi ? { kind: 'changed-meanwhile', kpi } : { kind: 'not-found' };
  }
}

/** The place counted in the text as it was sent, blanks before it included. */
function placedIn(text: string, fault: FormulaError): FormulaError {
  const blanks = text.length - text.trimStart().length;
  return fault.position === null ? fault : { ...fault, position: fault.position + blanks };
}
