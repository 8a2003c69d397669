export type EmbeddedDatabaseFault =
  'disk-full' | 'no-permission' | 'port-taken' | 'folder-in-use' | 'unsupported-machine' | 'start-failed';

/** A start of the embedded database that cannot succeed, with one line for the person at the keyboard. */
export class EmbeddedDatabaseError extends Error {
  constructor(
    readonly fault: EmbeddedDatabaseFault,
    message: string,
  ) {
    super(message);
    this.name = 'EmbeddedDatabaseError';
  }
}

/** Names the fault behind a failed file operation or the last lines Postgres wrote; anything else is `start-failed`. */
export function embeddedFault(cause: unknown, folder: string): EmbeddedDatabaseError {
  if (cause instanceof EmbeddedDatabaseError) return cause;
  const code = (cause as NodeJS.ErrnoException | null)?.code;
  const text = cause instanceof Error ? cause.message : String(cause);
  if (
    code === 'ENOSPC' ||
    code === 'EDQUOT' ||
    /no space left|disk quota|free disk space|wrote only \d+ of/i.test(text)
  ) {
    return new EmbeddedDatabaseError(
      'disk-full',
      `The disk that holds ${folder} is full; free some space (about 100 MB to start) and try again.`,
    );
  }
  if (
    code === 'EACCES' ||
    code === 'EPERM' ||
    code === 'EROFS' ||
    /permission denied|read-only file system/i.test(text)
  ) {
    return new EmbeddedDatabaseError(
      'no-permission',
      `No permission to write in ${folder}; choose another folder with YOTEI_DATA_DIR or change its owner.`,
    );
  }
  if (/address already in use|could not bind/i.test(text)) {
    return new EmbeddedDatabaseError(
      'port-taken',
      'The port chosen for the embedded database is taken; change YOTEI_DATABASE_PORT or leave it out.',
    );
  }
  return new EmbeddedDatabaseError(
    'start-failed',
    `The embedded database did not start: ${lastLine(text)} (see postgres.log in ${folder}).`,
  );
}

function lastLine(text: string): string {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  return (lines.find((line) => /FATAL|error/i.test(line)) ?? lines.at(-1) ?? 'no message').slice(0, 300);
}
