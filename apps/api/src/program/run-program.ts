import { readSettings, SettingsError, type Settings } from '../config/settings.js';
import { EmbeddedDatabaseError } from '../platform/embedded-database/embedded-database.errors.js';
import { optionOf } from './options.js';
import { databaseFault, ProgramError } from './program-error.js';

/** A command gets the settings and what follows its name; it answers with an exit code. */
type Command = (settings: Settings, args: readonly string[]) => Promise<number>;

/** Loaded when asked for: `migrate` need not read the web server's code. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  up: async () => (await import('./up.command.js')).up,
  api: async () => (await import('./api.command.js')).api,
  worker: async () => (await import('./worker.command.js')).worker,
  migrate: async () => (await import('./migrate.command.js')).migrate,
  demo: async () => (await import('./demo.command.js')).demo,
  setup: async () => (await import('./setup.command.js')).setup,
  doctor: async () => (await import('./doctor.command.js')).doctor,
  schema: async () => (await import('./schema.command.js')).schema,
};

const USAGE = `Usage: yotei <command>
  up       everything on this machine, with a database of its own
  api      one api process against DATABASE_URL
  worker   one worker process against DATABASE_URL
  migrate  bring the database up to date
  demo     fill an organisation with a demo centre
  setup    create an organisation of your own from agents.json and rules.json
  doctor   say what is wrong with the installation
  schema   print the GraphQL schema
Options: --port N (also PORT), --data-dir FOLDER (also YOTEI_DATA_DIR). Settings are in .env.example.
`;

/** 0 done, 2 bad input or options, 70 a fault of ours; see the command line's contract. */
export async function runProgram(args: readonly string[]): Promise<number> {
  const [name = '', ...rest] = args;
  const load = COMMANDS[name];
  if (!load || rest.includes('--help')) {
    (name === '' || rest.includes('--help') || name === '--help' ? process.stdout : process.stderr).write(USAGE);
    return load || name === '--help' ? 0 : 2;
  }
  try {
    const settings = readSettings({ ...process.env, ...environmentOf(rest) });
    return await (
      await load()
    )(settings, rest);
  } catch (error) {
    return explain(error);
  }
}

function environmentOf(args: readonly string[]): Record<string, string | undefined> {
  const port = optionOf(args, '--port');
  const folder = optionOf(args, '--data-dir');
  return { ...(port !== undefined && { PORT: port }), ...(folder !== undefined && { YOTEI_DATA_DIR: folder }) };
}

function explain(cause: unknown): number {
  const error = databaseFault(cause) ?? cause;
  if (error instanceof SettingsError || error instanceof EmbeddedDatabaseError || error instanceof ProgramError) {
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
  process.stderr.write(
    `Unexpected fault: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  return 70;
}
