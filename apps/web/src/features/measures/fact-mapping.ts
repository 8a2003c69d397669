import type { FactKindInput, MeasureTableInput } from '../../graphql/generated/graphql.js';
import type { Definitions } from './measures.model.js';

export interface MappedColumn {
  readonly column: string;
  /** Name of a fact; empty = the column is left out. */
  readonly name: string;
  /** Of a name that is new: what it counts. */
  readonly unit: string;
  /** Column of how many it is the mean of; empty = it adds up. */
  readonly weightColumn: string;
}

export interface Mapping {
  readonly source: string;
  readonly dateColumn: string;
  /** Empty = the column holds dates. */
  readonly firstOn: string;
  /** `all`, the id of a queue, or `column` and the column that names it. */
  readonly place: string;
  readonly columns: readonly MappedColumn[];
}

/** Headers that say which fact they are. */
const KNOWN: Readonly<Record<string, string>> = {
  incomingcalls: 'offered',
  offered: 'offered',
  calls: 'offered',
  受付数: 'offered',
  answeredcalls: 'answered',
  answered: 'answered',
  応答数: 'answered',
  abandonedcalls: 'abandoned',
  abandoned: 'abandoned',
  放棄数: 'abandoned',
  inquiries: 'inquiries',
  問い合わせ数: 'inquiries',
  solved: 'solved',
  resolved: 'solved',
  解決数: 'solved',
  escalated: 'escalated',
  opentickets: 'openTickets',
  surveyanswers: 'surveyAnswers',
  回答数: 'surveyAnswers',
};
const DATES = ['date', 'day', 'index', 'on', '日付', '日'];
const wordOf = (column: string) => column.toLowerCase().replace(/[\s_-]/g, '');

/** A first guess from the header. */
export function mappingOf(header: readonly string[]): Mapping {
  const dateColumn = header.find((column) => DATES.includes(wordOf(column))) ?? header[0] ?? '';
  const others = header.filter((column) => column !== dateColumn);
  return {
    ...{ source: 'table', dateColumn, firstOn: '', place: 'all' },
    columns: others.map((column) => ({ column, name: KNOWN[wordOf(column)] ?? '', unit: 'number', weightColumn: '' })),
  };
}

/** What is asked of the api; the text of the table and whether it is a trial are added. */
export function inputOfMapping(
  { source, dateColumn, firstOn, place, columns }: Mapping,
  { measureFactKinds }: Pick<Definitions, 'measureFactKinds'>,
  isCatalogue: (name: string) => boolean = () => false,
): Omit<MeasureTableInput, 'content' | 'dryRun'> {
  const used = columns.filter(({ name }) => name.trim() !== '');
  const known = new Set(measureFactKinds.map(({ name }) => name));
  const kinds: FactKindInput[] = used
    .filter(({ name }) => !known.has(name) && !isCatalogue(name))
    .map(({ name, column, unit }) => ({ name: name.trim(), title: column, unit }));
  const column = place.startsWith('column ') ? place.slice('column '.length) : null;
  return {
    ...{ source, dateColumn, kinds },
    ...(firstOn && { firstOn }),
    ...(place !== 'all' && { place: { kind: 'QUEUE', ...(column ? { column } : { word: place }) } }),
    columns: used.map((one) => ({
      column: one.column,
      name: one.name.trim(),
      ...(one.weightColumn && { weightColumn: one.weightColumn }),
    })),
  };
}
