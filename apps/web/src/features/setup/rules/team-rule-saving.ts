import { t } from '../../../app/i18n/t.js';
import { request } from '../../../graphql/client.js';
import {
  RemoveSetupTeamRuleDocument,
  SaveSetupTeamRuleDocument,
  type TeamRuleInput,
} from '../../../graphql/generated/graphql.js';
import type { SaveAnswer } from '../use-saving.js';

const meanwhile = (): SaveAnswer => ({ __typename: 'SetupChangedMeanwhile', message: t('setup.meanwhile') });

/** The answers of the rules across agents in the words of the set-up pages. */
export async function saveTeamRule(input: TeamRuleInput): Promise<SaveAnswer> {
  const { saveTeamRule: answer } = await request(SaveSetupTeamRuleDocument, { input });
  if (answer.__typename === 'TeamRuleSaved') return { __typename: 'SetupSaved', ...answer.teamRule };
  return answer.__typename === 'InvalidInput' ? answer : meanwhile();
}

export async function removeTeamRule({ id, version }: { id: string; version: number }): Promise<SaveAnswer> {
  const { removeTeamRule: answer } = await request(RemoveSetupTeamRuleDocument, { id, version });
  return answer.__typename === 'Removed' ? { __typename: 'SetupSaved', id, version } : meanwhile();
}
