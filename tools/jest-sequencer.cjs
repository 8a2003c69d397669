const { relative } = require('node:path');
const { default: Sequencer } = require('@jest/test-sequencer');
const { asWritten, shareOf } = require('./test-shares.cjs');

/** `--shard 1/2` takes a share by the seconds its files are known to take, and runs it in the order of their names. */
module.exports = class extends Sequencer {
  shared = false;

  shard(tests, { shardIndex, shardCount }) {
    this.shared = true;
    const fileOf = ({ path, context }) => asWritten(relative(context.config.rootDir, path));
    const byFile = new Map(tests.map((test) => [fileOf(test), test]));
    return shareOf([...byFile.keys()], { index: shardIndex, count: shardCount }).map((file) => byFile.get(file));
  }

  sort(tests) {
    return this.shared ? tests : super.sort(tests);
  }
};
