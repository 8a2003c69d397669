// The Postgres of `database-global-setup.mjs` in a process of its own: tells where it is, ends when its parent lets go.
import start from './database-global-setup.mjs';
import stop from './database-global-teardown.mjs';

await start();
process.on('disconnect', async () => {
  await stop();
  process.exit(0);
});
process.send(process.env.YOTEI_TEST_DATABASE);
