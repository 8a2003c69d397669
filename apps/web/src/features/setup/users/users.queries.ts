import { queryOptions } from '@tanstack/react-query';
import { request } from '../../../graphql/client.js';
import {
  SetupPeopleAgentsDocument,
  SetupPeopleDocument,
  type PersonAnswerFragment,
  type PersonRowFragment,
} from '../../../graphql/generated/graphql.js';

export type Person = PersonRowFragment;
export type PersonAnswer = PersonAnswerFragment;

export const peopleQuery = queryOptions({
  queryKey: ['setup', 'people'],
  queryFn: async () => (await request(SetupPeopleDocument)).people,
});

/** Agents whose name holds the text; the first twenty. */
export const agentsNamed = (search: string) =>
  queryOptions({
    queryKey: ['setup', 'people', 'agents', search],
    queryFn: async () => (await request(SetupPeopleAgentsDocument, { search })).agents.edges.map(({ node }) => node),
    enabled: search.trim() !== '',
  });
