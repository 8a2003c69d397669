import { queryOptions } from '@tanstack/react-query';
import { costTermsFaults, type CostTerms, type CostTermsFault } from '@yotei/scheduling/costs';
import { local } from '../../../app/i18n/t.js';
import { request } from '../../../graphql/client.js';
import {
  SaveCostSettingsDocument,
  SetupCostsDocument,
  WithdrawCostSettingsDocument,
  type SetupCostsQuery,
} from '../../../graphql/generated/graphql.js';
import type { SaveAnswer } from '../use-saving.js';

export type CostSettings = Omit<SetupCostsQuery['costSettings'][number], 'terms'> & { readonly terms: CostTerms };
export type SiteOfLaw = SetupCostsQuery['siteLaws'][number];

export interface SetupCosts {
  /** Newest first. */
  readonly settings: readonly CostSettings[];
  readonly sites: readonly SiteOfLaw[];
  readonly contracts: readonly { readonly id: string; readonly title: string }[];
}

export const setupCostsQuery = queryOptions({
  queryKey: ['setup', 'costs'],
  queryFn: async (): Promise<SetupCosts> => {
    const { costSettings, siteLaws, viewer } = await request(SetupCostsDocument);
    return {
      settings: costSettings.map((one) => ({ ...one, terms: one.terms as CostTerms })),
      sites: siteLaws,
      contracts: viewer?.organisation.contracts ?? [],
    };
  },
});

export async function saveCosts(input: {
  readonly basedOnVersion: number;
  readonly effectiveOn: string;
  readonly terms: CostTerms;
}): Promise<SaveAnswer> {
  // Before they are sent: what is no number would arrive as nothing, and be taken for left out.
  const faults = costTermsFaults(input.terms);
  if (faults.length > 0) return invalid(faults.map(({ path, message }) => ({ path, text: message })));
  const { result } = await request(SaveCostSettingsDocument, { input });
  switch (result.__typename) {
    case 'CostSettingsSaved':
      return { __typename: 'SetupSaved', id: result.settings.id, version: result.settings.version };
    case 'InvalidCostTerms':
      return invalid(result.faults);
    case 'InvalidInput':
      return result;
    default:
      return { __typename: 'SetupChangedMeanwhile', message: result.message };
  }
}

const invalid = (faults: readonly { path: string; text: CostTermsFault['message'] }[]): SaveAnswer => ({
  __typename: 'InvalidInput',
  path: faults[0]?.path ?? '',
  message: faults.map(({ text }) => local(text)).join(' '),
});

/** Undo of a save. */
export async function withdrawCosts(id: string, withdrawn: boolean): Promise<SaveAnswer> {
  const { result } = await request(WithdrawCostSettingsDocument, { id, withdrawn });
  return result.__typename === 'CostSettingsSaved'
    ? { __typename: 'SetupSaved', id: result.settings.id, version: result.settings.version }
    : { __typename: 'SetupChangedMeanwhile', message: result.message };
}
