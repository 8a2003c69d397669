import { queryOptions } from '@tanstack/react-query';
import { RequestFailed } from '../../graphql/client.js';
import type { Role } from '../../graphql/generated/graphql.js';

/** What the server tells before anybody signed in. */
export interface PublicInfo {
  readonly demo: boolean;
  /** Sign-ins of the demo centre; empty for a real one. */
  readonly signIns: readonly {
    readonly email: string;
    readonly password: string;
    readonly role: Role;
    readonly name?: string;
  }[];
}

export const publicInfoQuery = queryOptions({
  queryKey: ['public-info'],
  queryFn: async (): Promise<PublicInfo> => {
    const response = await fetch('/api/public-info');
    if (!response.ok) throw new RequestFailed(`HTTP_${response.status}`, undefined, 'public-info');
    return (await response.json()) as PublicInfo;
  },
  staleTime: Infinity,
  retry: 1,
});
