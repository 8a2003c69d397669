import { QueryClient } from '@tanstack/react-query';
import { RequestFailed } from '../graphql/client.js';

const RETRIED = new Set(['UNREACHABLE', 'HTTP_502', 'HTTP_503']);

/** Reads are tried twice more when the server could not be reached; refusals and mistakes are shown at once. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        refetchOnWindowFocus: true,
        retry: (failures, error) => failures < 2 && error instanceof RequestFailed && RETRIED.has(error.code),
        retryDelay: (attempt) => 400 * 2 ** attempt,
      },
    },
  });
}
