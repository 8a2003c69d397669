import { formulaErrorText } from '@yotei/scheduling/formula';
import type { MeasureFault } from '@yotei/scheduling/measures';

/** What is wrong with a formula, in both languages. */
export function textOfFault(fault: MeasureFault): { readonly en: string; readonly ja: string } {
  if (fault.kind === 'formula-error') return { en: formulaErrorText(fault, 'en'), ja: formulaErrorText(fault, 'ja') };
  const way = fault.names.join(' → ');
  return { en: `these measures lead back to themselves: ${way}`, ja: `指標が循環しています:${way}` };
}
