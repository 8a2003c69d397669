import { isZone, type Grid } from '@yotei/time';
import { costTermsFaults, type CostTerms } from '../costs/index.js';
import { staffingPlanFaults, type StaffingPlan } from '../staffing/index.js';
import { changeFault } from './change-faults.js';
import type { ChangeFault } from './change-kind.js';
import type { ScenarioBase, ScenarioPeople, ScenarioQueue } from './scenario-base.js';

export const SCENARIO_FILE_FORMAT = 'yotei-scenario-base';
const ENDLESS = 'Infinity';

/** What JSON has no number for: NaN is null, and a patience without end the word Infinity. */
function plain(value: unknown): unknown {
  if (typeof value === 'number') return Number.isNaN(value) ? null : value === Infinity ? ENDLESS : value;
  if (ArrayBuffer.isView(value)) return Array.from(value as Float64Array, plain);
  if (Array.isArray(value)) return value.map(plain);
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, own]) => (own === undefined ? [] : [[key, plain(own)]])),
    );
  return value;
}

/** The base as the value of a JSON document: what the web offers as the input and `yotei what-if --base` reads. */
export function scenarioBaseToFile(base: ScenarioBase): Record<string, unknown> {
  return { format: SCENARIO_FILE_FORMAT, version: 1, ...(plain(base) as Record<string, unknown>) };
}

export type ReadScenarioBase =
  | { readonly kind: 'read'; readonly base: ScenarioBase }
  | { readonly kind: 'faulty'; readonly faults: readonly ChangeFault[] };

type Item = Readonly<Record<string, unknown>>;
const isItem = (value: unknown): value is Item => value !== null && typeof value === 'object' && !Array.isArray(value);

/** Reads fields and remembers what is wrong with them; a field that is wrong is something harmless until the end. */
class FileReader {
  readonly faults: ChangeFault[] = [];

  wrong(path: string, must: string, ja: string): void {
    this.faults.push(changeFault(path, `${path} must be ${must}`, `${path}は${ja}にしてください`));
  }

  number(value: unknown, path: string): number {
    if (value === ENDLESS) return Infinity;
    if (typeof value === 'number') return value;
    this.wrong(path, 'a number', '数値');
    return 0;
  }

  text(value: unknown, path: string): string {
    if (typeof value === 'string' && value !== '') return value;
    this.wrong(path, 'a text', '文字列');
    return '';
  }

  series(value: unknown, path: string, count: number): Float64Array {
    const fits =
      Array.isArray(value) && value.length === count && value.every((one) => one === null || typeof one === 'number');
    if (fits) return Float64Array.from(value as readonly (number | null)[], (one) => one ?? Number.NaN);
    this.wrong(path, `a list of ${count} numbers or null`, `${count}個の数値またはnullの並び`);
    return new Float64Array(count).fill(Number.NaN);
  }

  items(value: unknown, path: string): readonly Item[] {
    if (Array.isArray(value) && value.every(isItem)) return value;
    this.wrong(path, 'a list', '一覧');
    return [];
  }

  item(value: unknown, path: string): Item {
    if (isItem(value)) return value;
    this.wrong(path, 'an object', 'オブジェクト');
    return {};
  }
}

const MOST_INTERVALS = 400_000;

function gridOf(reader: FileReader, item: Item): Grid {
  const grid = {
    startAt: reader.number(item.startAt, 'grid.startAt'),
    stepMinutes: reader.number(item.stepMinutes, 'grid.stepMinutes'),
    count: reader.number(item.count, 'grid.count'),
  };
  if (!(Number.isInteger(grid.count) && grid.count > 0 && grid.count <= MOST_INTERVALS))
    reader.wrong('grid.count', `1 to ${MOST_INTERVALS}`, `1～${MOST_INTERVALS}`);
  if (!(Number.isInteger(grid.stepMinutes) && grid.stepMinutes > 0 && 1440 % grid.stepMinutes === 0))
    reader.wrong('grid.stepMinutes', 'a divisor of 1440, such as 15', '15のような1440の約数');
  return grid;
}

