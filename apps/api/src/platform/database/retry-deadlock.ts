/** Postgres ended one of two transactions that waited for each other, or one it could not put in order; nothing of it was stored. */
const PASSES = new Set(['40P01', '40001']);
const MOST_TRIES = 4;

function codeOf(error: unknown): string | undefined {
  const { code, driverError } = error as { code?: string; driverError?: { code?: string } };
  return driverError?.code ?? code;
}

/**
 * Runs a transaction again when it lost against another that is through by then. `work` opens the transaction itself and
 * must not run within one: what a lost transaction did before is gone.
 */
export async function retryDeadlock<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (tries === MOST_TRIES || !PASSES.has(codeOf(error) ?? '')) throw error;
    }
  }
}
