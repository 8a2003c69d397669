import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { DAY_MILLIS, instantOfLocal, type Instant, type LocalDate } from '@yotei/time';
import type { ContactRecord } from '@yotei/scheduling/calibration';
import { SHARED_DATA } from './shared-data.js';

export const BANK_ZONE = 'Asia/Jerusalem';
export const BANK_FOLDER = 'anon-bank-call-log';
const MONTHS = ['january_1999', 'february_1999'] as const;

/** A call that was offered to the agents, in the words of the calibration; the queue is the type of service. */
export interface BankCall {
  readonly queue: string;
  readonly contact: ContactRecord;
}

function localInstant(on: LocalDate, clock: string): Instant {
  const [hours, minutes, seconds] = clock.split(':').map(Number);
  return instantOfLocal(on, hours! * 60 + minutes!, BANK_ZONE) + seconds! * 1000;
}

/**
 * One row of the log; null for what was never offered: phantoms, and callers who hung up in the announcement before
 * they joined the queue. A service time on a caller who hung up is no work of an agent.
 */
function callOf(cell: (name: string) => string): BankCall | null {
  const waitSeconds = Number(cell('q_time'));
  const isAnswered = cell('outcome') === 'AGENT';
  if (!isAnswered && !(cell('outcome') === 'HANG' && waitSeconds > 0)) return null;
  const day = cell('date');
  const on = `19${day.slice(0, 2)}-${day.slice(2, 4)}-${day.slice(4, 6)}`;
  const enteredAt = localInstant(on, cell('vru_entry'));
  const queued = localInstant(on, waitSeconds > 0 ? cell('q_start') : cell('vru_exit'));
  // A clock that reads earlier than the entry by half a day has passed midnight.
  const arrivedAt = queued < enteredAt - DAY_MILLIS / 2 ? queued + DAY_MILLIS : queued;
  const queue = cell('type');
  if (!isAnswered) return { queue, contact: { arrivedAt, outcome: 'abandoned', waitSeconds } };
  const agent = cell('server') === 'NO_SERVER' ? undefined : cell('server');
  const handleSeconds = Number(cell('ser_time'));
  return { queue, contact: { arrivedAt, outcome: 'answered', waitSeconds, handleSeconds, agent } };
}

/** Every offered call of January and February 1999, in the file's order. */
export function bankCalls(): readonly BankCall[] {
  return MONTHS.flatMap((month) => {
    const text = gunzipSync(readFileSync(resolve(SHARED_DATA, BANK_FOLDER, `${month}.tsv.gz`))).toString('utf8');
    const [header, ...lines] = text.trim().split(/\r?\n/);
    const columns = new Map(header!.split('\t').map((name, i) => [name.trim(), i]));
    return lines.flatMap((line) => {
      const cells = line.split('\t');
      const call = callOf((name) => cells[columns.get(name)!]!.trim());
      return call ? [call] : [];
    });
  });
}
