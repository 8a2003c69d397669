import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  createFilesIfAbsent,
  findRunning,
  freePort,
  startServer,
  stopServer,
  superuserUrl,
  type Cluster,
  type RunningServer,
} from './cluster.js';
import { createRoles, credentials, type Credentials } from './database-roles.js';
import { EmbeddedDatabaseError, embeddedFault } from './embedded-database.errors.js';
import { FolderLock } from './folder-lock.js';
import { postgresAccount, postgresFolder } from './postgres-binaries.js';
import { isAlive } from './process-identity.js';

export interface EmbeddedDatabaseOptions {
  readonly folder: string;
  /** Fixed port; absent = a free one, chosen anew at each start. */
  readonly port?: number;
  /** Extra `name=value` settings, for tests. */
  readonly settings?: readonly string[];
  /** Told each time the server had died and was started again. */
  readonly onRestarted?: () => void;
  /** Told when it died and could not be started again. */
  readonly onLost?: (error: EmbeddedDatabaseError) => void;
}

/**
 * A PostgreSQL of our own in a folder, on the loopback interface, kept running until {@link stop}.
 * Refuses with an {@link EmbeddedDatabaseError}: folder in use, no permission, disk full, port taken.
 */
export class EmbeddedDatabase {
  private stopping = false;
  private watching: NodeJS.Timeout | undefined;

  private readonly cluster: Cluster;
  private readonly passwords: Credentials;
  private readonly lock: FolderLock;

  private constructor(
    parts: { readonly cluster: Cluster; readonly passwords: Credentials; readonly lock: FolderLock },
    private server: RunningServer,
    private readonly options: EmbeddedDatabaseOptions,
  ) {
    this.cluster = parts.cluster;
    this.passwords = parts.passwords;
    this.lock = parts.lock;
  }

  static async start(options: EmbeddedDatabaseOptions): Promise<EmbeddedDatabase> {
    const folder = resolve(options.folder);
    let lock: FolderLock | undefined;
    try {
      mkdirSync(folder, { recursive: true, mode: 0o755 });
      lock = FolderLock.take(folder);
      const account = postgresAccount();
      const passwords = credentials(folder);
      const cluster = {
        folder,
        account,
        native: postgresFolder(account),
        superuserPassword: passwords.superuser,
        settings: options.settings ?? [],
      };
      const isNew = await createFilesIfAbsent(cluster);
      const server = (isNew ? null : await findRunning(cluster)) ?? (await startOnPort(cluster, options.port));
      await createRoles(superuserUrl(cluster, server.port), passwords);
      const database = new EmbeddedDatabase({ cluster, passwords, lock }, server, options);
      database.watch();
      return database;
    } catch (error) {
      lock?.release();
      throw embeddedFault(error, folder);
    }
  }

  get port(): number {
    return this.server.port;
  }

  get processId(): number {
    return this.server.pid;
  }

  /** For migrations. */
  get ownerUrl(): string {
    return `postgres://yotei_owner:${this.passwords.owner}@127.0.0.1:${this.port}/yotei`;
  }

  /** For api and worker. */
  get runtimeUrl(): string {
    return `postgres://yotei_app:${this.passwords.runtime}@127.0.0.1:${this.port}/yotei`;
  }

  /** For tests and back-ups; the program itself never uses it. */
  superuserUrl(database = 'yotei'): string {
    return superuserUrl(this.cluster, this.port, database);
  }

  async stop(): Promise<void> {
    this.stopping = true;
    clearInterval(this.watching);
    await stopServer(this.server);
    this.lock.release();
  }

  /** A look at the process each second also covers a server we adopted and therefore get no exit event of. */
  private watch(): void {
    this.watching = setInterval(() => {
      if (this.stopping || isAlive(this.server.pid)) return;
      clearInterval(this.watching);
      void this.restart();
    }, 500);
    this.watching.unref();
  }

  private async restart(): Promise<void> {
    for (let attempt = 1; !this.stopping; attempt += 1) {
      try {
        this.server = await startServer(this.cluster, this.server.port);
        if (this.stopping) return await stopServer(this.server);
        this.options.onRestarted?.();
        return this.watch();
      } catch (error) {
        if (attempt === 3) return this.options.onLost?.(embeddedFault(error, this.cluster.folder));
        await sleep(1_000);
      }
    }
  }
}

async function startOnPort(cluster: Cluster, fixed: number | undefined): Promise<RunningServer> {
  if (fixed !== undefined) return startServer(cluster, fixed);
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await startServer(cluster, await freePort());
    } catch (error) {
      if (embeddedFault(error, cluster.folder).fault !== 'port-taken' || attempt === 4) throw error;
    }
  }
}
