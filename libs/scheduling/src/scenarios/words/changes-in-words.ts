import type { TextLanguage } from '../../staffing/index.js';
import { findChangeKind } from '../changes/catalogue.js';
import type { ScenarioBase } from '../scenario-base.js';
import type { ScenarioChange } from '../scenario-change.js';

/**
 * Each change in one line, in the order of the list. Each is told on the base the changes before it left, so that a
 * queue they made has its name; a change with faults is told as far as it goes and changes nothing.
 */
export function changesInWords(
  changes: readonly ScenarioChange[],
  base: ScenarioBase,
  language: TextLanguage,
): readonly string[] {
  let now = base;
  return changes.map((change) => {
    const kind = findChangeKind(change.kind);
    if (!kind) return change.kind;
    const line = kind.words(change, now, language);
    if (kind.faults(change, now).length === 0) now = kind.apply(change, now);
    return line;
  });
}
