/** A JSON Schema of draft 2020-12, as far as roster files need it. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

/** What {@link objectOf} takes: fields that must be there and fields that may be. */
export interface ObjectFields {
  readonly description?: string;
  readonly required?: Readonly<Record<string, JsonSchema>>;
  readonly optional?: Readonly<Record<string, JsonSchema>>;
  /** True: fields not named are left alone; otherwise they are faults. */
  readonly open?: boolean;
  /** Further keywords, such as `allOf`. */
  readonly more?: JsonSchema;
}

/** Readers take `null` in a field that may be left out as left out. */
function orNull(schema: JsonSchema): JsonSchema {
  if (typeof schema['type'] !== 'string') return { anyOf: [schema, { type: 'null' }] };
  const allowed = schema['enum'] as readonly unknown[] | undefined;
  return { ...schema, type: [schema['type'], 'null'], ...(allowed && { enum: [...allowed, null] }) };
}

/** An object of exactly these fields. */
export function objectOf({
  description,
  required = {},
  optional = {},
  open = false,
  more = {},
}: ObjectFields): JsonSchema {
  const properties = {
    ...required,
    ...Object.fromEntries(Object.entries(optional).map(([key, schema]) => [key, orNull(schema)])),
  };
  return {
    ...(description === undefined ? {} : { description }),
    type: 'object',
    ...(Object.keys(required).length > 0 && { required: Object.keys(required) }),
    properties,
    ...(open ? {} : { additionalProperties: false }),
    ...more,
  };
}

export const listOf = (items: JsonSchema, more: JsonSchema = {}): JsonSchema => ({ type: 'array', items, ...more });

export const text = (description?: string): JsonSchema => ({ type: 'string', ...(description && { description }) });

export const id = (description?: string): JsonSchema => ({ ...text(description), minLength: 1 });

export const texts = (description?: string): JsonSchema => ({ ...listOf(text()), ...(description && { description }) });

export const flag = (description?: string): JsonSchema => ({ type: 'boolean', ...(description && { description }) });

export const oneOf = (choices: readonly string[], description?: string): JsonSchema => ({
  type: 'string',
  ...(description && { description }),
  enum: choices,
});

export const whole = (minimum: number, maximum: number, description?: string): JsonSchema => ({
  type: 'integer',
  minimum,
  maximum,
  ...(description && { description }),
});

export const atLeastZero = (description?: string): JsonSchema => ({
  type: 'number',
  minimum: 0,
  ...(description && { description }),
});

export const weekdays = (description: string): JsonSchema => ({ ...listOf(whole(1, 7)), description });

/** Minutes of the wall clock, written or counted. */
const clock = (pattern: string, maximum: number, description: string): JsonSchema => ({
  anyOf: [
    { type: 'string', pattern, examples: ['09:30'] },
    { type: 'integer', minimum: 0, maximum, description: 'minutes after midnight' },
  ],
  description,
});

/** A time of the day it belongs to, before midnight. */
export const clockOfDay = (description: string): JsonSchema =>
  clock('^(?:[01]?\\d|2[0-3]):[0-5]\\d$', 1439, description);

/** A time of day that may lie on the next day. */
export const clockPastMidnight = (description: string): JsonSchema =>
  clock('^(?:(?:[0-3]?\\d|4[0-7]):[0-5]\\d|48:00)$', 2880, `${description}; past midnight up to 48:00`);

export const date = (description?: string): JsonSchema => ({
  type: 'string',
  pattern: '^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])$',
  examples: ['2026-11-02'],
  ...(description && { description }),
});

/** An instant; without an offset it is local to the file's zone. */
export const instant = (description?: string): JsonSchema => ({
  type: 'string',
  pattern:
    '^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d(?:\\.\\d+)?)?(?:Z|[+-](?:0\\d|1[0-4]):[0-5]\\d)?$',
  examples: ['2026-11-02T09:00:00+09:00'],
  ...(description && { description }),
});

/** The whole schema of a file. */
export function documentOf(name: string, title: string, schema: JsonSchema): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    // A name of its own, not an address: schemas are printed by the program, not fetched.
    $id: `urn:yotei:roster-file:${name}`,
    title,
    ...schema,
  };
}
