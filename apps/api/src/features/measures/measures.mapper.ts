import { InvalidInput, NotFound } from '../../platform/graphql/shared.graphql-types.js';
import type { KpiFormulaRecord } from './kpi-formulas.repository.js';
import type { DeletedKpi, SavedKpi } from './kpi-formulas.service.js';
import { textOfFault } from './values/measure-faults.js';
import {
  KpiFormulaDeleted,
  KpiFormulaEditedMeanwhile,
  KpiFormulaFault,
  KpiFormulaSaved,
  type DeleteKpiFormulaResult,
  type KpiFormula,
  type SaveKpiFormulaResult,
} from './measures.graphql-types.js';

export function kpiFormulaOf(record: KpiFormulaRecord): KpiFormula {
  const { id, title, formula, name, better, position, version } = record;
  return { id, title, formula, name, better, position, version };
}

function editedMeanwhile(kpi: KpiFormulaRecord): KpiFormulaEditedMeanwhile {
  const message = 'somebody else changed this KPI first';
  return Object.assign(new KpiFormulaEditedMeanwhile(), { message, kpi: kpiFormulaOf(kpi) });
}

export function savedKpiOf(saved: SavedKpi): typeof SaveKpiFormulaResult {
  switch (saved.kind) {
    case 'saved':
      return Object.assign(new KpiFormulaSaved(), { kpi: kpiFormulaOf(saved.kpi) });
    case 'formula-fault': {
      const text = textOfFault(saved.fault);
      const position = saved.fault.kind === 'cycle' ? null : saved.fault.position;
      return Object.assign(new KpiFormulaFault(), { message: text.en, position, text });
    }
    case 'changed-meanwhile':
      return editedMeanwhile(saved.kpi);
    case 'invalid':
      return InvalidInput.of(saved.path, saved.message);
    case 'not-found':
      return NotFound.of('KPI');
  }
}

export function deletedKpiOf(deleted: DeletedKpi): typeof DeleteKpiFormulaResult {
  switch (deleted.kind) {
    case 'deleted':
      return Object.assign(new KpiFormulaDeleted(), { id: deleted.id });
    case 'changed-meanwhile':
      return editedMeanwhile(deleted.kpi);
    case 'invalid':
      return InvalidInput.of(deleted.path, deleted.message);
    case 'not-found':
      return NotFound.of('KPI');
  }
}
