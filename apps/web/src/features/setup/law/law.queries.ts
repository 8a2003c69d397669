import { queryOptions } from '@tanstack/react-query';
import { request } from '../../../graphql/client.js';
import {
  LawInspectionDocument,
  MyLawInspectionDocument,
  LawTrialDocument,
  SaveSiteLawDocument,
  SiteLawsDocument,
  type LawInspectionQuery,
  type LawTrialQuery,
  type SiteLawInput,
  type SiteLawsQuery,
} from '../../../graphql/generated/graphql.js';
import type { SaveAnswer } from '../use-saving.js';

export type SiteLaw = SiteLawsQuery['siteLaws'][number];
export type LawTrial = Extract<LawTrialQuery['result'], { __typename: 'LawTrial' }>;
export type LawInspection = Extract<LawInspectionQuery['result'], { __typename: 'LawInspection' }>;

export const siteLawsQuery = queryOptions({
  queryKey: ['setup', 'law'],
  queryFn: async () => (await request(SiteLawsDocument)).siteLaws,
});

export const inspectionQuery = (of: { readonly agentId: string; readonly fromOn: string; readonly untilOn: string }) =>
  queryOptions({
    queryKey: ['law-inspection', of.agentId, of.fromOn, of.untilOn],
    queryFn: async () => (await request(LawInspectionDocument, of)).result,
    enabled: of.agentId !== '',
  });

/** The same of the reader. */
export const ownInspectionQuery = (of: { readonly fromOn: string; readonly untilOn: string }) =>
  queryOptions({
    queryKey: ['my-law-inspection', of.fromOn, of.untilOn],
    queryFn: async () => (await request(MyLawInspectionDocument, of)).result,
  });

/** What four published weeks would have been told; null when the pack or the site is gone. */
export async function tryLaw(input: {
  readonly siteId: string;
  readonly packId: string;
  readonly agreements: readonly string[];
}): Promise<LawTrial | null> {
  const { result } = await request(LawTrialDocument, { input: { ...input, agreements: [...input.agreements] } });
  return result.__typename === 'LawTrial' ? result : null;
}

export async function saveSiteLaw(input: SiteLawInput): Promise<SaveAnswer> {
  const { result } = await request(SaveSiteLawDocument, { input });
  switch (result.__typename) {
    case 'SiteLawSaved':
      return { __typename: 'SetupSaved', id: input.siteId, version: result.site.version };
    case 'InvalidInput':
      return result;
    default:
      return { __typename: 'SetupChangedMeanwhile', message: result.message };
  }
}
