import { rmSync } from 'node:fs';
import { once } from 'node:events';

/** Stops the centre as Ctrl-C does and removes its data. */
export default async () => {
  const centre = globalThis.yoteiCentre;
  if (!centre) return;
  if (centre.child.exitCode === null) {
    const ended = once(centre.child, 'exit');
    centre.child.kill('SIGINT');
    await ended;
  }
  rmSync(centre.folder, { recursive: true, force: true });
};