const QUANTILES = ['p05', 'p10', 'p90', 'p95'] as const;

function forecastOf(reader: FileReader, item: Item, of: { path: string; grid: Grid; zone: string }) {
  const { path, grid } = of;
  const zone = item.zone === undefined ? of.zone : reader.text(item.zone, `${path}.zone`);
  if (zone !== '' && !isZone(zone))
    reader.wrong(`${path}.zone`, 'an IANA zone, such as Asia/Tokyo', 'Asia/TokyoのようなIANAのタイムゾーン');
  const series = (key: string): Float64Array => reader.series(item[key], `${path}.${key}`, grid.count);
  const bands = item.countQuantiles === undefined ? null : reader.item(item.countQuantiles, `${path}.countQuantiles`);
  return {
    grid,
    zone,
    contacts: series('contacts'),
    averageHandleSeconds: series('averageHandleSeconds'),
    ...(Array.isArray(item.openMask) && { openMask: item.openMask as (number | boolean)[] }),
    ...(item.rateCv !== undefined && {
      rateCv: Array.isArray(item.rateCv) ? series('rateCv') : reader.number(item.rateCv, `${path}.rateCv`),
    }),
    ...(bands && {
      countQuantiles: Object.fromEntries(
        QUANTILES.flatMap((key) =>
          bands[key] === undefined
            ? []
            : [[key, reader.series(bands[key], `${path}.countQuantiles.${key}`, grid.count)]],
        ),
      ),
    }),
    ...(item.handleTimeCv !== undefined && { handleTimeCv: reader.number(item.handleTimeCv, `${path}.handleTimeCv`) }),
  };
}

function planOf(reader: FileReader, value: unknown, path: string): StaffingPlan {
  const item = reader.item(value, path);
  const plan = { ...item, ...(item.patienceSeconds === ENDLESS && { patienceSeconds: Infinity }) };
  if (!isItem(item.goal) || typeof item.modelId !== 'string') {
    reader.wrong(path, 'a plan with modelId and goal', 'modelIdとgoalのある計画');
    return { modelId: 'workload', goal: {} };
  }
  // Judged below, field by field, by what judges every plan.
  const read = plan as unknown as StaffingPlan;
  for (const fault of staffingPlanFaults(read))
    reader.faults.push({ path: `${path}.${fault.path}`, message: fault.message });
  return read;
}

function queueOf(reader: FileReader, item: Item, of: { path: string; grid: Grid; zone: string }): ScenarioQueue {
  const { path, grid } = of;
  const series = (key: 'agents' | 'availability' | 'botContacts'): Float64Array =>
    reader.series(item[key], `${path}.${key}`, grid.count);
  const id = reader.text(item.id, `${path}.id`);
  const correlation = isItem(item.correlation) ? item.correlation : null;
  return {
    id,
    title: item.title === undefined ? id : reader.text(item.title, `${path}.title`),
    channel: item.channel === undefined ? 'phone' : reader.text(item.channel, `${path}.channel`),
    skillId: typeof item.skillId === 'string' ? item.skillId : null,
    forecast: forecastOf(reader, reader.item(item.forecast, `${path}.forecast`), { ...of, path: `${path}.forecast` }),
    plan: planOf(reader, item.plan, `${path}.plan`),
    ...(correlation && {
      correlation: {
        withinDay: reader.number(correlation.withinDay, `${path}.correlation.withinDay`),
        betweenDays: reader.number(correlation.betweenDays, `${path}.correlation.betweenDays`),
      },
    }),
    agents: item.agents === undefined || item.agents === null ? null : series('agents'),
    ...(item.availability !== undefined && { availability: series('availability') }),
    ...(item.botContacts !== undefined && { botContacts: series('botContacts') }),
  };
}

