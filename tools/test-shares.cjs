// Shares test files out so that each share takes about as long: the longest first, always to the lightest share. The
// same files give the same shares on every machine. Files without an entry of their own count as `OTHER_SECONDS`.
const { readFileSync } = require('node:fs');
const { join, sep } = require('node:path');

const OTHER_SECONDS = 12;
const seconds = JSON.parse(readFileSync(join(__dirname, 'test-seconds.json'), 'utf8'));
const secondsOf = (file) => seconds[file] ?? OTHER_SECONDS;

/** The files (paths from the root) of the share `index`, counted from 1, in the order of their names. */
function shareOf(files, { index, count }) {
  const shares = Array.from({ length: count }, () => ({ seconds: 0, files: [] }));
  const byName = [...files].sort();
  for (const file of byName.toSorted((a, b) => secondsOf(b) - secondsOf(a))) {
    const lightest = shares.reduce((least, share) => (share.seconds < least.seconds ? share : least));
    lightest.files.push(file);
    lightest.seconds += secondsOf(file);
  }
  return shares[index - 1].files.sort();
}

/** A path from the root as this repository writes it. */
const asWritten = (path) => path.split(sep).join('/');

module.exports = { asWritten, secondsOf, shareOf, listed: Object.keys(seconds) };
