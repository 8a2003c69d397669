import { readPeerOptions, type PeerOptions } from './command-line.js';
import { runCurtoisQu } from './curtois-qu/run.js';
import { runInrc1 } from './inrc1/run.js';
import { runInrc2 } from './inrc2/run.js';
import { runShiftCover } from './shift-cover/run.js';

type Peer = (options: PeerOptions, write: (text: string) => void) => number | Promise<number>;

/** Benchmarks from outside, by the name they are called with. */
const PEERS: Readonly<Record<string, { readonly run: Peer; readonly usage: string }>> = {
  nrp: {
    run: runCurtoisQu,
    usage: 'nrp INSTANCE.txt … [--time-limit 60s] [--seed 1] [--out roster.csv] [--score roster.csv]',
  },
  'shift-cover': { run: runShiftCover, usage: 'shift-cover cases.json [--time-limit 60s] [--seed 1]' },
  inrc1: { run: runInrc1, usage: 'inrc1 sprint01.txt … [--time-limit 60s] [--seed 1]' },
  inrc2: { run: runInrc2, usage: 'inrc2 FOLDER [--time-limit 60s] [--seed 1]' },
};

/** Runs one command line; answers the exit code: 0 done, 1 not solved or rules broken, 2 bad input. */
export async function runPeers(args: readonly string[], write: (text: string) => void): Promise<number> {
  const [name = '', ...rest] = args;
  const peer = PEERS[name];
  const usage = Object.values(PEERS).map((each) => `  npm run peers -- ${each.usage}\n`);
  if (!peer) {
    write(`${name ? `${name} is no benchmark; ` : ''}known are:\n${usage.join('')}`);
    return name ? 2 : 0;
  }
  try {
    const options = readPeerOptions(rest);
    if (options.files.length === 0) throw new Error(`a file must be named: npm run peers -- ${peer.usage}`);
    return await peer.run(options, write);
  } catch (error) {
    write(`${(error as Error).message}\n`);
    return 2;
  }
}
