import { isLocalDate } from '@yotei/time';
import type { ColumnKind, ReportView } from './report-views.js';

/** What of a view is asked for, as SQL with its parameters apart. */
export interface ViewQuery {
  readonly columns: readonly string[];
  /** Conditions joined by `and`; empty: all rows. */
  readonly where: string;
  readonly parameters: readonly (string | number)[];
  readonly orderBy: string;
  readonly top: number | null;
  readonly skip: number;
  readonly count: boolean;
}

export type ReadQuery =
  | { readonly kind: 'query'; readonly query: ViewQuery }
  | { readonly kind: 'refused'; readonly option: string; readonly message: string };

const OPERATORS: Readonly<Record<string, string>> = { eq: '=', ne: '<>', gt: '>', ge: '>=', lt: '<', le: '<=' };
const OPTIONS: readonly string[] = ['$top', '$skip', '$select', '$orderby', '$filter', '$count', '$format'];
const LONGEST_FILTER = 1000;
const CONDITION = /^\s*(\w+)\s+(eq|ne|gt|ge|lt|le)\s+('(?:[^']|'')*'|[^\s']+)\s*$/;

type Options = Readonly<Record<string, unknown>>;
type Read<Value> = { readonly kind: 'read'; readonly value: Value } | Extract<ReadQuery, { kind: 'refused' }>;

const refused = (option: string, message: string): Extract<ReadQuery, { kind: 'refused' }> => ({
  ...{ kind: 'refused', option, message },
});
const read = <Value>(value: Value): Read<Value> => ({ kind: 'read', value });

/**
 * The system query options of OData 4.0 that BI tools send for a table: `$select`, `$filter` of comparisons joined by
 * `and`, `$orderby`, `$top`, `$skip`, `$count`. Anything else is refused by name: an option left out in silence would give
 * other rows than asked for (OData 4.0 part 1, section 6.1).
 */
export function readODataQuery(view: ReportView, options: Options): ReadQuery {
  const unknown = Object.keys(options).find((name) => name.startsWith('$') && !OPTIONS.includes(name));
  if (unknown) return refused(unknown, 'is not supported');
  const columns = columnsOf(view, options['$select']);
  if (columns.kind === 'refused') return columns;
  const filter = filterOf(view, options['$filter']);
  if (filter.kind === 'refused') return filter;
  const orderBy = orderOf(view, options['$orderby']);
  if (orderBy.kind === 'refused') return orderBy;
  const top = countOf('$top', options['$top']);
  if (top.kind === 'refused') return top;
  const skip = countOf('$skip', options['$skip']);
  if (skip.kind === 'refused') return skip;
  const query = {
    ...{ columns: columns.value, ...filter.value, orderBy: orderBy.value },
    ...{ top: top.value, skip: skip.value ?? 0, count: options['$count'] === 'true' },
  };
  return { kind: 'query', query };
}

const isColumn = (view: ReportView, name: string): boolean => Object.hasOwn(view.columns, name);

function columnsOf(view: ReportView, text: unknown): Read<readonly string[]> {
  if (text === undefined || text === '*') return read(Object.keys(view.columns));
  const names = `${text}`.split(',').map((name) => name.trim());
  const wrong = names.find((name) => !isColumn(view, name));
  return wrong === undefined ? read([...new Set(names)]) : refused('$select', `${view.name} has no ${wrong}`);
}

function orderOf(view: ReportView, text: unknown): Read<string> {
  const wanted = text === undefined ? [] : `${text}`.split(',').map((part) => part.trim().split(/\s+/));
  const parts: string[] = [];
  for (const [name = '', direction = 'asc', ...rest] of wanted) {
    if (!isColumn(view, name) || !['asc', 'desc'].includes(direction) || rest.length > 0)
      return refused('$orderby', `must be columns of ${view.name}, each with asc or desc`);
    parts.push(`${name} ${direction}`);
  }
  const named = new Set(wanted.map(([name]) => name));
  // The key last, so that pages neither repeat nor skip a row.
  return read([...parts, ...view.key.filter((name) => !named.has(name))].join(', '));
}

function countOf(option: string, text: unknown): Read<number | null> {
  if (text === undefined) return read(null);
  return /^\d{1,9}$/.test(`${text}`) ? read(Number(text)) : refused(option, 'must be a whole number');
}

function filterOf(view: ReportView, text: unknown): Read<Pick<ViewQuery, 'where' | 'parameters'>> {
  if (text === undefined) return read({ where: '', parameters: [] });
  if (`${text}`.length > LONGEST_FILTER) return refused('$filter', `must have at most ${LONGEST_FILTER} characters`);
  const parameters: (string | number)[] = [];
  const conditions: string[] = [];
  for (const part of withoutBrackets(`${text}`).split(/\s+and\s+(?=\(?\s*\w+\s+(?:eq|ne|gt|ge|lt|le)\s)/)) {
    const [, name = '', operator = '', literal = ''] = CONDITION.exec(withoutBrackets(part)) ?? [];
    if (!isColumn(view, name)) return refused('$filter', 'must be comparisons of columns, joined by and');
    const kind = view.columns[name]!;
    const value = valueOf(kind, literal);
    if (value === null) return refused('$filter', `${name} is compared with a value of its kind`);
    parameters.push(value);
    conditions.push(`${name} ${OPERATORS[operator]} $${parameters.length}::${kind}`);
  }
  return read({ where: conditions.join(' and '), parameters });
}

/** Tools put brackets around each comparison, and around all of them. */
function withoutBrackets(text: string): string {
  const trimmed = text.trim();
  if (!trimmed.startsWith('(') || !trimmed.endsWith(')')) return trimmed;
  let depth = 0;
  for (let i = 0; i < trimmed.length - 1; i += 1) {
    depth += trimmed[i] === '(' ? 1 : trimmed[i] === ')' ? -1 : 0;
    if (depth === 0) return trimmed;
  }
  return withoutBrackets(trimmed.slice(1, -1));
}

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:\d\d)$/;

/** A literal of that kind; null: it is none. */
function valueOf(kind: ColumnKind, literal: string): string | number | null {
  switch (kind) {
    case 'text':
      return /^'.*'$/s.test(literal) ? literal.slice(1, -1).replaceAll("''", "'") : null;
    case 'uuid':
      return UUID.test(literal) ? literal : null;
    case 'date':
      return dateOf(literal);
    case 'timestamp with time zone':
      return INSTANT.test(literal) && !Number.isNaN(Date.parse(literal)) ? literal : null;
    default:
      return /^-?\d{1,15}(\.\d{1,15})?$/.test(literal) ? Number(literal) : null;
  }
}

/** Some tools compare dates with the midnight of the day. */
function dateOf(literal: string): string | null {
  const on = /^(\d{4}-\d\d-\d\d)(?:T00:00:00(?:\.0+)?Z)?$/.exec(literal)?.[1];
  return on !== undefined && isLocalDate(on) ? on : null;
}
