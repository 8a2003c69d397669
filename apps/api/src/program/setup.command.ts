import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { NestFactory } from '@nestjs/core';
import { parseAgentsFile, parseRulesFile, type FileRead } from '@yotei/scheduling/roster';
import { isZone } from '@yotei/time';
import type { Settings } from '../config/settings.js';
import { FEATURES } from '../features/index.js';
import { CentreSetupService, type CentrePerson, type NewCentre } from '../features/setup/centre-setup.service.js';
import { createLogger, NestLogger } from '../platform/observability/logger.js';
import { WorkerModule } from '../worker.module.js';
import { optionOf, optionsOf } from './options.js';
import { ProgramError } from './program-error.js';
import { withRunningDatabase } from './use-database.js';

const USAGE = `yotei setup --name NAME --email ADDRESS [--agents agents.json --rules rules.json | --zone UTC]
  [--country US] [--interval 15] [--agent-email AGENT=ADDRESS …]
Creates an organisation of your own in the running centre. The password is YOTEI_SETUP_PASSWORD, or made up and shown once.`;

/** Without files: one site and the activities of every shift; the rest is added on the pages of the set-up. */
const emptyAgents = (zone: string): string => JSON.stringify({ zone, contracts: [], templates: [], agents: [] });
const NO_RULES = JSON.stringify({ rules: [] });

/** Creates an organisation, empty or from the roster files, in DATABASE_URL or the embedded database of a running `up`. */
export async function setup(settings: Settings, args: readonly string[]): Promise<number> {
  const password = process.env['YOTEI_SETUP_PASSWORD'] || randomBytes(12).toString('base64url');
  const centre = centreOf(args, password);
  const withUrl = withRunningDatabase(settings);
  const logger = createLogger(settings, 'setup');
  const app = await NestFactory.createApplicationContext(
    WorkerModule.with({ settings: withUrl, logger, features: FEATURES, processName: 'setup' }),
    { logger: new NestLogger(logger), abortOnError: false },
  );
  try {
    await app.get(CentreSetupService, { strict: false }).create(centre);
  } catch (error) {
    throw takenAddress(error) ?? error;
  } finally {
    await app.close();
  }
  const people = centre.people.map(({ email, roles }) => `${email} (${roles[0]})`).join(', ');
  const shown = process.env['YOTEI_SETUP_PASSWORD'] ? 'the password given' : `password ${password}`;
  process.stdout.write(
    `${centre.name} is set up with ${centre.agents.agents.length} agents - sign in as ${people}; ${shown}\n`,
  );
  return 0;
}

function centreOf(args: readonly string[], password: string): NewCentre {
  const needed = (name: string): string => {
    const value = optionOf(args, name);
    if (!value) throw new ProgramError(`${name} is missing.\n${USAGE}`);
    return value;
  };
  const intervalMinutes = Number(optionOf(args, '--interval') ?? 15);
  if (!Number.isInteger(intervalMinutes) || intervalMinutes < 5 || 1440 % intervalMinutes !== 0)
    throw new ProgramError(`--interval (${intervalMinutes}) must divide a day; use 15 or 30.`);
  const isEmpty = !optionOf(args, '--agents') && !optionOf(args, '--rules');
  const file = (name: string, empty: string) => (isEmpty ? { path: name, text: empty } : readText(needed(name)));
  const agents = contentOf(file('--agents', emptyAgents(zoneOf(args))), (text) =>
    parseAgentsFile(text, { zone: 'UTC' }),
  );
  const person = { password, locale: 'en' as const };
  const planner: CentrePerson = {
    ...person,
    email: needed('--email'),
    displayName: needed('--email'),
    roles: ['admin', 'planner'],
    agentId: null,
  };
  const known = new Map(agents.agents.map(({ id, name }) => [id, name]));
  const agentPeople = optionsOf(args, '--agent-email').map((pair): CentrePerson => {
    const [agentId = '', email = ''] = pair.split('=');
    const displayName = known.get(agentId);
    if (!displayName || !email)
      throw new ProgramError(`--agent-email (${pair}) must be AGENT=ADDRESS with an agent of the agents file.`);
    return { ...person, email, displayName, roles: ['agent'], agentId };
  });
  return {
    name: needed('--name'),
    country: optionOf(args, '--country') ?? 'US',
    intervalMinutes,
    people: [planner, ...agentPeople],
    agents,
    rules: contentOf(file('--rules', NO_RULES), (text) => parseRulesFile(text, { zone: agents.zone })),
  };
}

function zoneOf(args: readonly string[]): string {
  const zone = optionOf(args, '--zone') ?? 'UTC';
  if (!isZone(zone)) throw new ProgramError(`--zone (${zone}) must be an IANA time zone such as Asia/Tokyo.`);
  return zone;
}

interface SetupFile {
  readonly path: string;
  readonly text: string;
}

function readText(path: string): SetupFile {
  try {
    return { path, text: readFileSync(path, 'utf8') };
  } catch (error) {
    throw new ProgramError(`${path} cannot be read: ${(error as Error).message}`);
  }
}

function contentOf<T>({ path, text }: SetupFile, parse: (text: string) => FileRead<T>): T {
  const read = parse(text);
  if (read.kind === 'read') return read.content;
  throw new ProgramError(
    read.faults
      .slice(0, 20)
      .map((fault) => `${path}: ${fault.path}: ${fault.message}`)
      .join('\n'),
  );
}

function takenAddress(error: unknown): ProgramError | null {
  const { code, constraint, driverError } = error as {
    code?: string;
    constraint?: string;
    driverError?: { code?: string; constraint?: string };
  };
  const isTaken =
    (code ?? driverError?.code) === '23505' && (constraint ?? driverError?.constraint)?.startsWith('users');
  return isTaken
    ? new ProgramError('One of the addresses signs in to another organisation already; choose another.')
    : null;
}
