import pg from 'pg';
import { DataSource, type EntityTarget, type ObjectLiteral } from 'typeorm';

// A calendar date stays the text it is (pg would make local midnight of it); counts are far below 2^53.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

export interface DataSourceOptions {
  readonly url: string;
  readonly entities: readonly EntityTarget<ObjectLiteral>[];
  readonly poolSize: number;
  readonly applicationName: string;
  readonly onPoolError: (error: Error) => void;
}

/** Schema synchronisation is off: migrations build the schema, also in tests. */
export function createDataSource(options: DataSourceOptions): DataSource {
  return new DataSource({
    type: 'postgres',
    url: options.url,
    entities: [...options.entities] as never[],
    synchronize: false,
    logging: false,
    applicationName: options.applicationName,
    poolSize: options.poolSize,
    // A server that was restarted ends idle connections; without a handler that would end the process.
    poolErrorHandler: options.onPoolError,
    extra: { options: '-c timezone=UTC', keepAlive: true, connectionTimeoutMillis: 10_000 },
  });
}
