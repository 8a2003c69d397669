import { runProgram } from './program/run-program.js';

process.exitCode = await runProgram(process.argv.slice(2));
// The channel to `up` would keep a finished process alive.
if (process.connected) process.disconnect();
