import { inventStates } from '@yotei/demo';
import { isLocalDate, localDateOf, type LocalDate, type ZoneId } from '@yotei/time';
import { cliCommand, type CliCommand, type CommandContext } from '../frame/command.js';
import { ExitCode } from '../frame/exit-code.js';
import { columnsOption, countOption, numberOption, zoneOption } from '../frame/option-values.js';
import { badInput } from '../frame/problem-list.js';
import { CentreClient } from '../io/centre-client.js';
import { readStates, type StateToSend } from '../io/states-file.js';
import { plannedShifts } from './replay/planned-shifts.js';
import { StatePlayer } from './replay/state-player.js';

interface ReplayOptions {
  readonly states?: string;
  readonly simulate?: boolean;
  readonly on?: string;
  readonly seed: number;
  readonly to: string;
  readonly email?: string;
  readonly source: string;
  readonly speed?: number;
  readonly once?: boolean;
  readonly zone?: ZoneId;
  readonly columns?: Readonly<Record<string, string>>;
}

/** As a program with the key in YOTEI_API_KEY, or as the person of `--email`. */
async function centreOf(options: ReplayOptions): Promise<CentreClient> {
  const centre = new CentreClient(options.to.replace(/\/$/, ''), process.env['YOTEI_API_KEY']);
  if (options.email !== undefined) {
    const password = process.env['YOTEI_PASSWORD'];
    if (!password) throw badInput({ message: 'YOTEI_PASSWORD is not set; it holds the password of --email' });
    await centre.signIn(options.email, password);
  } else if (!process.env['YOTEI_API_KEY']) {
    throw badInput({ message: 'give --email with YOTEI_PASSWORD, or a key that may send states in YOTEI_API_KEY' });
  }
  return centre;
}

async function eventsOf(options: ReplayOptions, centre: CentreClient): Promise<readonly StateToSend[]> {
  const { states, simulate = false, on, seed } = options;
  if ((states === undefined) === !simulate) throw badInput({ message: 'give either --states FILE or --simulate' });
  if (states !== undefined) return readStates(states, options);
  if (options.email === undefined)
    throw badInput({ field: '--email', message: 'is needed with --simulate, which reads the published schedule' });
  const day: LocalDate = on ?? localDateOf(Date.now(), options.zone ?? 'UTC');
  if (!isLocalDate(day)) throw badInput({ field: '--on', message: `'${day}' is not a date such as 2026-12-24` });
  const shifts = await plannedShifts(centre, day);
  return inventStates(shifts, seed).map(({ agentId, at, state }) => ({
    id: `${seed}/${agentId}/${at}/${state}`,
    agent: agentId,
    at,
    state,
  }));
}

async function run(options: ReplayOptions, context: CommandContext): Promise<ExitCode> {
  const centre = await centreOf(options);
  const events = await eventsOf(options, centre);
  const play = { source: options.source, speed: options.speed ?? null, once: options.once ?? false };
  const played = await new StatePlayer(centre, play, context, () => Date.now()).play(events);
  await context.emit({
    document: () => played,
    text: () => Object.entries(played).map(([name, count]) => `${name.padEnd(12)}${count}\n`),
  });
  if (context.signal.aborted) return ExitCode.stopped;
  return played.rejected > 0 ? ExitCode.no : ExitCode.done;
}

/** Plays a day of agent states into a running centre: from a file, or invented from what is published. */
export const replayCommand: CliCommand = cliCommand<ReplayOptions>({
  name: 'replay',
  summary: 'play a day of agent states into a running centre',
  example: 'replay --simulate --email planner@demo.example --zone Asia/Tokyo',
  define: (command) =>
    void command
      .option('--states <file>', 'CSV with at, agent, state and optional id')
      .option('--simulate', 'invent a plausible day from the published schedule')
      .option('--on <date>', 'with --simulate: the day; today without it')
      .option('--seed <number>', 'with --simulate: another seed, another day', countOption, 1)
      .option('--to <address>', 'the centre', 'http://127.0.0.1:4310')
      .option(
        '--email <address>',
        'who sends, with the password in YOTEI_PASSWORD; else the key in YOTEI_API_KEY sends',
      )
      .option('--source <name>', 'what the centre calls the source', 'replay')
      .option(
        '--speed <times>',
        'times as fast as it happened; as fast as can be without it',
        numberOption({ min: 0.01 }),
      )
      .option('--once', 'leave out what is still to come instead of waiting for it')
      .option('--zone <id>', 'zone of times without an offset, and of today', zoneOption)
      .option('--columns <map>', 'columns to those of the file, such as at=time,agent=login', columnsOption),
  run,
});
