import { Injectable } from '@nestjs/common';
import { isFreeName, MeasureSet, type MeasureDefinition, type MeasureFault } from '@yotei/scheduling/measures';
import type { RequestContext } from '../../platform/context/request-context.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';
import { KpiFormulaRepository, type KpiFormulaRecord, type KpiText } from './kpi-formulas.repository.js';
import {
  importedVariables,
  MeasureCatalogueService,
  type MeasureCatalogue,
} from './values/measure-catalogue.service.js';

export const LONGEST_TITLE = 120;
export const MOST_KPIS = 100;

export interface KpiOrder extends KpiText {
  /** The KPI to change, as it was on the screen; null = a new one. */
  readonly change: { readonly id: string; readonly version: number } | null;
  /** Of a new one; null = at the end. */
  readonly position: number | null;
}

interface Invalid {
  readonly kind: 'invalid';
  readonly path: string;
  readonly message: string;
}

type Refused = { readonly kind: 'not-found' } | { readonly kind: 'changed-meanwhile'; readonly kpi: KpiFormulaRecord };
export type SavedKpi =
  | Refused
  | Invalid
  | { readonly kind: 'saved'; readonly kpi: KpiFormulaRecord }
  | { readonly kind: 'formula-fault'; readonly fault: MeasureFault };
export type DeletedKpi = Refused | Invalid | { readonly kind: 'deleted'; readonly id: string };

/** The KPIs an organisation writes for itself. */
@Injectable()
export class KpiFormulaService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly formulas: KpiFormulaRepository,
    private readonly catalogue: MeasureCatalogueService,
  ) {}

  all(context: RequestContext): Promise<KpiFormulaRecord[]> {
    return this.formulas.all(context);
  }

  async save(context: RequestContext, order: KpiOrder): Promise<SavedKpi> {
    return this.database.withTenant(context, async (tx) => {
      // Two measures saved at once could each be right and lead back to each other.
      await tx.query(`select pg_advisory_xact_lock(hashtextextended('kpi-formulas ' || app_organisation_id(), 0))`);
      const catalogue = await this.catalogue.catalogue(context);
      const text = {
        ...order,
        title: order.title.trim(),
        formula: order.formula.trim(),
        name: order.name?.trim() || null,
      };
      const wrong = faultOfText(text, order, catalogue);
      if (wrong) return wrong;
      const fault = faultIn(catalogue, text, order.change?.id ?? null);
      if (fault) return { kind: 'formula-fault', fault: placedIn(order.formula, fault) };
      if (!order.change) return { kind: 'saved', kpi: await this.formulas.insert(context, text, order.position) };
      const kpi = await this.formulas.update(context, order.change, text);
      return kpi ? { kind: 'saved', kpi } : this.refused(context, order.change.id);
    });
  }

  async delete(context: RequestContext, kpi: { id: string; version: number }): Promise<DeletedKpi> {
    return this.database.withTenant(context, async () => {
      const catalogue = await this.catalogue.catalogue(context);
      const users = usersOf(catalogue, kpi.id);
      if (users.length > 0)
        return { kind: 'invalid', path: 'id', message: `used by ${users.join(', ')}; change them first` };
      const deleted = await this.formulas.delete(context, kpi);
      return deleted ? { kind: 'deleted', id: kpi.id } : this.refused(context, kpi.id);
    });
  }

  private async refused(context: RequestContext, id: string): Promise<Refused> {
    const kpi = await this.formulas.byId(context, id);
    return kpi ? { kind: 'changed-meanwhile', kpi } : { kind: 'not-found' };
  }
}

const invalid = (path: string, message: string): Invalid => ({ kind: 'invalid', path, message });

function faultOfText(
  { title, name }: Pick<KpiText, 'title' | 'name'>,
  { change }: KpiOrder,
  catalogue: MeasureCatalogue,
): Invalid | null {
  if (title === '' || title.length > LONGEST_TITLE)
    return invalid('title', `title must have 1..${LONGEST_TITLE} characters`);
  const own = catalogue.measures.flatMap((measure) => measure.own ?? []);
  if (!change && own.length >= MOST_KPIS)
    return invalid('formula', `at most ${MOST_KPIS} KPIs are kept; delete one first`);
  if (name !== null && !isFreeName(name))
    return invalid(
      'name',
      'name must be a letter, then letters, digits or _, at most 40, and no name that has a meaning',
    );
  const isTaken =
    catalogue.kinds.some((kind) => kind.name === name) ||
    catalogue.measures.some((measure) => measure.definition.name === name && measure.definition.id !== change?.id);
  if (name !== null && isTaken) return invalid('name', `${name} is the name of another measure or fact`);
  const before = change && own.find(({ id }) => id === change.id);
  const users = before && before.name !== name ? usersOf(catalogue, before.id) : [];
  if (users.length > 0) return invalid('name', `used as ${before!.name} by ${users.join(', ')}; change them first`);
  return null;
}

/** Titles of measures that use another by name. */
function usersOf({ set, measures }: MeasureCatalogue, id: string): readonly string[] {
  const name = set.find(id)?.name;
  if (!name) return [];
  return measures.flatMap(({ definition, title }) =>
    definition.id !== id && set.usesOf(definition).includes(name) ? [title.en] : [],
  );
}

function faultIn({ measures, kinds }: MeasureCatalogue, text: KpiText, id: string | null): MeasureFault | null {
  const edited: MeasureDefinition = { id: id ?? 'new', name: text.name, formula: text.formula };
  const others = measures.map(({ definition }) => definition).filter((one) => one.id !== edited.id);
  return new MeasureSet([...others, edited], importedVariables(kinds)).faultOf(edited);
}

/** The place counted in the text as it was sent, blanks before it included. */
function placedIn(text: string, fault: MeasureFault): MeasureFault {
  if (fault.kind === 'cycle') return fault;
  const blanks = text.length - text.trimStart().length;
  return fault.position === null ? fault : { ...fault, position: fault.position + blanks };
}
