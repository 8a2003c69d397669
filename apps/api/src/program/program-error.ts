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
