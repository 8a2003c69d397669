import type { CostSettingsRecord } from './cost-settings.repository.js';
import type { SavedCosts } from './cost-settings.service.js';
import {
  CostSettings,
  CostSettingsChangedMeanwhile,
  CostSettingsSaved,
  InvalidCostTerms,
  type SaveCostSettingsResult,
} from './costs.graphql-types.js';

export function costSettingsOf({ withdrawn, ...record }: CostSettingsRecord): CostSettings {
  return Object.assign(new CostSettings(), { ...record, isWithdrawn: withdrawn });
}

export function costsSavedOf(settings: CostSettingsRecord): CostSettingsSaved {
  return Object.assign(new CostSettingsSaved(), { settings: costSettingsOf(settings) });
}

export function savedCostsOf(result: SavedCosts): typeof SaveCostSettingsResult {
  if (result.kind === 'saved') return costsSavedOf(result.settings);
  if (result.kind === 'invalid')
    return Object.assign(new InvalidCostTerms(), {
      message: 'some amounts make no sense',
      faults: result.faults.map(({ path, message }) => ({ path, text: { ...message } })),
    });
  return Object.assign(new CostSettingsChangedMeanwhile(), {
    message: 'somebody saved the costs meanwhile',
    settings: costSettingsOf(result.settings),
  });
}
