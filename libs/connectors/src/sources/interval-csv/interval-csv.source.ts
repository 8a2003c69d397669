import { MINUTE_MILLIS, type Instant } from '@yotei/time';
import type {
  ImportSource,
  IntervalRecord,
  ReadOptions,
  RowReader,
  RowResult,
  SourceField,
} from '../../import-source.js';
import { readInstant, readNumber } from '../../table/cell-values.js';

const fields: readonly SourceField[] = [
  {
    id: 'start',
    title: { en: 'Start of the interval', ja: '時間帯の開始' },
    required: true,
    names: [
      'start',
      'starttime',
      'startat',
      'localtime',
      'timestamp',
      'timestamputc',
      'datetime',
      'interval',
      'intervalstart',
      '日時',
      '開始',
      '開始日時',
      '時間帯',
    ],
  },
  {
    id: 'queue',
    title: { en: 'Queue', ja: 'キュー' },
    required: false,
    names: ['queue', 'queuename', 'skill', 'キュー', '窓口', 'グループ'],
  },
  {
    id: 'offered',
    title: { en: 'Contacts offered', ja: '受信件数' },
    required: true,
    names: [
      'offered',
      'contacts',
      'calls',
      'volume',
      'offeredcount',
      'incomingcontactvolume',
      'arrivals',
      '着信数',
      '入電数',
      '受信件数',
      '件数',
      '呼数',
    ],
  },
  {
    id: 'answered',
    title: { en: 'Answered', ja: '応答件数' },
    required: false,
    names: ['answered', 'handled', 'contactshandled', 'answeredcount', '応答数', '応答件数', '処理件数'],
  },
  {
    id: 'answered_within',
    title: { en: 'Answered within the threshold', ja: '目標時間内応答' },
    required: false,
    names: ['answeredwithin', 'withinsl', 'withinthreshold', '目標時間内応答', 'sl内応答数'],
  },
  {
    id: 'abandoned',
    title: { en: 'Abandoned', ja: '放棄件数' },
    required: false,
    names: ['abandoned', 'abandonedcount', 'lost', '放棄数', '放棄呼数', '放棄件数'],
  },
  {
    id: 'total_handle_seconds',
    title: { en: 'Handle seconds, total', ja: '処理時間の合計(秒)' },
    required: false,
    names: ['totalhandletime', 'handlesecondstotal', 'handletimetotal', '処理時間合計', '合計処理時間'],
  },
  {
    // The mean, as in every other file of the product: a forecast's column of this name can be read back.
    id: 'handle_seconds',
    title: { en: 'Handle seconds, mean per contact', ja: '平均処理時間(秒)' },
    required: false,
    names: [
      'handletime',
      'aht',
      'ahtseconds',
      'averagehandleseconds',
      'averagehandletime',
      'meanhandleseconds',
      'meanhandletime',
      '平均処理時間',
    ],
  },
  {
    id: 'abandoned_within',
    title: { en: 'Abandoned within the threshold', ja: '目標時間内放棄' },
    required: false,
    names: ['abandonedwithin', 'abandonedwithinthreshold', '目標時間内放棄', 'sl内放棄数'],
  },
  {
    id: 'short_abandoned',
    title: { en: 'Abandoned within 5 seconds', ja: '5秒以内の放棄' },
    required: false,
    names: ['shortabandoned', 'shortabandons', 'abandonedwithin5s', '5秒以内放棄', '短時間放棄'],
  },
  {
    id: 'total_wait_seconds',
    title: { en: 'Wait seconds of the answered, total', ja: '応答までの待ち時間の合計(秒)' },
    required: false,
    names: ['totalwaittime', 'waitsecondstotal', 'waittimetotal', '待ち時間合計'],
  },
  {
    id: 'asa_seconds',
    title: { en: 'Wait seconds of the answered, mean', ja: '平均応答速度(秒)' },
    required: false,
    names: ['asa', 'averagespeedofanswer', 'answerspeed', 'averagewaitseconds', '平均応答速度', '平均応答時間'],
  },
  {
    id: 'backlog',
    title: { en: 'Waiting at the end', ja: '期末の未対応数' },
    required: false,
    names: ['backlog', 'open', 'opentickets', '未対応数', '滞留数'],
  },
];

