import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { formatUtc, isLocalDate, type Instant, type LocalDate } from '@yotei/time';

function instantOf(value: unknown): Instant {
  const at = typeof value === 'string' && /(Z|[+-]\d\d:\d\d)$/.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(at))
    throw new GraphQLError('DateTime must be ISO-8601 with Z or an offset, such as 2026-11-04T00:00:00Z');
  return at;
}

/** Instants are epoch milliseconds inside; rows read by entity bring Date, rows read as text are ready already. */
function instantText(value: unknown): string {
  if (typeof value === 'string') return value;
  const at = Number(value);
  return at % 1000 === 0 ? formatUtc(at) : new Date(at).toISOString();
}

/** `@Field(() => DateTimeScalar) createdAt!: Instant`. */
export const DateTimeScalar = new GraphQLScalarType<Instant, string>({
  name: 'DateTime',
  description: 'ISO-8601 instant in UTC, `2026-11-04T00:00:00Z`.',
  parseValue: instantOf,
  serialize: instantText,
  parseLiteral: (node) => instantOf(node.kind === Kind.STRING ? node.value : undefined),
});

function localDateOf(value: unknown): LocalDate {
  if (typeof value !== 'string' || !isLocalDate(value))
    throw new GraphQLError('LocalDate must be a calendar date YYYY-MM-DD');
  return value;
}

/** `@Field(() => LocalDateScalar) fromOn!: LocalDate`. */
export const LocalDateScalar = new GraphQLScalarType<LocalDate, string>({
  name: 'LocalDate',
  description: 'Calendar date `YYYY-MM-DD` in the zone of the thing it belongs to.',
  parseValue: localDateOf,
  serialize: String,
  parseLiteral: (node) => localDateOf(node.kind === Kind.STRING ? node.value : undefined),
});

function literalValue(node: ValueNode, variables: Readonly<Record<string, unknown>>): unknown {
  switch (node.kind) {
    case Kind.OBJECT:
      return Object.fromEntries(node.fields.map((field) => [field.name.value, literalValue(field.value, variables)]));
    case Kind.LIST:
      return node.values.map((value) => literalValue(value, variables));
    case Kind.INT:
    case Kind.FLOAT:
      return Number(node.value);
    case Kind.NULL:
      return null;
    case Kind.VARIABLE:
      return variables[node.name.value] ?? null;
    default:
      return node.value;
  }
}

/** Any JSON value. Use as `@Field(() => JsonScalar)`. */
export const JsonScalar = new GraphQLScalarType({
  name: 'JSON',
  description: 'Any JSON value; only for opaque progress and parameter documents.',
  parseValue: (value) => value,
  parseLiteral: (node, variables) => literalValue(node, variables ?? {}),
});
