import { FORMULA_FUNCTIONS, signatureOf } from '@yotei/scheduling/formula';
import type { FormulaHelp } from '../../ui/formula-functions.js';
import { local } from '../i18n/t.js';

/** The functions of formulas in the current language. Comes with the formula parser: import it from lazy parts only. */
export function formulaHelp(): readonly FormulaHelp[] {
  return FORMULA_FUNCTIONS.map((one) => ({
    name: one.name,
    signature: signatureOf(one),
    title: local(one.title),
    example: one.example,
    parameters: one.parameters.map(({ name, title }) => ({ name, title: local(title) })),
  }));
}
