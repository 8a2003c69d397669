import type { ApolloServerPlugin } from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import type { GraphQLError } from 'graphql';
import type { GraphqlContext } from '../context/graphql-context.js';
import { codeOf } from '../errors/graphql-errors.js';
import type { Logger } from '../observability/logger.js';
import type { Metrics } from '../observability/metrics.js';
import type { ReportErrors } from './compiled-queries.plugin.js';

/** Logs what nobody expected, with the id the client is given, and counts it. */
export function errorReporter(logger: Logger, metrics: Metrics): ReportErrors {
  return (errors, context, operation) => {
    for (const error of errors) {
      if (codeOf(error) !== 'INTERNAL') continue;
      metrics.unexpectedErrors.inc();
      const cause = unwrapResolverError(error);
      logger.error(
        {
          requestId: context.requestId,
          operation,
          path: error.path?.join('.'),
          err: cause instanceof Error ? { message: cause.message, stack: cause.stack } : String(cause),
        },
        'unexpected error',
      );
    }
  };
}

/** Times each operation and gives unexpected errors the request's id before they are formatted. */
export function observeOperations(metrics: Metrics, report: ReportErrors): ApolloServerPlugin<GraphqlContext> {
  return {
    requestDidStart: async () => {
      const stop = metrics.operationSeconds.startTimer();
      return {
        didEncounterErrors: async ({ errors, contextValue, operationName }) => {
          for (const error of errors) markWithRequest(error, contextValue);
          report(errors, contextValue, operationName ?? '');
        },
        willSendResponse: async ({ operationName, operation, response }) => {
          const failed = response.body.kind === 'single' && Boolean(response.body.singleResult.errors?.length);
          stop({
            operation: (operationName ?? 'anonymous').slice(0, 60),
            type: operation?.operation ?? 'none',
            outcome: failed ? 'error' : 'ok',
          });
        },
      };
    },
  };
}

function markWithRequest(error: GraphQLError, context: GraphqlContext): void {
  error.extensions['correlationId'] = context.requestId;
}
