import { Injectable } from '@nestjs/common';
import {
  readFactTable,
  readMeasureFacts,
  type FactColumn,
  type FactEntryReject,
  type FactReject,
  type MalformedBatch,
  type WireFact,
} from '@yotei/connectors';
import { KPI_VARIABLES } from '@yotei/scheduling/formula';
import { isFreeName } from '@yotei/scheduling/measures';
import { localDateOf, type LocalDate } from '@yotei/time';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { TenantDatabase } from '../../../platform/database/tenant-database.js';
import { QueueDirectory } from '../../demand/index.js';
import { OrganisationService } from '../../organisation/organisation.service.js';
import { ImportedFactsRepository, type FactKind, type ImportedFact } from './imported-facts.repository.js';

type PlaceKind = 'queue' | 'team' | 'channel';
type Place = Pick<ImportedFact, 'queueId' | 'teamId' | 'channel'>;

export interface TableOrder {
  readonly source: string;
  readonly content: string;
  readonly dateColumn: string;
  readonly firstOn: LocalDate | null;
  readonly dateOrder: 'ymd' | 'mdy' | 'dmy';
  /** What the rows are of: `column` names it row by row, else `word` for all; null = the whole organisation. */
  readonly place: { readonly kind: PlaceKind; readonly column: string | null; readonly word: string | null } | null;
  readonly columns: readonly FactColumn[];
  /** Names that are new. */
  readonly kinds: readonly FactKind[];
  readonly dryRun: boolean;
}

export interface TableTaken {
  readonly kind: 'taken';
  readonly readCount: number;
  readonly acceptedCount: number;
  readonly rejects: readonly (Omit<FactReject, 'code'> & { readonly code: string })[];
  /** Facts that are new or different; in a dry run how many there are. */
  readonly changedCount: number;
  readonly firstOn: LocalDate | null;
  readonly lastOn: LocalDate | null;
}

export interface FactsTaken {
  readonly kind: 'taken';
  readonly received: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly rejected: readonly FactEntryReject[];
}

export interface Invalid {
  readonly kind: 'invalid';
  readonly path: string;
  readonly message: string;
}

const SOURCE = /^[a-z0-9][a-z0-9-]{0,39}$/;
const MOST_KINDS = 200;
const NOWHERE: Place = { queueId: null, teamId: null, channel: null };
const invalid = (path: string, message: string): Invalid => ({ kind: 'invalid', path, message });

/** Names of the catalogue that other systems may tell. */
const TELLABLE = new Set(
  KPI_VARIABLES.filter(({ source, adds }) => adds !== 'made' && (source === 'import' || source === 'contacts')).map(
    ({ name }) => name,
  ),
);