const COUNTS = [
  'answered',
  'answered_within',
  'abandoned',
  'total_handle_seconds',
  'handle_seconds',
  'abandoned_within',
  'short_abandoned',
  'total_wait_seconds',
  'asa_seconds',
  'backlog',
] as const;

interface ReadContext {
  readonly options: ReadOptions;
  readonly intervalMinutes: number;
  readonly value: (field: string) => string;
  readonly record: number;
}

function rejected(
  { options, value, record }: ReadContext,
  field: string,
  found: { code: IntervalRejectCode; message: string },
): RowResult {
  return { kind: 'reject', reject: { record, column: options.columnMap[field] ?? field, raw: value(field), ...found } };
}

type IntervalRejectCode = Extract<RowResult, { kind: 'reject' }>['reject']['code'];

function readCounts(context: ReadContext): RowResult | Record<string, number> {
  const counts: Record<string, number> = {};
  for (const field of COUNTS) {
    const text = context.value(field);
    if (!text) continue;
    const found = readNumber(text);
    if (found.kind === 'problem') return rejected(context, field, found);
    counts[field] = found.value;
  }
  return counts;
}

function recordOf(context: ReadContext, startAt: Instant, offered: number): RowResult {
  const counts = readCounts(context);
  if ('kind' in counts) return counts as RowResult;
  const n = counts as Record<string, number>;
  if ((n['answered_within'] ?? 0) > Math.min(n['answered'] ?? offered, offered)) {
    return rejected(context, 'answered_within', {
      code: 'more-than-offered',
      message: 'more answered in time than there were contacts',
    });
  }
  if (Math.max(n['abandoned_within'] ?? 0, n['short_abandoned'] ?? 0) > (n['abandoned'] ?? offered)) {
    return rejected(context, 'abandoned_within', {
      code: 'more-than-offered',
      message: 'more abandoned in time than abandoned at all',
    });
  }
  const mean = n['handle_seconds'];
  const asa = n['asa_seconds'];
  const record: IntervalRecord = {
    record: context.record,
    queue: context.value('queue') || (context.options.defaultQueue ?? ''),
    startAt,
    intervalMinutes: context.intervalMinutes,
    offeredCount: offered,
    answeredCount: n['answered'],
    answeredWithinCount: n['answered_within'],
    abandonedCount: n['abandoned'],
    handleSeconds: n['total_handle_seconds'] ?? (mean === undefined ? undefined : mean * (n['answered'] ?? offered)),
    abandonedWithinCount: n['abandoned_within'],
    shortAbandonedCount: n['short_abandoned'],
    waitSeconds: n['total_wait_seconds'] ?? (asa === undefined ? undefined : asa * (n['answered'] ?? offered)),
    backlogCount: n['backlog'],
  };
  return { kind: 'record', record };
}

function readRow(context: ReadContext): RowResult {
  for (const field of ['start', 'offered']) {
    if (!context.value(field))
      return rejected(context, field, { code: 'missing-value', message: 'this column must not be empty' });
  }
  const start = readInstant(context.value('start'), context.options);
  if (start.kind === 'problem') return rejected(context, 'start', start);
  // Every zone's offset is a multiple of 15 minutes, so 5 to 15 minutes can be judged in UTC; longer ones by the hour's quarter.
  if (start.value % (Math.min(context.intervalMinutes, 15) * MINUTE_MILLIS) !== 0) {
    return rejected(context, 'start', {
      code: 'not-on-interval',
      message: `not the start of a ${context.intervalMinutes}-minute interval`,
    });
  }
  const offered = readNumber(context.value('offered'));
  if (offered.kind === 'problem') return rejected(context, 'offered', offered);
  return recordOf(context, start.value, offered.value);
}

function reader(options: ReadOptions): RowReader {
  const { intervalMinutes } = options;
  if (!intervalMinutes || 1440 % intervalMinutes !== 0) {
    throw new Error(
      `intervalMinutes (${intervalMinutes}) must divide 1440; use the length of the file's intervals, such as 15`,
    );
  }
  return { read: (value, record) => readRow({ options, intervalMinutes, value, record }), finish: () => [] };
}

/** One row an interval and queue: counts of contacts, and handle time as a total or a mean. */
export const intervalCsv: ImportSource = {
  id: 'interval-csv',
  title: { en: 'Interval counts (CSV)', ja: '時間帯別件数(CSV)' },
  fields,
  hasIntervals: true,
  reader,
};
