import { unwrapResolverError } from '@apollo/server/errors';
import { HttpException, HttpStatus } from '@nestjs/common';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';

/** Codes a client may rely on. Everything else is INTERNAL with a correlation id. */
const CLIENT_CODES = new Set([
  'BAD_REQUEST',
  'BAD_USER_INPUT',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'UNAUTHENTICATED',
  'FORBIDDEN',
]);

const HTTP_CODES: Readonly<Record<number, string>> = {
  [HttpStatus.BAD_REQUEST]: 'BAD_USER_INPUT',
  [HttpStatus.UNAUTHORIZED]: 'UNAUTHENTICATED',
  [HttpStatus.FORBIDDEN]: 'FORBIDDEN',
};

const SENTENCES: Readonly<Record<string, string>> = {
  UNAUTHENTICATED: 'Sign in first',
  FORBIDDEN: 'Your role does not allow this',
};

/** An id that is no UUID, a number that does not fit: Postgres saw it first, but it came from the client. */
function isWrongValue(cause: unknown): boolean {
  const sqlState =
    (cause as { driverError?: { code?: unknown }; code?: unknown } | null)?.driverError?.code ??
    (cause as { code?: unknown } | null)?.code;
  return sqlState === '22P02' || sqlState === '22003';
}

/** The error's own code when it is one of the client's making, else INTERNAL. */
export function codeOf(error: unknown): string {
  const cause = unwrapResolverError(error);
  if (cause instanceof HttpException) return HTTP_CODES[cause.getStatus()] ?? 'INTERNAL';
  if (isWrongValue(cause)) return 'BAD_USER_INPUT';
  // Compiled queries leave `extensions` out where there are none.
  const code = (cause as Partial<GraphQLFormattedError> | null)?.extensions?.['code'];
  if (typeof code === 'string' && CLIENT_CODES.has(code)) return code;
  // graphql-js's own complaints about a request (unknown field, wrong variable) have no cause and no code.
  return error instanceof GraphQLError && !error.originalError && code === undefined ? 'BAD_USER_INPUT' : 'INTERNAL';
}

/** What the client sees: a stable code, a sentence, and for the unexpected an id to tell us; never an exception's text. */
export function formatGraphqlError(
  formatted: GraphQLFormattedError,
  error: unknown,
  requestId?: string,
): GraphQLFormattedError {
  const code = codeOf(error);
  const place = {
    ...(formatted.path && { path: formatted.path }),
    ...(formatted.locations && { locations: formatted.locations }),
  };
  if (code !== 'INTERNAL') return { message: sentenceOf(code, formatted, error), ...place, extensions: { code } };
  const correlationId = requestId ?? (formatted.extensions?.['correlationId'] as string | undefined);
  return { message: 'Something went wrong on our side', ...place, extensions: { code, correlationId } };
}

function sentenceOf(code: string, formatted: GraphQLFormattedError, error: unknown): string {
  if (isWrongValue(unwrapResolverError(error))) return 'An argument has the wrong form';
  return SENTENCES[code] ?? formatted.message;
}
