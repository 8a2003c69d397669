/** Options and files of one command of `npm run peers`. */
export interface PeerOptions {
  readonly files: readonly string[];
  readonly timeLimitSeconds: number;
  readonly iterations?: number;
  readonly seed: number;
  readonly out?: string;
  readonly score?: string;
}

const DURATION = /^(\d+(?:\.\d+)?)(s|m|h)?$/;
const UNIT_SECONDS = { s: 1, m: 60, h: 3600 } as const;

function secondsOf(text: string): number {
  const [, amount, unit = 's'] = DURATION.exec(text) ?? [];
  if (amount === undefined) throw new Error(`--time-limit (${text}) must be a duration such as 60s or 10m`);
  return Number(amount) * UNIT_SECONDS[unit as keyof typeof UNIT_SECONDS];
}

function wholeOf(option: string, text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0) throw new Error(`${option} (${text}) must be a whole number, 0 or more`);
  return value;
}

/** Reads what follows the command's name. Throws for options it does not know. */
export function readPeerOptions(args: readonly string[]): PeerOptions {
  const files: string[] = [];
  const given = new Map<string, string>();
  for (let i = 0; i < args.length; i++) {
    const [name, value] = args[i]!.split(/=(.*)/s) as [string, string | undefined];
    if (!name.startsWith('--')) files.push(args[i]!);
    else if (!['--time-limit', '--seed', '--out', '--iterations', '--score'].includes(name))
      throw new Error(`${name} is no option; known are --time-limit, --iterations, --seed, --out, --score`);
    else {
      const text = value ?? args[++i];
      if (text === undefined) throw new Error(`${name} must be followed by a value`);
      given.set(name, text);
    }
  }
  const iterations = given.get('--iterations');
  return {
    files,
    timeLimitSeconds: secondsOf(given.get('--time-limit') ?? '60s'),
    iterations: iterations === undefined ? undefined : wholeOf('--iterations', iterations),
    seed: wholeOf('--seed', given.get('--seed') ?? '1'),
    out: given.get('--out'),
    score: given.get('--score'),
  };
}
