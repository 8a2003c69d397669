import type { Command } from 'commander';
import type { ExitCode } from './exit-code.js';
import type { Progress } from './progress.js';

/** The options the frame gives every command. */
export interface FrameOptions {
  readonly json?: boolean;
  readonly out?: string;
  readonly quiet?: boolean;
  readonly progress?: 'json';
}

/** What a command answers with, in the forms a caller may ask for. */
export interface Result {
  /** The one document of `--json`. NaN and Infinity become null. */
  readonly document: () => unknown;
  /** What `--out` holds and what is shown without `--json`. */
  readonly text: () => string | Iterable<string> | AsyncIterable<string>;
}

/** What a command may touch of the outside; a test hands in its own. */
export interface CommandContext {
  /** Writes the result where the caller asked for it. */
  readonly emit: (result: Result) => Promise<void>;
  /** One line of remark on standard error; silent with `--quiet`. */
  readonly note: (line: string) => void;
  readonly progress: Progress;
  /** Aborted by Ctrl-C: write the best so far and end with `ExitCode.stopped`. */
  readonly signal: AbortSignal;
  /** Monotonic milliseconds. */
  readonly nowMillis: () => number;
}

/** A command: one file in `commands/`, one line in `commands/index.ts`. */
export interface CliCommand<Options = Record<string, unknown>> {
  readonly name: string;
  readonly summary: string;
  /** A line that can be run as it stands; shown by `--help`. */
  readonly example: string;
  /** Adds the command's own options; commander turns `--handle-time` into `handleTime`. */
  readonly define: (command: Command) => void;
  /** True: the frame adds no options and hands everything on as `rest`, for commands of another program. */
  readonly passThrough?: boolean;
  readonly run: (
    options: Options & FrameOptions,
    context: CommandContext,
    rest: readonly string[],
  ) => Promise<ExitCode>;
}

/** Erases the option type, so that commands of different options can stand in one list. */
export function cliCommand<Options>(command: CliCommand<Options>): CliCommand {
  return command as unknown as CliCommand;
}
