import { commands } from '../commands/index.js';
import type { CliCommand } from './command.js';
import type { ExitCode } from './exit-code.js';
import { runProgram } from './run-program.js';

export interface Ran {
  readonly exitCode: ExitCode;
  readonly out: string;
  readonly error: string;
}

/** Runs one command line in this process and answers what it wrote; for tests. */
export async function runCommandLine(
  args: readonly string[],
  options: { commands?: readonly CliCommand[]; signal?: AbortSignal } = {},
): Promise<Ran> {
  let out = '';
  let error = '';
  let now = 0;
  const exitCode = await runProgram(args, options.commands ?? commands, {
    writeOut: (text) => {
      out += text;
    },
    writeError: (text) => {
      error += text;
    },
    errorIsTerminal: false,
    // A clock that ticks a second a look, so that progress lines do not depend on the machine.
    nowMillis: () => (now += 1000),
    signal: options.signal ?? new AbortController().signal,
  });
  return { exitCode, out, error };
}
