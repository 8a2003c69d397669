import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { cliCommand, type CliCommand } from '../frame/command.js';
import type { ExitCode } from '../frame/exit-code.js';
import { badInput } from '../frame/problem-list.js';

/** The program of the api and the worker; it reads its own options, so ours are handed on as they stand. */
const PROGRAM = fileURLToPath(new URL('../../../api/dist/main.js', import.meta.url));
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Runs `node program command …rest` with our terminal, hands signals on, and answers its exit code. */
export function runServer(program: string, args: readonly string[]): Promise<ExitCode> {
  if (!existsSync(program))
    throw badInput({ message: 'the server is not built yet; run `npm run build`, then try again' });
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args], { stdio: 'inherit' });
    // A terminal sends Ctrl-C to both processes; ours only has to outlive the child.
    const handOn = (signal: NodeJS.Signals): void => {
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    };
    for (const signal of SIGNALS) process.on(signal, handOn);
    const end = (): void => SIGNALS.forEach((signal) => process.off(signal, handOn));
    child.on('error', (error) => {
      end();
      reject(error);
    });
    child.on('exit', (code, signal) => {
      end();
      // The shell's convention for a process ended by a signal.
      resolve((code ?? (signal === 'SIGINT' ? 130 : 143)) as ExitCode);
    });
  });
}

function serverCommand(name: string, summary: string): CliCommand {
  return cliCommand({
    name,
    summary,
    example: name,
    passThrough: true,
    define: () => {},
    run: (_options, _context, rest) => runServer(PROGRAM, [name, ...rest]),
  });
}

export const serverCommands: readonly CliCommand[] = [
  serverCommand('up', 'start everything on this machine, with the embedded database'),
  serverCommand('api', 'start one api process against DATABASE_URL'),
  serverCommand('worker', 'start one worker process against DATABASE_URL'),
  serverCommand('migrate', 'bring the database to this version'),
  serverCommand('demo', 'fill an organisation with a demo centre'),
  serverCommand('setup', 'create an organisation of your own from agents.json and rules.json'),
  serverCommand('doctor', 'say what is wrong with the installation and how to mend it'),
];
