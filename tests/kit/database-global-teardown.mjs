import { rmSync } from 'node:fs';

export default async () => {
  const own = globalThis.yoteiTestDatabase;
  if (!own) return;
  await own.database.stop();
  rmSync(own.folder, { recursive: true, force: true });
};
