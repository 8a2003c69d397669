import { queryOptions } from '@tanstack/react-query';
import { request } from '../../graphql/client.js';
import {
  SetupAgentsDocument,
  SetupListsDocument,
  SetupPatternsDocument,
  SetupQueuesDocument,
  SetupRulesDocument,
  SetupTeamRulesDocument,
  type SetupAgentsQuery,
  type SetupListsQuery,
  type SetupPatternsQuery,
  type SetupRulesQuery,
  type SetupTeamRulesQuery,
} from '../../graphql/generated/graphql.js';

export type SetupAgents = SetupAgentsQuery['setup'];
export type SetupAgent = SetupAgents['agents'][number];
export type SetupPatterns = SetupPatternsQuery['setup'];
export type SetupTemplate = SetupPatterns['templates'][number];
export type SetupContract = SetupPatterns['contracts'][number];
export type SetupLists = SetupListsQuery['setup'];
export type SetupRules = SetupRulesQuery['setup'];
export type SetupRule = SetupRules['rules'][number];
export type TeamRulesAndPeople = SetupTeamRulesQuery;
export type TeamRule = TeamRulesAndPeople['teamRules'][number];

export const agentsQuery = queryOptions({
  queryKey: ['setup', 'agents'],
  queryFn: async () => (await request(SetupAgentsDocument)).setup,
});
export const patternsQuery = queryOptions({
  queryKey: ['setup', 'patterns'],
  queryFn: async () => (await request(SetupPatternsDocument)).setup,
});
export const listsQuery = queryOptions({
  queryKey: ['setup', 'lists'],
  queryFn: async () => (await request(SetupListsDocument)).setup,
});
export const rulesQuery = queryOptions({
  queryKey: ['setup', 'rules'],
  queryFn: async () => (await request(SetupRulesDocument)).setup,
});
export const teamRulesQuery = queryOptions({
  queryKey: ['setup', 'team-rules'],
  queryFn: () => request(SetupTeamRulesDocument),
});
export const queuesQuery = queryOptions({
  queryKey: ['setup', 'queues'],
  queryFn: async () => {
    const { viewer, setup } = await request(SetupQueuesDocument);
    return { ...setup, queues: viewer?.organisation.queues ?? [] };
  },
});
export type SetupQueues = Awaited<ReturnType<NonNullable<typeof queuesQuery.queryFn>>>;
