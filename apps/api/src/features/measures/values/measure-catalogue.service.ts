import { Injectable } from '@nestjs/common';
import type { FormulaVariable } from '@yotei/scheduling/formula';
import {
  isFreeName,
  MeasureSet,
  nameOfMeasure,
  STANDARD_DEFINITIONS,
  STANDARD_MEASURES,
  type MeasureDefinition,
  type MeasureGroup,
} from '@yotei/scheduling/measures';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { ImportedFactsRepository, type FactKind } from '../imports/imported-facts.repository.js';
import { KpiFormulaRepository, type KpiFormulaRecord } from '../kpi-formulas.repository.js';

type Text = { readonly en: string; readonly ja: string };

/** A measure with everything a screen says of it. */
export interface CatalogueMeasure {
  readonly definition: MeasureDefinition;
  readonly title: Text;
  readonly group: MeasureGroup | 'own';
  readonly meaning: Text | null;
  readonly source: string | null;
  readonly better: 'higher' | 'lower' | null;
  readonly own: KpiFormulaRecord | null;
}

export interface MeasureCatalogue {
  readonly set: MeasureSet;
  readonly measures: readonly CatalogueMeasure[];
  readonly kinds: readonly FactKind[];
}

const STANDARD: readonly CatalogueMeasure[] = STANDARD_MEASURES.map(
  ({ id, title, formula, group, meaning, source, better }) => ({
    definition: { id, name: isFreeName(nameOfMeasure(id)) ? nameOfMeasure(id) : null, formula },
    ...{ title, group, meaning, source, better, own: null },
  }),
);

/** Names of imported facts as formulas see them; a count that adds up or a mean by weight alike. */
export const importedVariables = (kinds: readonly FactKind[]): FormulaVariable[] =>
  kinds.map(({ name, unit }) => ({ name, unit }));

/** The measures of every centre and the organisation's own, which may use each other. */
@Injectable()
export class MeasureCatalogueService {
  constructor(
    private readonly formulas: KpiFormulaRepository,
    private readonly imported: ImportedFactsRepository,
  ) {}

  async catalogue(context: RequestContext): Promise<MeasureCatalogue> {
    const own = (await this.formulas.all(context)).map((record): CatalogueMeasure => ({
      definition: { id: record.id, name: record.name, formula: record.formula },
      title: { en: record.title, ja: record.title },
      ...{ group: 'own', meaning: null, source: null, better: record.better, own: record },
    }));
    const kinds = await this.imported.kinds(context);
    const definitions = [...STANDARD_DEFINITIONS, ...own.map(({ definition }) => definition)];
    return { set: new MeasureSet(definitions, importedVariables(kinds)), measures: [...STANDARD, ...own], kinds };
  }
}
