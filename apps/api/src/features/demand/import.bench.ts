import { Readable } from 'node:stream';
import { startBenchProgram } from '../../../../../tests/kit/bench-program.js';

const ROWS = 1_000_000;
const BLOCK_ROWS = 2_000;
const QUEUES = 5;

/** A file of invented quarter-hours of five queues, made as it is read. */
function* file(rows: number): Generator<string> {
  yield 'start,queue,offered,answered,abandoned,total_handle_seconds\n';
  for (let from = 0; from < rows; from += BLOCK_ROWS) {
    let block = '';
    for (let i = from; i < from + BLOCK_ROWS; i += 1) {
      const at = new Date(Date.UTC(2000, 0, 1) + Math.floor(i / QUEUES) * 900_000).toISOString();
      const offered = i % 97;
      block += `${at},queue ${i % QUEUES},${offered},${offered - (i % 3 === 0 && offered > 0 ? 1 : 0)},${i % 3 === 0 && offered > 0 ? 1 : 0},${offered * 180}\n`;
    }
    yield block;
  }
}

const START = `mutation ($input: ImportInput!) { startImport(input: $input) { ... on ImportStarted { run { id } job { id } } ... on InvalidInput { path message } } }`;

/** A million rows: uploaded over HTTP, then loaded by the import job, with the memory both took. */
export async function bench({ root, quick }: { root: string; quick: boolean }) {
  const rows = quick ? ROWS / 10 : ROWS;
  const program = await startBenchProgram(root, { agents: 10, weeks: 4 });
  try {
    const headers = { cookie: program.cookie };
    const query = async (text: string, variables: object = {}) => {
      const response = await fetch(`${program.url}/graphql`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify({ query: text, variables }),
      });
      return ((await response.json()) as { data: Record<string, unknown> }).data;
    };
    let peak = 0;
    const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 50);
    const before = process.memoryUsage().rss;
    const uploadAt = performance.now();
    const body = Readable.toWeb(Readable.from(file(rows))) as ReadableStream;
    const upload = await fetch(`${program.url}/api/imports/uploads`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/octet-stream', 'x-file-name': 'bench.csv' },
      body,
      duplex: 'half',
    } as RequestInit);
    const preview = (await upload.json()) as { uploadId: string; sourceId: string; columnMap: object };
    const uploadSeconds = (performance.now() - uploadAt) / 1000;
    const input = {
      uploadId: preview.uploadId,
      sourceId: preview.sourceId,
      columnMap: preview.columnMap,
      zone: 'UTC',
      createQueues: true,
      siteId: program.ids.of('site', 'tokyo'),
    };
    const { run } = (await query(START, { input }))['startImport'] as { run: { id: string } };
    const { ImportJob } = await program.load<typeof import('./import.job.js')>('features/demand/import.job.js');
    const loadAt = performance.now();
    const outcome = await program.app.get(ImportJob, { strict: false }).run(
      { importId: run.id },
      {
        jobId: run.id,
        context: program.context,
        seed: 1,
        signal: new AbortController().signal,
        progress: () => undefined,
        compute: () => Promise.reject(new Error('not needed')),
      },
    );
    const loadSeconds = (performance.now() - loadAt) / 1000;
    clearInterval(watch);
    const counts = outcome.result as { acceptedCount: number; changedCount: number };
    if (counts.acceptedCount !== rows || counts.changedCount !== rows)
      throw new Error(`${JSON.stringify(counts)} of ${rows} rows were loaded`);
    return [
      { name: `import job, ${rows} rows`, value: Math.round(rows / loadSeconds), unit: 'rows/s' },
      { name: 'upload of the same file', value: Math.round(rows / uploadSeconds), unit: 'rows/s' },
      { name: 'memory over the idle program, peak', value: Math.round((peak - before) / 1024 ** 2), unit: 'MB' },
    ];
  } finally {
    await program.close();
  }
}
