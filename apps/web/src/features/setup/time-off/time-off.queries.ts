import { queryOptions } from '@tanstack/react-query';
import { request } from '../../../graphql/client.js';
import {
  AddTimeOffAllowanceDocument,
  RemoveTimeOffAllowanceDocument,
  SaveTimeOffKindDocument,
  SetupTimeOffTermsDocument,
  TeamTimeOffDocument,
  type SaveTimeOffTermsFragment,
  type SetupTimeOffTermsQuery,
  type TimeOffAllowanceInput,
  type TimeOffKindInput,
} from '../../../graphql/generated/graphql.js';
import type { SaveAnswer } from '../use-saving.js';

export type Kind = SetupTimeOffTermsQuery['timeOffTerms']['kinds'][number];
export type Allowance = SetupTimeOffTermsQuery['timeOffTerms']['allowances'][number];

export const termsQuery = queryOptions({
  queryKey: ['setup', 'time-off-terms'],
  queryFn: async () => (await request(SetupTimeOffTermsDocument)).timeOffTerms,
});

export const teamTimeOffQuery = (teamId: string, fromOn: string, untilOn: string) =>
  queryOptions({
    queryKey: ['team-time-off', teamId, fromOn, untilOn],
    queryFn: async () => (await request(TeamTimeOffDocument, { teamId, fromOn, untilOn })).teamTimeOff ?? null,
    enabled: teamId !== '',
  });

/** Terms carry no version: the last who stores them has the word. */
function answerOf(answer: SaveTimeOffTermsFragment, id: string): SaveAnswer {
  if (answer.__typename === 'InvalidInput') return answer;
  if (answer.__typename === 'TimeOffTerms') return { __typename: 'SetupSaved', id, version: 0 };
  const uses = [{ what: 'requests', count: answer.waitingCount }];
  return { __typename: 'SetupInUse', message: answer.message, uses };
}

export async function saveKind(input: TimeOffKindInput): Promise<SaveAnswer> {
  return answerOf((await request(SaveTimeOffKindDocument, { input })).result, input.code);
}

/** The answer's id is that of the new allowance: the one that was not among those known. */
export async function addAllowance(input: TimeOffAllowanceInput, known: readonly string[]): Promise<SaveAnswer> {
  const { result } = await request(AddTimeOffAllowanceDocument, { input });
  const added =
    result.__typename === 'TimeOffTerms' ? result.allowances.find(({ id }) => !known.includes(id))?.id : undefined;
  return answerOf(result, added ?? '');
}

export async function removeAllowance(id: string): Promise<SaveAnswer> {
  const { removeTimeOffAllowance } = await request(RemoveTimeOffAllowanceDocument, { id });
  return removeTimeOffAllowance
    ? { __typename: 'SetupSaved', id, version: 0 }
    : { __typename: 'SetupChangedMeanwhile', message: '' };
}
