import { Injectable } from '@nestjs/common';
import {
  addingOfCatalogue,
  secondsOfSpan,
  spanByDay,
  spansOf,
  stepsOf,
  tableOfFacts,
  type Adding,
  type FactRow,
  type FactTable,
  type MeasurePeriod,
  type MeasureRange,
} from '@yotei/scheduling/measures';
import {
  addDays,
  daysBetween,
  epochDay,
  localDateOf,
  startOfLocalDay,
  type Instant,
  type LocalDate,
} from '@yotei/time';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { TenantDatabase } from '../../../platform/database/tenant-database.js';
import { QueueDirectory } from '../../demand/index.js';
import { OrganisationService } from '../../organisation/organisation.service.js';
import { ImportedFactsRepository, type FactKind } from '../imports/imported-facts.repository.js';
import { QueueDaysRepository } from '../sources/queue-days.repository.js';
import type { SourceRow } from '../sources/fact-source.js';
import { keyOfRow, keysOf, type CutKey, type CutPlaces, type MeasureCutName } from './cut.js';
import { FactReadingService } from './fact-reading.service.js';

export interface TableRequest extends MeasureRange {
  readonly period: MeasurePeriod;
  readonly cut: MeasureCutName;
  /** What is told of other queues is left out, and what is not told of queues at all. Null: everything. */
  readonly queueIds?: readonly string[] | null;
}

export interface TableSpan {
  readonly fromOn: LocalDate;
  readonly untilOn: LocalDate;
  /** Of intervals and hours; null of days and longer. */
  readonly startAt: Instant | null;
  readonly seconds: number;
}

export interface MeasureTable {
  readonly keys: readonly CutKey[];
  readonly spans: readonly TableSpan[];
  readonly wholeSeconds: number;
  readonly facts: FactTable;
  readonly kinds: readonly FactKind[];
  readonly adding: Adding;
}

/** Facts of any period and cut, added up; weighing is left to the formulas. */
@Injectable()
export class MeasureTablesService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly queues: QueueDirectory,
    private readonly organisation: OrganisationService,
    private readonly reading: FactReadingService,
    private readonly days: QueueDaysRepository,
    private readonly imported: ImportedFactsRepository,
  ) {}

  /** `names`: the facts wanted. Refuse too long a range of intervals before; every row of it is read. */
  async table(context: RequestContext, request: TableRequest, names: readonly string[]): Promise<MeasureTable> {
    return this.database.withTenant(context, async () => {
      const places = await this.places(context, request.fromOn);
      const kinds = await this.imported.kinds(context);
      const fine = request.period === 'interval' || request.period === 'hour';
      const rows = fine ? null : await this.reading.rows(context, request, names);
      const zone = zoneOf(places, request.queueIds);
      const found = rows ? byDays(rows, request, places) : await this.bySteps(context, request, { places, zone });
      const adding: Adding = (name) => kinds.find((kind) => kind.name === name)?.adds ?? addingOfCatalogue(name);
      const keys = keysOf(request.cut, places);
      return {
        ...{ keys, kinds, adding },
        spans: found.spans.map((span) => ({ ...span, seconds: span.seconds ?? secondsOfSpan(span, zone) })),
        wholeSeconds: secondsOfSpan(request, zone),
        facts: tableOfFacts(found.rows, { keys: keys.length, spans: found.spans.length, adding }),
      };
    });
  }

  private async places(
    context: RequestContext,
    fromOn: LocalDate,
  ): Promise<CutPlaces & { readonly zones: ReadonlyMap<string, string> }> {
    const queues = await this.queues.plannedUntil(context, addDays(fromOn, 1));
    const sites = await this.organisation.sites(context);
    const teams = await this.organisation.teams(context);
    return { queues, sites, teams, zones: new Map(queues.map(({ id, zone }) => [id, zone])) };
  }

  private async bySteps(
    context: RequestContext,
    request: TableRequest,
    { places, zone }: { readonly places: CutPlaces; readonly zone: string },
  ): Promise<Found> {
    const startAt = startOfLocalDay(request.fromOn, zone);
    const endAt = startOfLocalDay(request.untilOn, zone);
    const intervals = await this.days.intervals(context, { startAt, endAt });
    const stepMinutes = request.period === 'hour' ? 60 : 15;
    const starts = stepsOf(request, zone, stepMinutes);
    const rows = intervals.map(({ queueId, startAt: at, ...facts }) => ({
      row: { queueId, teamId: null, on: '', facts: { ...facts }, hasContacts: facts.offered > 0 },
      span: Math.floor((at - startAt) / (stepMinutes * 60_000)),
      order: at,
    }));
    const spans = starts.map((at) => {
      const fromOn = localDateOf(at, zone);
      return { fromOn, untilOn: addDays(fromOn, 1), startAt: at, seconds: stepMinutes * 60 };
    });
    return { spans, rows: placed(rows, request, places) };
  }
}

type FoundSpan = Omit<TableSpan, 'seconds'> & { readonly seconds?: number };

interface Found {
  readonly spans: readonly FoundSpan[];
  readonly rows: readonly FactRow[];
}

interface Timed {
  readonly row: SourceRow;
  readonly span: number;
  readonly order: number;
}

/** By the clock of the only site, else of the first queue shown. */
function zoneOf(
  places: CutPlaces & { readonly zones: ReadonlyMap<string, string> },
  queueIds: readonly string[] | null | undefined,
): string {
  const [first] = queueIds ?? places.queues.map(({ id }) => id);
  return (first && places.zones.get(first)) || 'UTC';
}

function byDays(rows: readonly SourceRow[], request: TableRequest, places: CutPlaces): Found {
  const spans = spansOf(request, request.period);
  const spanOf = spanByDay(request, spans);
  const length = daysBetween(request.fromOn, request.untilOn);
  const timed = rows.flatMap((row): Timed[] => {
    const day = daysBetween(request.fromOn, row.on);
    return day < 0 || day >= length ? [] : [{ row, span: spanOf(row.on), order: epochDay(row.on) }];
  });
  return { spans: spans.map((span) => ({ ...span, startAt: null })), rows: placed(timed, request, places) };
}

/** Rows of the keys of the cut; of the whole organisation and of its parts on one day, the whole is believed. */
function placed(timed: readonly Timed[], request: TableRequest, places: CutPlaces): FactRow[] {
  const keyOf = keyOfRow(request.cut, places);
  const placeOf = new Map(keysOf(request.cut, places).map(({ id }, place) => [id, place]));
  const queues = request.queueIds && new Set(request.queueIds);
  const wholes = new Set(
    request.cut === 'all' && !queues
      ? timed.flatMap(({ row }) => (isOfAll(row) ? Object.keys(row.facts).map((name) => `${name} ${row.on}`) : []))
      : [],
  );
  return timed.flatMap(({ row, span, order }): FactRow[] => {
    if (queues && (row.queueId === null || !queues.has(row.queueId))) return [];
    const key = keyOf(row);
    const place = key === undefined ? undefined : placeOf.get(key);
    if (place === undefined) return [];
    const facts =
      wholes.size === 0 || isOfAll(row)
        ? row.facts
        : Object.fromEntries(Object.entries(row.facts).filter(([name]) => !wholes.has(`${name} ${row.on}`)));
    const teller = row.queueId ?? row.teamId ?? row.channel ?? '';
    return [{ key: place, span, teller, order, facts, hasContacts: row.hasContacts }];
  });
}

const isOfAll = ({ queueId, teamId, channel }: SourceRow): boolean => !queueId && !teamId && !channel;
