import { readFileSync } from 'node:fs';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { refuseWithoutFolder, writeFileWhole } from '../io/output-file.js';
import type { CliCommand, CommandContext, FrameOptions, Result } from './command.js';
import { ExitCode } from './exit-code.js';
import { BadInputError, ProblemList } from './problem-list.js';
import { createProgress } from './progress.js';

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  readonly version: string;
};

/** The outside of the program, so that a test can stand in for it. */
export interface Outside {
  readonly writeOut: (text: string) => void;
  readonly writeError: (text: string) => void;
  readonly errorIsTerminal: boolean;
  readonly nowMillis: () => number;
  readonly signal: AbortSignal;
}

async function printAll(text: ReturnType<Result['text']>, write: (text: string) => void): Promise<void> {
  if (typeof text === 'string') write(text);
  else for await (const piece of text) write(piece);
}

function contextOf(options: FrameOptions, outside: Outside): CommandContext {
  const mode = options.quiet
    ? 'silent'
    : options.progress === 'json'
      ? 'json'
      : outside.errorIsTerminal
        ? 'bar'
        : 'silent';
  const toFile = options.out !== undefined && options.out !== '-';
  return {
    signal: outside.signal,
    nowMillis: outside.nowMillis,
    progress: createProgress({ mode, write: outside.writeError, nowMillis: outside.nowMillis }),
    note: (line) => {
      if (!options.quiet) outside.writeError(`${line}\n`);
    },
    emit: async ({ document, text }) => {
      if (toFile) await writeFileWhole(options.out!, text());
      if (options.json) outside.writeOut(`${JSON.stringify(document())}\n`);
      else if (!toFile) await printAll(text(), outside.writeOut);
    },
  };
}

/** The one place where an error becomes an exit code and words. */
function failure(error: unknown, outside: Outside): ExitCode {
  if (error instanceof BadInputError) {
    for (const line of error.problems.lines()) outside.writeError(`${line}\n`);
    return ExitCode.badInput;
  }
  if (error instanceof CommanderError) return error.exitCode === 0 ? ExitCode.done : ExitCode.badInput;
  // A RangeError of a library names the value and the remedy: the caller's mistake, not a fault of ours.
  if (error instanceof RangeError) {
    outside.writeError(`yotei: ${error.message}\n`);
    return ExitCode.badInput;
  }
  const code = (error as NodeJS.ErrnoException).code;
  if (code && ['ENOENT', 'EACCES', 'EISDIR', 'ENOTDIR', 'ENOSPC', 'EROFS'].includes(code)) {
    outside.writeError(`yotei: ${(error as Error).message}\n`);
    return ExitCode.badInput;
  }
  outside.writeError(
    `yotei: fault of ours, please report it: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  return ExitCode.fault;
}

function addFrameOptions(built: Command, command: CliCommand): void {
  if (command.passThrough) {
    built.helpOption(false).allowUnknownOption().allowExcessArguments();
    return;
  }
  built
    .option('--json', 'print the result as one JSON document')
    .option('--out <file>', 'write the result to a file; - is standard output')
    .option('--quiet', 'no remarks and no progress')
    .addOption(new Option('--progress <form>', 'progress as JSON lines').choices(['json']))
    .addHelpText('after', `\nExample:\n  npx yotei ${command.example}\n`);
}

/** Gathers what is wrong with the values of all options; commander by itself stops at the first. */
function gatherBadValues(built: Command): ProblemList {
  const problems = new ProblemList();
  for (const option of built.options) {
    const read = option.parseArg;
    if (!read) continue;
    option.parseArg = <T>(text: string, previous: T): T => {
      try {
        return read.call(option, text, previous) as T;
      } catch (error) {
        if (!(error instanceof InvalidArgumentError)) throw error;
        problems.add({ field: option.long ?? option.flags, message: error.message });
        return previous;
      }
    };
  }
  return problems;
}

/** Adds a command whose exit code goes to `done`. */
function addCommand(
  program: Command,
  command: CliCommand,
  options: { outside: Outside; done: (code: ExitCode) => void },
): void {
  const built = program.command(command.name).description(command.summary);
  addFrameOptions(built, command);
  command.define(built);
  const badValues = gatherBadValues(built);
  built.action(async () => {
    badValues.throwIfAny();
    const given = built.opts<FrameOptions & Record<string, unknown>>();
    const context = contextOf(given, options.outside);
    try {
      if (given.out !== undefined && given.out !== '-') await refuseWithoutFolder(given.out, '--out');
      options.done(await command.run(given, context, built.args));
    } finally {
      context.progress.finish();
    }
  });
}

/** Runs one command line (without the program's name) over the commands and answers its exit code. Never throws. */
export async function runProgram(
  args: readonly string[],
  commands: readonly CliCommand[],
  outside: Outside,
): Promise<ExitCode> {
  const program = new Command('yotei')
    .description('Workforce management for contact centres: files in, files out')
    .version(version, '--version', 'print the version')
    .configureOutput({ writeOut: outside.writeOut, writeErr: outside.writeError })
    .exitOverride()
    .showHelpAfterError('(add --help for the options)');
  let exitCode: ExitCode = ExitCode.done;
  const done = (code: ExitCode): void => {
    exitCode = code;
  };
  for (const command of commands) addCommand(program, command, { outside, done });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return exitCode;
  } catch (error) {
    return failure(error, outside);
  }
}
