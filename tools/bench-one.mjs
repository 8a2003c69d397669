// Runs one benchmark for tools/bench.mjs, which starts this in a process of its own for each file: what one leaves
// behind in the compiler, the heap and the open handles must not slow the next. Answers {rows} to its parent.
import { loadTypeScript } from './load-typescript.mjs';

process.once('message', async ({ url, context }) => {
  const { bench } = await loadTypeScript(url);
  const rows = await bench(context);
  process.send({ rows }, () => process.exit(0));
});
