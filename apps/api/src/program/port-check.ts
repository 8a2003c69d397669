import { createServer } from 'node:net';
import { listenFault } from './program-error.js';

/** Says so before anything is started, rather than after. */
export function refusePortTaken(host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => reject(listenFault(error, port)));
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}
