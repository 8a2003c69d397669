import { queryOptions } from '@tanstack/react-query';
import { request } from '../../../graphql/client.js';
import {
  SetupApiKeysDocument,
  SetupConnectionsDocument,
  type SetupApiKeysQuery,
  type SetupConnectionsQuery,
} from '../../../graphql/generated/graphql.js';

export type Connections = SetupConnectionsQuery;
export type Source = Connections['stateSources'][number];
export type Preset = Connections['statePresets'][number];
export type ApiKey = SetupApiKeysQuery['apiKeys'][number];

/** Asked again by itself: whether a source is heard of changes while somebody looks. */
export const connectionsQuery = queryOptions({
  queryKey: ['setup', 'connections'],
  queryFn: () => request(SetupConnectionsDocument),
  refetchInterval: 15_000,
});

export const apiKeysQuery = queryOptions({
  queryKey: ['setup', 'api-keys'],
  queryFn: async () => (await request(SetupApiKeysDocument)).apiKeys,
});
