import { createHash } from 'node:crypto';
import { scenarioBaseToFile, type ScenarioBase, type ScenarioChange } from '@yotei/scheduling/scenarios';

/** The file of a base, and its hash: what is asked of it can be asked again. */
export function fileOf(base: ScenarioBase): { readonly file: unknown; readonly inputHash: string } {
  const file = scenarioBaseToFile(base);
  return { file, inputHash: sha256(JSON.stringify(file)) };
}

/** Of one question on one base: the same hash, the same answer. */
export function questionHash(base: ScenarioBase, changes: readonly ScenarioChange[]): string {
  return sha256(JSON.stringify([fileOf(base).inputHash, changes]));
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