function peopleOf(reader: FileReader, value: unknown): ScenarioPeople | null {
  if (value === undefined || value === null) return null;
  const item = reader.item(value, 'people');
  reader.items(item.headcountBySkill, 'people.headcountBySkill').forEach((group, index) => {
    const path = `people.headcountBySkill.${index}`;
    reader.text(group.skillId, `${path}.skillId`);
    reader.number(group.agents, `${path}.agents`);
    reader.number(group.paidHoursPerWeek, `${path}.paidHoursPerWeek`);
  });
  if (item.skillSets !== undefined)
    reader.items(item.skillSets, 'people.skillSets').forEach((set, index) => {
      reader.number(set.agents, `people.skillSets.${index}.agents`);
      if (!Array.isArray(set.skillIds) || !set.skillIds.every((id) => typeof id === 'string'))
        reader.wrong(`people.skillSets.${index}.skillIds`, 'a list of skills', 'スキルの一覧');
    });
  reader.number(item.fullTimeHoursPerWeek, 'people.fullTimeHoursPerWeek');
  const breaks = item.paidBreakFraction === undefined ? 0 : item.paidBreakFraction;
  if (!(typeof breaks === 'number' && breaks >= 0 && breaks < 1))
    reader.wrong('people.paidBreakFraction', '0 or more and below 1', '0以上1未満');
  return { ...(item as unknown as ScenarioPeople), paidBreakFraction: breaks as number };
}

const COST_LISTS = ['wages', 'premiums', 'channels', 'penalties', 'outsourcing'] as const;

function costsOf(reader: FileReader, value: unknown): CostTerms | null {
  if (value === undefined || value === null) return null;
  const item = reader.item(value, 'costs');
  const lists = Object.fromEntries(
    COST_LISTS.map((key) => [key, item[key] === undefined ? [] : reader.items(item[key], `costs.${key}`)]),
  );
  const terms = {
    onCostFraction: 0,
    botPerDeflectedContact: 0,
    ...item,
    currency: reader.text(item.currency, 'costs.currency'),
    ...lists,
  } as unknown as CostTerms;
  for (const fault of costTermsFaults(terms))
    reader.faults.push({ path: `costs.${fault.path}`, message: fault.message });
  return terms;
}

/** A base read from the value of a JSON document, or everything that is wrong with it, field by field. */
export function scenarioBaseFromFile(document: unknown): ReadScenarioBase {
  const reader = new FileReader();
  const item = reader.item(document, 'document');
  if (item.format !== SCENARIO_FILE_FORMAT) reader.wrong('format', `"${SCENARIO_FILE_FORMAT}"`, SCENARIO_FILE_FORMAT);
  const grid = gridOf(reader, reader.item(item.grid, 'grid'));
  const zone = reader.text(item.zone, 'zone');
  if (zone !== '' && !isZone(zone))
    reader.wrong('zone', 'an IANA zone, such as Asia/Tokyo', 'Asia/TokyoのようなIANAのタイムゾーン');
  if (reader.faults.length > 0) return { kind: 'faulty', faults: reader.faults };
  const queues = reader
    .items(item.queues, 'queues')
    .map((queue, index) => queueOf(reader, queue, { path: `queues.${index}`, grid, zone }));
  if (queues.length === 0) reader.wrong('queues', 'at least one queue', '1つ以上のキュー');
  if (new Set(queues.map(({ id }) => id)).size < queues.length)
    reader.wrong('queues', 'queues with different ids', '異なるIDのキュー');
  const base: ScenarioBase = {
    grid,
    zone,
    queues,
    people: peopleOf(reader, item.people),
    costs: costsOf(reader, item.costs),
    ...(typeof item.lawPackId === 'string' && { lawPackId: item.lawPackId }),
    ...(Array.isArray(item.away) && { away: item.away as ScenarioBase['away'] }),
  };
  return reader.faults.length > 0 ? { kind: 'faulty', faults: reader.faults } : { kind: 'read', base };
}
