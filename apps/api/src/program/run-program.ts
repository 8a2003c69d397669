import { readSettings, SettingsError, type Settings } from '../config/settings.js';
import { EmbeddedDatabaseError } from '../platform/embedded-database/embedded-database.errors.js';
import { COMMAND_TEXTS, helpOf, refuseUnknownOptions } from './command-options.js';
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
${COMMAND_TEXTS.map(({ name, summary }) => `  ${name.padEnd(9)}${summary}`).join('\n')}
Each says more with --help. Settings are in .env.example.
`;

/** 0 done, 2 bad input or options, 70 a fault of ours; see the command line's contract. */
export async function runProgram(args: readonly string[]): Promise<number> {
  const [name = '', ...rest] = args;
  const load = COMMANDS[name];
  const text = COMMAND_TEXTS.find((command) => command.name === name);
  if (!load || !text) {
    (name === '' || name === '--help' ? process.stdout : process.stderr).write(USAGE);
    return name === '--help' ? 0 : 2;
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    process.stdout.write(helpOf(text));
    return 0;
  }
  try {
    refuseUnknownOptions(text, rest);
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
