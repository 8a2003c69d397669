import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const port = z.coerce.number().int().min(0).max(65_535);
const flag = z.enum(['true', 'false']).transform((text) => text === 'true');
const postgresUrl = z.string().regex(/^postgres(ql)?:\/\//, 'must begin with postgres://');

const commaList = (standard: string) =>
  z
    .string()
    .default(standard)
    .transform((text) =>
      text
        .split(',')
        .map((part) => part.trim())
        .filter(Boolean),
    );

/** Every setting of the program, by environment variable. `.env.example` says the same and a test compares them. */
export const SETTINGS_SCHEMA = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  YOTEI_HOST: z.string().min(1).default('127.0.0.1'),
  PORT: port.default(4310),
  DATABASE_URL: postgresUrl.optional(),
  DATABASE_MIGRATION_URL: postgresUrl.optional(),
  DATABASE_POOL_SIZE: z.coerce.number().int().min(2).max(200).default(10),
  YOTEI_ALLOW_BYPASS_RLS: flag.default(false),
  YOTEI_DATA_DIR: z.string().min(1).default('.yotei/data'),
  YOTEI_DATABASE_PORT: port.optional(),
  YOTEI_DEMO: flag.default(true),
  YOTEI_WORKER_CONCURRENCY: z.coerce.number().int().min(1).max(64).default(2),
  YOTEI_ROSTER_THREADS: z.coerce.number().int().min(1).max(64).default(1),
  YOTEI_SESSION_DAYS: z.coerce.number().int().min(1).max(90).default(14),
  YOTEI_COOKIE_SECURE: flag.default(false),
  YOTEI_PUBLIC_URL: z.url({ protocol: /^https?$/ }).default('http://127.0.0.1:4310'),
  YOTEI_SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'must begin with smtp:// or smtps://')
    .optional(),
  YOTEI_MAIL_FROM: z.string().min(3).default('Yotei <yotei@localhost>'),
  YOTEI_NOTICE_GATHER_SECONDS: z.coerce.number().int().min(0).max(3_600).default(30),
  YOTEI_STATES_KEEP_MONTHS: z.coerce.number().int().min(2).max(120).default(13),
  YOTEI_VAPID_SUBJECT: z
    .string()
    .regex(/^(mailto:|https:\/\/)/, 'must begin with mailto: or https://')
    .default('mailto:yotei@localhost.invalid'),
  YOTEI_VAPID_PUBLIC_KEY: z.string().optional(),
  YOTEI_VAPID_PRIVATE_KEY: z.string().optional(),
  YOTEI_PUSH_HOSTS: commaList(
    'fcm.googleapis.com,updates.push.services.mozilla.com,*.push.apple.com,*.notify.windows.com',
  ),
  YOTEI_ALLOWED_ORIGINS: commaList(''),
  YOTEI_WEB_DIR: z.string().min(1).default('apps/web/dist/app'),
  YOTEI_PLAYGROUND: flag.optional(),
  YOTEI_LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

export type Settings = Readonly<z.output<typeof SETTINGS_SCHEMA>> & {
  readonly repositoryRoot: string;
  readonly codeVersion: string;
};

/** Injection token of the settings, which are read once at start. */
export const SETTINGS = Symbol('settings');

/** All wrong settings at once, one line each. */
export class SettingsError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'SettingsError';
  }
}

/** Reads the settings from an environment; empty values count as absent. Relative folders are below the repository's root. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = SETTINGS_SCHEMA.safeParse(given);
  if (!parsed.success) {
    throw new SettingsError(
      parsed.error.issues.map(
        ({ path, message }) => `${path.join('.')} (${String(given[String(path[0])] ?? 'not set')}): ${message}`,
      ),
    );
  }
  const repositoryRoot = fileURLToPath(new URL('../../../../', import.meta.url));
  return {
    ...parsed.data,
    YOTEI_DATA_DIR: resolve(repositoryRoot, parsed.data.YOTEI_DATA_DIR),
    YOTEI_WEB_DIR: resolve(repositoryRoot, parsed.data.YOTEI_WEB_DIR),
    repositoryRoot,
    codeVersion: CODE_VERSION,
  };
}

/** For commands that cannot do without. */
export function databaseUrl(settings: Settings): string {
  if (settings.DATABASE_URL) return settings.DATABASE_URL;
  throw new SettingsError([
    'DATABASE_URL is not set; name a PostgreSQL database, or use the command up, which brings its own.',
  ]);
}

/** Stored with every computed result. */
const CODE_VERSION = '0.1.0';