/** Takes in facts of other systems: tables with chosen columns, and single facts by HTTP. */
@Injectable()
export class FactImportService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly facts: ImportedFactsRepository,
    private readonly queues: QueueDirectory,
    private readonly organisation: OrganisationService,
  ) {}

  /** Rows that cannot be read or placed are left out and named; a dry run stores nothing. */
  async takeTable(context: RequestContext, order: TableOrder): Promise<TableTaken | Invalid> {
    return this.database.withTenant(context, async () => {
      const fault = await this.faultOf(context, order);
      if (fault) return fault;
      const read = await readFactTable(order.content, { ...order, placeColumn: order.place?.column ?? null });
      if (read.kind === 'no-column') return invalid('columns', `the header has no column ${read.column}`);
      const placeOf = await this.places(context);
      const fixed = order.place && !order.place.column ? placeOf(order.place.kind, order.place.word ?? '') : NOWHERE;
      if (!fixed) return invalid('place', `nothing is called ${order.place?.word}`);
      const column = order.place?.column ?? null;
      const strangers = new Map<number, TableTaken['rejects'][number]>();
      const found = read.facts.flatMap(({ record, place, ...fact }): ImportedFact[] => {
        const where = column === null ? fixed : placeOf(order.place!.kind, place);
        if (where) return [{ ...fact, ...where, startAt: null }];
        const message = 'nothing has this name';
        strangers.set(record, { ...{ record, column: column!, code: 'unknown-place', raw: place }, message });
        return [];
      });
      if (!order.dryRun) for (const kind of order.kinds) await this.facts.putKind(context, kind);
      const rejects = [...read.rejects, ...strangers.values()].sort((a, b) => a.record - b.record);
      const days = found.map(({ on }) => on).sort();
      return {
        ...{ kind: 'taken', readCount: read.readCount, rejects },
        acceptedCount: read.readCount - rejects.length,
        changedCount: order.dryRun ? found.length : await this.facts.put(context, order.source, found),
        ...{ firstOn: days[0] ?? null, lastOn: days.at(-1) ?? null },
      };
    });
  }

  /** `body` as it came over the wire; see {@link readMeasureFacts}. */
  async take(context: RequestContext, body: unknown): Promise<FactsTaken | MalformedBatch> {
    const batch = readMeasureFacts(body);
    if (batch.kind === 'malformed') return batch;
    return this.database.withTenant(context, async () => {
      const kinds = new Set((await this.facts.kinds(context)).map(({ name }) => name));
      const placeOf = await this.places(context);
      const rejected: FactEntryReject[] = [...batch.rejects];
      const found = batch.facts.flatMap((fact): ImportedFact[] => {
        const placed = this.placed(fact, { kinds, placeOf });
        if (!('code' in placed)) return [placed];
        rejected.push(placed);
        return [];
      });
      const changed = await this.facts.put(context, batch.source, found);
      return {
        ...{ kind: 'taken', received: batch.facts.length + batch.rejects.length, changed },
        unchanged: found.length - changed,
        rejected: rejected.sort((a, b) => a.index - b.index),
      };
    });
  }

  private placed(
    { index, name, on, startAt, place, value, weight }: WireFact,
    known: { readonly kinds: ReadonlySet<string>; readonly placeOf: PlaceFinder },
  ): ImportedFact | FactEntryReject {
    if (!TELLABLE.has(name) && !known.kinds.has(name))
      return { index, code: 'unknown-name', message: `no fact is called ${name}; define it first` };
    const where = place ? known.placeOf(place.kind, place.word) : { ...NOWHERE, zone: 'UTC' };
    if (!where) return { index, code: 'unknown-place', message: `no ${place!.kind} is called ${place!.word}` };
    const { zone, ...ids } = where;
    return { name, on: on ?? localDateOf(startAt!, zone), startAt, ...ids, value, weight };
  }

  /** A new name, or another title of a known one. */
  async saveKind(context: RequestContext, kind: FactKind): Promise<Invalid | { readonly kind: 'saved' }> {
    return this.database.withTenant(context, async () => {
      const fault = kindFault(kind, await this.facts.kinds(context), '');
      if (fault) return fault;
      await this.facts.putKind(context, kind);
      return { kind: 'saved' };
    });
  }

  private async faultOf(context: RequestContext, order: TableOrder): Promise<Invalid | null> {
    if (!SOURCE.test(order.source)) return invalid('source', 'source must have 1 to 40 of a-z, 0-9 and -');
    if (order.columns.length === 0) return invalid('columns', 'choose at least one column');
    const known = await this.facts.kinds(context);
    for (const [index, kind] of order.kinds.entries()) {
      const fault = kindFault(kind, known, `kinds.${index}.`);
      if (fault) return fault;
    }
    const units = new Map([...known, ...order.kinds].map((kind) => [kind.name, kind]));
    for (const [index, { name, weightColumn }] of order.columns.entries()) {
      const kind = units.get(name);
      if (!kind && !TELLABLE.has(name)) return invalid(`columns.${index}.name`, `no fact is called ${name}`);
      if (kind?.unit === 'fraction' && kind.adds === 'sum' && weightColumn === null)
        return invalid(
          `columns.${index}.weightColumn`,
          'a share needs the column of how many it is of, or its days cannot be added',
        );
      if (weightColumn !== null && !kind)
        return invalid(`columns.${index}.weightColumn`, 'a fact of the catalogue is a sum and has no weight');
    }
    return null;
  }

  private async places(context: RequestContext): Promise<PlaceFinder> {
    const queues = await this.queues.withPutAway(context);
    const teams = await this.organisation.teams(context);
    const zone = queues[0]?.zone ?? 'UTC';
    const queueOf = byWord(queues, ({ id, name }) => [id, name.en, name.ja]);
    const teamOf = byWord(teams, ({ id, name }) => [id, name]);
    const channels = new Set<string>(queues.map(({ channel }) => channel));
    return (kind, word) => {
      const wanted = word.toLowerCase();
      const queue = kind === 'queue' ? queueOf.get(wanted) : undefined;
      if (queue) return { ...NOWHERE, queueId: queue.id, zone: queue.zone };
      const team = kind === 'team' ? teamOf.get(wanted) : undefined;
      if (team) return { ...NOWHERE, teamId: team.id, zone };
      return kind === 'channel' && channels.has(wanted) ? { ...NOWHERE, channel: wanted, zone } : null;
    };
  }
}

type PlaceFinder = (kind: PlaceKind, word: string) => (Place & { readonly zone: string }) | null;

function byWord<Item>(items: readonly Item[], words: (item: Item) => readonly string[]): ReadonlyMap<string, Item> {
  return new Map(items.flatMap((item) => words(item).map((word) => [word.toLowerCase(), item] as const)));
}

function kindFault(kind: FactKind, known: readonly FactKind[], path: string): Invalid | null {
  if (!isFreeName(kind.name))
    return invalid(
      `${path}name`,
      'name must be a letter, then letters, digits or _, at most 40, and no name that has a meaning',
    );
  if (kind.title.trim() === '' || kind.title.length > 120)
    return invalid(`${path}title`, 'title must have 1..120 characters');
  const before = known.find(({ name }) => name === kind.name);
  if (before && (before.unit !== kind.unit || before.adds !== kind.adds))
    return invalid(`${path}unit`, 'what is told already keeps its unit and how it adds up; choose another name');
  if (!before && known.length >= MOST_KINDS) return invalid(`${path}name`, `at most ${MOST_KINDS} names are kept`);
  return null;
}
