import { parseArgs } from 'node:util';
import { ProgramError } from './program-error.js';

/** An option as `--help` shows it; a value's name makes it take one. */
export interface OptionText {
  readonly name: string;
  readonly value?: string;
  readonly text: string;
}

/** What a command is called with. */
export interface CommandText {
  readonly name: string;
  readonly summary: string;
  readonly options: readonly OptionText[];
  /** What follows `npx yotei <name>` in a line that can be run as it stands. */
  readonly example: string;
}

const FOLDER: OptionText = { name: 'data-dir', value: 'folder', text: 'the embedded database (also YOTEI_DATA_DIR)' };
const PORT: OptionText = { name: 'port', value: 'number', text: 'port of the page and the api (also PORT)' };
const HELP: OptionText = { name: 'help', text: 'show this' };

/** The help of one command, with a line to run. */
export function helpOf({ name, summary, options, example }: CommandText): string {
  const lines = [...options, HELP].map((option) => {
    const left = `--${option.name}${option.value === undefined ? '' : ` <${option.value}>`}`;
    return `  ${left.padEnd(28)}${option.text}`;
  });
  const line = ['npx yotei', name, example].filter(Boolean).join(' ');
  return `Usage: yotei ${name} [options]\n\n${summary}\n\nOptions:\n${lines.join('\n')}\n\nExample:\n  ${line}\n`;
}

/** Refuses what a command does not know, so that a mistyped option is not taken for its default. */
export function refuseUnknownOptions({ name, options }: CommandText, args: readonly string[]): void {
  const config = Object.fromEntries(
    options.map((option) => [option.name, { type: option.value === undefined ? 'boolean' : 'string', multiple: true }]),
  ) as Record<string, { type: 'boolean' | 'string'; multiple: true }>;
  try {
    parseArgs({ args: [...args], options: config, strict: true, allowPositionals: false });
  } catch (error) {
    if (!(error as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS')) throw error;
    throw new ProgramError(`${(error as Error).message.split('. ')[0]}; see \`yotei ${name} --help\`.`);
  }
}

/** Every command of the server program, in the order of the general help. */
export const COMMAND_TEXTS: readonly CommandText[] = [
  {
    name: 'up',
    summary: 'everything on this machine, with a database of its own',
    options: [PORT, FOLDER],
    example: '--port 4310',
  },
  { name: 'api', summary: 'one api process against DATABASE_URL', options: [PORT], example: '--port 4310' },
  { name: 'worker', summary: 'one worker process against DATABASE_URL', options: [], example: '' },
  {
    name: 'migrate',
    summary: 'bring the database of DATABASE_URL (as DATABASE_MIGRATION_URL) up to date',
    options: [],
    example: '',
  },
  {
    name: 'demo',
    summary: 'fill an organisation with a demo centre, in DATABASE_URL or the database of a running `up`',
    options: [
      { name: 'agents', value: 'number', text: 'agents, 60 without it' },
      { name: 'weeks', value: 'number', text: 'weeks of history, 26 without it' },
      { name: 'seed', value: 'number', text: 'of the invented data, 1 without it' },
      FOLDER,
    ],
    example: '--agents 60 --weeks 26 --seed 1',
  },
  {
    name: 'setup',
    summary: 'create an organisation of your own, in DATABASE_URL or the database of a running `up`',
    options: [
      { name: 'name', value: 'name', text: 'of the organisation' },
      { name: 'email', value: 'address', text: 'of its planner; the password is YOTEI_SETUP_PASSWORD, or made up' },
      { name: 'agents', value: 'file', text: 'agents.json; without both files the organisation starts empty' },
      { name: 'rules', value: 'file', text: 'rules.json' },
      { name: 'zone', value: 'zone', text: 'of an organisation that starts empty, UTC without it' },
      { name: 'country', value: 'code', text: 'whose holidays count, US without it' },
      { name: 'interval', value: 'minutes', text: 'length of the intervals, 15 without it' },
      { name: 'agent-email', value: 'agent=address', text: 'a sign-in of an agent; may stand several times' },
      FOLDER,
    ],
    example: '--name "Example Bank" --email planner@bank.example --agents agents.json --rules rules.json',
  },
  {
    name: 'doctor',
    summary: 'say what is wrong with the installation and how to mend it',
    options: [{ name: 'json', text: 'the findings as one JSON document' }, FOLDER],
    example: '',
  },
  {
    name: 'schema',
    summary: 'print the GraphQL schema',
    options: [{ name: 'out', value: 'file', text: 'where to; - is standard output' }],
    example: '--out schema.graphql',
  },
];
