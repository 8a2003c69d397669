import type { LoggerService } from '@nestjs/common';
import { pino, destination, type Logger } from 'pino';
import type { Settings } from '../../config/settings.js';

/** Injection token of the process's pino logger. Log ids, counts and codes; never names, addresses or contents. */
export const LOGGER = Symbol('logger');
export type { Logger };

/** Structured lines on standard error; standard output belongs to the command's own answer. */
export function createLogger(settings: Pick<Settings, 'YOTEI_LOG_LEVEL'>, processName: string): Logger {
  return pino(
    {
      level: settings.YOTEI_LOG_LEVEL,
      base: { process: processName, pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
    },
    destination({ fd: 2, sync: true }),
  );
}

/** Nest's own messages in the same form: its start-up chatter as debug. */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, context?: string): void {
    this.logger.debug({ context }, String(message));
  }

  error(message: unknown, stack?: string, context?: string): void {
    this.logger.error({ context, stack }, String(message));
  }

  warn(message: unknown, context?: string): void {
    this.logger.warn({ context }, String(message));
  }

  debug(message: unknown, context?: string): void {
    this.logger.debug({ context }, String(message));
  }

  verbose(message: unknown, context?: string): void {
    this.logger.trace({ context }, String(message));
  }
}
