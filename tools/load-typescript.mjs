// Lets plain Node run a TypeScript file of the workspace: swc strips the types as the file is loaded, and
// workspace packages resolve to their sources. For benchmarks and tools; the product runs what tsc built.
import { register } from 'node:module';

let ready = false;

export async function loadTypeScript(url) {
  if (!ready) register('./typescript-loader.mjs', import.meta.url);
  ready = true;
  return import(url);
}
