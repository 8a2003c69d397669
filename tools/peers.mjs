// Runs the product's roster engine on instances of benchmarks from outside (tests/peers), judged by their own rules:
// `npm run peers -- nrp PATH/Instance5.txt --time-limit 60s --seed 1 --out roster.csv`. Without arguments it lists them.
import { loadTypeScript } from './load-typescript.mjs';

const { runPeers } = await loadTypeScript(new URL('../tests/peers/main.ts', import.meta.url).href);
process.exitCode = await runPeers(process.argv.slice(2), (text) => process.stdout.write(text));
