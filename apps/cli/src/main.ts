import { existsSync, realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { commands } from './commands/index.js';
import { ExitCode } from './frame/exit-code.js';
import { runProgram } from './frame/run-program.js';

/**
 * The program: runs one command line and answers its exit code. The first Ctrl-C asks the command to write its best
 * so far, the second ends at once.
 */
export async function main(args: readonly string[]): Promise<number> {
  const controller = new AbortController();
  const stop = (): void => {
    if (controller.signal.aborted) process.exit(ExitCode.stopped);
    controller.abort();
  };
  process.on('SIGINT', stop);
  // A reader such as `head` that closes early is not a fault.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(ExitCode.done);
  });
  try {
    return await runProgram(args, commands, {
      writeOut: (text) => void process.stdout.write(text),
      writeError: (text) => void process.stderr.write(text),
      errorIsTerminal: process.stderr.isTTY === true,
      nowMillis: () => performance.now(),
      signal: controller.signal,
    });
  } finally {
    process.off('SIGINT', stop);
  }
}

/** Whether node was given this very file, not the `yotei` that imports it. */
function isProgram(started: string | undefined): boolean {
  return started !== undefined && existsSync(started) && realpathSync(started) === fileURLToPath(import.meta.url);
}

if (isProgram(process.argv[1])) process.exitCode = await main(process.argv.slice(2));
