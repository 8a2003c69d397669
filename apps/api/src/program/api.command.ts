import { createApi } from '../api.js';
import type { Settings } from '../config/settings.js';
import { FEATURES } from '../features/index.js';
import { createLogger } from '../platform/observability/logger.js';
import { refuseOldTables, refuseUnsafeRole } from './check-database.js';
import { tellParent, untilStopped } from './lifetime.js';
import { listenFault } from './program-error.js';

export async function api(settings: Settings): Promise<number> {
  const stopped = untilStopped();
  await refuseUnsafeRole(settings);
  await refuseOldTables(settings);
  const logger = createLogger(settings, 'api');
  const app = await createApi({ settings, logger, features: FEATURES, processName: 'api' });
  try {
    await app.listen(settings.PORT, settings.YOTEI_HOST);
  } catch (error) {
    await app.close();
    const fault = listenFault(error, settings.PORT);
    tellParent({ kind: 'fault', text: fault.message });
    throw fault;
  }
  logger.info({ port: settings.PORT }, 'api listens');
  tellParent({ kind: 'ready' });
  await stopped;
  await app.close();
  return 0;
}
