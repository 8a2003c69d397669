import type { RunningProgram } from './running-program.js';

const QUEUES = 4;
const INTERVAL_MILLIS = 900_000;
const SPOILT_EVERY = 997;

/** A file of invented quarter-hours and what must be stored after it was loaded. */
export interface InventedCalls {
  readonly csv: string;
  readonly rows: number;
  readonly spoilt: number;
  /** `queue|epoch seconds|offered|answered|abandoned|handle seconds`, sorted. */
  readonly facts: readonly string[];
}

/** Files with different salts name the same intervals with other numbers in every row. */
export function inventCalls({ rows, salt }: { rows: number; salt: number }): InventedCalls {
  const lines = ['start,queue,offered,answered,abandoned,total_handle_seconds'];
  const facts: string[] = [];
  for (let i = 0; i < rows; i += 1) {
    const at = Date.UTC(2025, 0, 1) + Math.floor(i / QUEUES) * INTERVAL_MILLIS;
    const queue = `line ${i % QUEUES}`;
    const offered = 1 + ((i * 7 + salt) % 97);
    const abandoned = i % 3 === 0 ? 1 : 0;
    const counts = [offered - abandoned, abandoned, offered * 180];
    const isSpoilt = i % SPOILT_EVERY === SPOILT_EVERY - 1;
    lines.push([new Date(at).toISOString(), queue, isSpoilt ? 'many' : offered, ...counts].join(','));
    if (!isSpoilt) facts.push([queue, at / 1000, offered, ...counts].join('|'));
  }
  return { csv: `${lines.join('\n')}\n`, rows, spoilt: rows - facts.length, facts: facts.sort() };
}

/** Every interval stored, in the form of {@link InventedCalls.facts}; rows stored twice appear twice. */
export async function storedFacts(program: RunningProgram): Promise<string[]> {
  const rows = await program.rows<{ fact: string }>(
    `select concat_ws('|', q.name_en, extract(epoch from f.start_at)::bigint, f.offered_count, f.answered_count, f.abandoned_count, f.handle_seconds) as fact
     from interval_facts f join queues q on q.id = f.queue_id`,
  );
  return rows.map(({ fact }) => fact).sort();
}

/** The first lines in which two sorted lists differ; short enough to read when a test fails. */
export function differences(stored: readonly string[], expected: readonly string[]): string[] {
  const had = new Set(stored);
  const wanted = new Set(expected);
  const missing = expected.filter((fact) => !had.has(fact)).map((fact) => `missing ${fact}`);
  const stray = stored.filter((fact) => !wanted.has(fact)).map((fact) => `stray ${fact}`);
  const counts = stored.length === expected.length ? [] : [`${stored.length} stored, ${expected.length} expected`];
  return [...counts, ...missing.slice(0, 5), ...stray.slice(0, 5)];
}
