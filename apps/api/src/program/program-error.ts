/** Something the person at the keyboard can mend; the message is the one line they see. */
export class ProgramError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ProgramError';
  }
}

/** The line for a server that could not listen. */
export function listenFault(error: unknown, port: number): Error {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  if (code === 'EADDRINUSE') return new ProgramError(`Port ${port} is taken; choose another with --port or PORT.`);
  if (code === 'EACCES')
    return new ProgramError(`No permission to use port ${port}; choose one above 1023 with --port or PORT.`);
  return error instanceof Error ? error : new Error(String(error));
}

/** Network refusals and those of the server's door: wrong password, no such database, no such role. */
const UNREACHABLE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  '28P01',
  '28000',
  '3D000',
  '57P03',
]);

/** One line for a database that cannot be reached or entered; null when the error is about something else. */
export function databaseFault(error: unknown): ProgramError | null {
  const first = error instanceof AggregateError ? error.errors[0] : error;
  const { code, message } = (first ?? {}) as NodeJS.ErrnoException;
  return code && UNREACHABLE.has(code)
    ? new ProgramError(`The database of DATABASE_URL does not answer: ${message}`)
    : null;
}
