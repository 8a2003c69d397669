import { queryOptions } from '@tanstack/react-query';
import type { CostTerms } from '@yotei/scheduling/costs';
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
  const { result } = await request(SaveCostSettingsDocument, { input });
  switch (result.__typename) {
    case 'CostSettingsSaved':
      return { __typename: 'SetupSaved', id: result.settings.id, version: result.settings.version };
    case 'InvalidCostTerms':
      return {
        __typename: 'InvalidInput',
        path: result.faults[0]?.path ?? '',
        message: result.faults.map(({ text }) => local(text)).join(' '),
      };
    case 'InvalidInput':
      return result;
    default:
      return { __typename: 'SetupChangedMeanwhile', message: result.message };
  }
}

/** Undo of a save. */
export async function withdrawCosts(id: string, withdrawn: boolean): Promise<SaveAnswer> {
  const { result } = await request(WithdrawCostSettingsDocument, { id, withdrawn });
  return result.__typename === 'CostSettingsSaved'
    ? { __typename: 'SetupSaved', id: result.settings.id, version: result.settings.version }
    : { __typename: 'SetupChangedMeanwhile', message: result.message };
}
