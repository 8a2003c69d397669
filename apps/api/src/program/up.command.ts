import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Settings } from '../config/settings.js';
import { migrateDatabase } from '../platform/database/migrate.js';
import { DEMO_ORGANISATION_ID, DEMO_PASSWORD, DEMO_SIGN_INS } from '../platform/demo-filler.js';
import { EmbeddedDatabase } from '../platform/embedded-database/embedded-database.js';
import { Child } from './child-process.js';
import { untilStopped } from './lifetime.js';
import { refusePortTaken } from './port-check.js';
import { migrationsFolder } from './check-database.js';

/** Everything on this machine: database, migrations, demo on first start, one api, one worker; Ctrl-C stops all. */
export async function up(settings: Settings): Promise<number> {
  const stopped = untilStopped().then(() => 'stopped' as const);
  const say = progressLines();
  await refusePortTaken(settings.YOTEI_HOST, settings.PORT);
  const everything = new Everything(settings, say);
  try {
    const started = everything.start();
    // A stop asked for during the start waits for the step at hand, then undoes it.
    started.catch(() => undefined);
    if ((await Promise.race([started, stopped])) === 'stopped') return 0;
    process.stdout.write(`${welcome(settings)}\n`);
    const reason = await Promise.race([stopped, everything.lost]);
    if (reason === 'stopped') return 0;
    process.stderr.write(`${reason}\n`);
    return 70;
  } finally {
    if (await everything.stop()) say('stopped; the data stays');
  }
}

class Everything {
  private database: EmbeddedDatabase | undefined;
  private readonly children: Child[] = [];
  private stopping = false;
  private starting: Promise<unknown> = Promise.resolve();
  private tellLost: (reason: string) => void = () => undefined;
  /** Resolves with the reason when something has gone for good. */
  readonly lost = new Promise<string>((resolve) => (this.tellLost = resolve));

  constructor(
    private readonly settings: Settings,
    private readonly say: (line: string) => void,
  ) {}

  start(): Promise<void> {
    const started = this.startAll();
    this.starting = started.catch(() => undefined);
    return started;
  }

  /** Last started, first stopped: no worker without its database. Answers whether anything had run. */
  async stop(): Promise<boolean> {
    this.stopping = true;
    await Promise.all(this.children.map((child) => child.stop()));
    await this.starting;
    await Promise.all(this.children.map((child) => child.stop()));
    await this.database?.stop();
    return this.database !== undefined || this.children.length > 0;
  }

  private async startAll(): Promise<void> {
    const environment = { ...process.env, PORT: String(this.settings.PORT), ...(await this.databaseEnvironment()) };
    await this.fillDemo(environment);
    this.say('starting api and worker');
    // The api first and alone: the page appears sooner, and jobs wait in the queue meanwhile.
    const api = this.child('api', environment);
    await api.ready();
    this.keepRunning('api', api, environment);
    this.keepRunning('worker', this.child('worker', environment), environment);
  }

  private async databaseEnvironment(): Promise<{ DATABASE_URL: string; DATABASE_MIGRATION_URL: string }> {
    const { settings } = this;
    let urls: { DATABASE_URL: string; DATABASE_MIGRATION_URL: string };
    if (settings.DATABASE_URL) {
      urls = {
        DATABASE_URL: settings.DATABASE_URL,
        DATABASE_MIGRATION_URL: settings.DATABASE_MIGRATION_URL ?? settings.DATABASE_URL,
      };
    } else {
      this.say(`starting the database in ${settings.YOTEI_DATA_DIR}`);
      this.database = await EmbeddedDatabase.start({
        folder: settings.YOTEI_DATA_DIR,
        port: settings.YOTEI_DATABASE_PORT,
        onRestarted: () => this.say('the database had died and runs again'),
        onLost: (error) => this.tellLost(error.message),
      });
      urls = { DATABASE_URL: this.database.runtimeUrl, DATABASE_MIGRATION_URL: this.database.ownerUrl };
    }
    const { applied } = await migrateDatabase({
      ownerUrl: urls.DATABASE_MIGRATION_URL,
      runtimeUrl: urls.DATABASE_URL,
      folder: migrationsFolder(settings),
    });
    if (applied.length > 0) this.say(`tables brought up to date (${applied.length} steps)`);
    return urls;
  }

  private async fillDemo(environment: NodeJS.ProcessEnv & { DATABASE_URL: string }): Promise<void> {
    if (!this.settings.YOTEI_DEMO || this.stopping || (await hasDemo(environment.DATABASE_URL))) return;
    this.say('filling the demo centre (first start only)');
    const code = await this.child('demo', environment).exited;
    if (code !== 0 && !this.stopping) this.say('the demo centre could not be filled; going on without it');
  }

  private child(command: string, environment: NodeJS.ProcessEnv): Child {
    if (this.stopping) throw new Error('stopped while starting');
    const child = Child.start({ command, environment, onProgress: this.say });
    this.children.push(child);
    return child;
  }

  /** A process that died is started again, unless it dies at once over and over. */
  private keepRunning(command: string, child: Child, environment: NodeJS.ProcessEnv, deaths = 0): void {
    const bornAt = Date.now();
    void child.exited.then(async () => {
      if (this.stopping) return;
      const quick = Date.now() - bornAt < 60_000 ? deaths + 1 : 1;
      if (quick > 5) return this.tellLost(`The ${command} process keeps ending; see the lines above.`);
      this.say(`the ${command} process had ended and is started again`);
      await sleep(200 * quick);
      if (!this.stopping) this.keepRunning(command, this.child(command, environment), environment, quick);
    });
  }
}

async function hasDemo(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query(`select set_config('app.organisation', $1, false)`, [DEMO_ORGANISATION_ID]);
    return ((await client.query('select 1 from organisations where is_demo')).rowCount ?? 0) > 0;
  } finally {
    await client.end();
  }
}

function progressLines(): (line: string) => void {
  const begin = Date.now();
  return (line) => void process.stderr.write(`[${((Date.now() - begin) / 1000).toFixed(1)} s] ${line}\n`);
}

function welcome(settings: Settings): string {
  const address = `Yotei runs at http://${settings.YOTEI_HOST}:${settings.PORT}`;
  if (!settings.YOTEI_DEMO) return address;
  const people = DEMO_SIGN_INS.map(({ role, email }) => `${email} (${role})`).join(', ');
  return `${address} - demo sign-ins: ${people}; password ${DEMO_PASSWORD}`;
}
