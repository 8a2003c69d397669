import { setTimeout as sleep } from 'node:timers/promises';
import { writeFile } from 'node:fs/promises';
import type { ZoneId } from '@yotei/time';
import { cliCommand, type CliCommand, type CommandContext } from '../frame/command.js';
import { ExitCode } from '../frame/exit-code.js';
import { columnsOption, durationOption, zoneOption } from '../frame/option-values.js';
import { badInput } from '../frame/problem-list.js';
import { CentreClient, type UploadedFile } from '../io/centre-client.js';

interface ImportOptions {
  readonly file: string;
  readonly to: string;
  readonly email: string;
  readonly queue?: string;
  readonly site?: string;
  readonly zone?: ZoneId;
  readonly interval?: number;
  readonly columns?: Readonly<Record<string, string>>;
  readonly ambiguous?: 'earlier' | 'later';
  readonly createQueues?: boolean;
  readonly rejects?: string;
}

interface Place {
  readonly id: string;
  readonly name: string;
  readonly zone: string;
}

interface Centre {
  readonly sites: readonly Place[];
  readonly queues: readonly { readonly id: string; readonly name: { readonly en: string; readonly ja: string } }[];
}

interface Counts {
  readonly readCount: number;
  readonly acceptedCount: number;
  readonly rejectedCount: number;
  readonly changedCount: number;
}

const POLL_MILLIS = 500;
const START = `mutation ($input: ImportInput!) { startImport(input: $input) { __typename
  ... on ImportStarted { run { id } job { id } } ... on InvalidInput { path message } ... on NotFound { message } } }`;
const JOB = 'query ($id: ID!) { job(id: $id) { state errorCode progressFraction } }';
const RUN = `query ($id: ID!) { importRun(id: $id) { readCount acceptedCount rejectedCount changedCount rejectsUrl
  firstRejects { record column code raw message } } }`;

async function centreOf(client: CentreClient): Promise<Centre> {
  const { viewer } = await client.ask<{ viewer: { organisation: Centre } }>(
    '{ viewer { organisation { sites { id name zone } queues { id name { en ja } } } } }',
  );
  return viewer.organisation;
}

function siteOf({ sites }: Centre, name: string | undefined): Place {
  const site = name === undefined ? sites[0] : sites.find((one) => one.name === name);
  if (site) return site;
  throw badInput({ field: '--site', message: `'${name}' is not one of ${sites.map((one) => one.name).join(', ')}` });
}

function queueOf({ queues }: Centre, name: string | undefined): string | undefined {
  if (name === undefined) return undefined;
  const queue = queues.find((one) => one.name.en === name || one.name.ja === name);
  if (queue) return queue.id;
  const names = queues.map((one) => one.name.en).join(', ');
  throw badInput({ field: '--queue', message: `'${name}' is not one of ${names}` });
}

function inputOf(uploaded: UploadedFile, centre: Centre, options: ImportOptions): Record<string, unknown> {
  const site = siteOf(centre, options.site);
  const minutes = options.interval === undefined ? uploaded.intervalMinutes : options.interval / 60;
  return {
    uploadId: uploaded.uploadId,
    sourceId: uploaded.sourceId,
    columnMap: { ...uploaded.columnMap, ...options.columns },
    zone: options.zone ?? site.zone,
    siteId: site.id,
    defaultQueueId: queueOf(centre, options.queue),
    intervalMinutes: minutes ?? undefined,
    ambiguous: options.ambiguous,
    createQueues: options.createQueues ?? false,
  };
}

/** Starts the import and waits for it. Ctrl-C leaves it to the centre, which goes on. */
async function load(client: CentreClient, input: object, context: CommandContext): Promise<{ runId: string } | 'left'> {
  const { startImport } = await client.ask<{
    startImport: { message?: string; path?: string; run: { id: string }; job: { id: string } };
  }>(START, { input });
  if (!startImport.run) throw badInput({ field: startImport.path, message: startImport.message ?? 'refused' });
  while (!context.signal.aborted) {
    const { job } = await client.ask<{
      job: { state: string; errorCode: string | null; progressFraction: number | null };
    }>(JOB, { id: startImport.job.id });
    if (job.state === 'DONE') return { runId: startImport.run.id };
    if (job.state === 'FAILED' || job.state === 'CANCELLED') {
      throw badInput({ message: `the import ended ${job.state.toLowerCase()} (${job.errorCode ?? 'no code'})` });
    }
    context.progress.update({ fraction: job.progressFraction, message: 'importing' });
    await sleep(POLL_MILLIS);
  }
  return 'left';
}

async function run(options: ImportOptions, context: CommandContext): Promise<ExitCode> {
  const password = process.env['YOTEI_PASSWORD'];
  if (!password) throw badInput({ message: 'YOTEI_PASSWORD is not set; it holds the password of --email' });
  const client = new CentreClient(options.to.replace(/\/$/, ''));
  await client.signIn(options.email, password);
  const centre = await centreOf(client);
  const outcome = await load(client, inputOf(await client.upload(options.file), centre, options), context);
  if (outcome === 'left') return ExitCode.stopped;
  const { importRun } = await client.ask<{ importRun: Counts & { rejectsUrl: string | null } }>(RUN, {
    id: outcome.runId,
  });
  const { readCount, acceptedCount, rejectedCount, changedCount, rejectsUrl } = importRun;
  if (options.rejects !== undefined && rejectsUrl) await writeFile(options.rejects, await client.text(rejectsUrl));
  const counts = { read: readCount, accepted: acceptedCount, rejected: rejectedCount, changed: changedCount };
  await context.emit({
    document: () => counts,
    text: () => Object.entries(counts).map(([name, count]) => `${name.padEnd(10)}${count}\n`),
  });
  if (rejectedCount > 0) context.note(`${rejectedCount} rows were left out; --rejects FILE says which and why`);
  return rejectedCount > 0 ? ExitCode.no : ExitCode.done;
}

/** Loads a history file into a running centre, as the upload on the Import page does. */
export const importCommand: CliCommand = cliCommand<ImportOptions>({
  name: 'import',
  summary: 'load a history file into a running centre',
  example: 'import --file history.csv --email planner@demo.example --queue "Voice, Japanese"',
  define: (command) =>
    void command
      .requiredOption('--file <file>', 'CSV of interval counts or of single contacts')
      .requiredOption('--email <address>', 'who loads it; the password stands in YOTEI_PASSWORD')
      .option('--to <address>', 'the centre', 'http://127.0.0.1:4310')
      .option('--queue <name>', 'queue of rows that name none')
      .option('--site <name>', 'site of new queues, and of times; the first without it')
      .option('--zone <id>', 'zone of times without an offset; the site’s without it', zoneOption)
      .option('--interval <duration>', 'length of the file’s intervals, told from the file without it', durationOption)
      .option('--columns <map>', 'fields to columns, such as start=local_time,offered=calls', columnsOption)
      .option('--ambiguous <which>', 'earlier or later, of two times when the clock goes back')
      .option('--create-queues', 'create queues the centre does not know')
      .option('--rejects <file>', 'write the rows left out, with reasons'),
  run,
});
