import { MINUTE_MILLIS, localMinuteOfDay, type Instant } from '@yotei/time';
import type {
  ImportSource,
  IntervalRecord,
  ReadOptions,
  RowReader,
  RowResult,
  SourceField,
} from '../../import-source.js';
import { readInstant, readNumber, type CellValue } from '../../table/cell-values.js';

const DEFAULT_ANSWER_WITHIN_SECONDS = 20;

const fields: readonly SourceField[] = [
  {
    id: 'arrived_at',
    title: { en: 'Arrived at', ja: '受信日時' },
    required: true,
    names: ['arrivedat', 'createdat', 'arrival', 'offeredat', '受信日時', '着信日時', '作成日時'],
  },
  {
    id: 'queue',
    title: { en: 'Queue', ja: 'キュー' },
    required: false,
    names: ['queue', 'queuename', 'skill', 'キュー', '窓口', 'グループ'],
  },
  {
    id: 'answered_at',
    title: { en: 'Answered at', ja: '応答日時' },
    required: false,
    names: ['answeredat', 'firstreplyat', '応答日時', '初回応答日時'],
  },
  {
    id: 'abandoned_at',
    title: { en: 'Abandoned at', ja: '放棄日時' },
    required: false,
    names: ['abandonedat', '放棄日時'],
  },
  {
    id: 'handle_seconds',
    title: { en: 'Handle seconds', ja: '処理時間(秒)' },
    required: false,
    names: ['handleseconds', 'handletime', '処理時間'],
  },
];

interface Tally {
  record: number;
  queue: string;
  startAt: Instant;
  offered: number;
  answered: number;
  answeredWithin: number;
  abandoned: number;
  handleSeconds: number;
}

/** Which optional columns the file has: a count nobody could see stays absent, it is not zero. */
interface Columns {
  readonly answers: boolean;
  readonly abandons: boolean;
  readonly handling: boolean;
}

const optionalInstant = (text: string, options: ReadOptions): CellValue<Instant | null> =>
  text ? readInstant(text, options) : { kind: 'value', value: null };

const optionalNumber = (text: string): CellValue<number> => (text ? readNumber(text) : { kind: 'value', value: 0 });

class ContactReader implements RowReader {
  private readonly tallies = new Map<string, Tally>();
  private readonly columns: Columns;

  constructor(
    private readonly options: ReadOptions,
    private readonly intervalMinutes: number,
  ) {
    const has = (field: string) => Boolean(options.columnMap[field]);
    this.columns = { answers: has('answered_at'), abandons: has('abandoned_at'), handling: has('handle_seconds') };
  }

  readonly read = (value: (field: string) => string, record: number): RowResult => {
    const reject = (field: string, found: { code: Reject['code']; message: string }): RowResult => ({
      kind: 'reject',
      reject: {
        record,
        column: this.options.columnMap[field] ?? field,
        raw: value(field),
        code: found.code,
        message: found.message,
      },
    });
    if (!value('arrived_at'))
      return reject('arrived_at', { code: 'missing-value', message: 'this column must not be empty' });
    const arrived = readInstant(value('arrived_at'), this.options);
    if (arrived.kind === 'problem') return reject('arrived_at', arrived);
    const answered = optionalInstant(value('answered_at'), this.options);
    if (answered.kind === 'problem') return reject('answered_at', answered);
    const abandoned = optionalInstant(value('abandoned_at'), this.options);
    if (abandoned.kind === 'problem') return reject('abandoned_at', abandoned);
    const handle = optionalNumber(value('handle_seconds'));
    if (handle.kind === 'problem') return reject('handle_seconds', handle);
    const tally = this.tallyOf(value('queue') || (this.options.defaultQueue ?? ''), arrived.value, record);
    tally.offered += 1;
    tally.handleSeconds += handle.value;
    if (abandoned.value !== null) tally.abandoned += 1;
    if (answered.value !== null) {
      tally.answered += 1;
      const within = (this.options.answerWithinSeconds ?? DEFAULT_ANSWER_WITHIN_SECONDS) * 1000;
      if (answered.value - arrived.value <= within) tally.answeredWithin += 1;
    }
    return { kind: 'gathered' };
  };

  readonly finish = (): Iterable<IntervalRecord> => {
    const { answers, abandons, handling } = this.columns;
    const sorted = [...this.tallies.values()].sort((a, b) => a.startAt - b.startAt || (a.queue < b.queue ? -1 : 1));
    return sorted.map((tally) => ({
      record: tally.record,
      queue: tally.queue,
      startAt: tally.startAt,
      intervalMinutes: this.intervalMinutes,
      offeredCount: tally.offered,
      answeredCount: answers ? tally.answered : undefined,
      answeredWithinCount: answers ? tally.answeredWithin : undefined,
      abandonedCount: abandons ? tally.abandoned : undefined,
      handleSeconds: handling ? tally.handleSeconds : undefined,
    }));
  };

  private tallyOf(queue: string, arrivedAt: Instant, record: number): Tally {
    const startAt = this.intervalStart(arrivedAt);
    const key = `${startAt} ${queue}`;
    let tally = this.tallies.get(key);
    if (!tally) {
      tally = { record, queue, startAt, offered: 0, answered: 0, answeredWithin: 0, abandoned: 0, handleSeconds: 0 };
      this.tallies.set(key, tally);
    }
    return tally;
  }

  /** Intervals start at whole steps of the local clock, so that 30 minutes fit zones with a 45-minute offset. */
  private intervalStart(at: Instant): Instant {
    const minute = localMinuteOfDay(at, this.options.zone);
    return at - Math.round((minute % this.intervalMinutes) * MINUTE_MILLIS);
  }
}

type Reject = Extract<RowResult, { kind: 'reject' }>['reject'];

function reader(options: ReadOptions): RowReader {
  const intervalMinutes = options.intervalMinutes ?? 15;
  if (1440 % intervalMinutes !== 0) throw new Error(`intervalMinutes (${intervalMinutes}) must divide 1440; use 15`);
  return new ContactReader(options, intervalMinutes);
}

/** One row a contact, gathered into intervals. Memory grows with the intervals and queues, not with the rows. */
export const contactCsv: ImportSource = {
  id: 'contact-csv',
  title: { en: 'Single contacts (CSV)', ja: 'コンタクト明細(CSV)' },
  fields,
  hasIntervals: false,
  reader,
};
