import type { CliCommand } from '../frame/command.js';
import { backtestCommand } from './backtest.command.js';
import { calibrateCommand } from './calibrate.command.js';
import { capacityCommand } from './capacity.command.js';
import { checkCommand } from './check.command.js';
import { compareCommand } from './compare.command.js';
import { explainCommand } from './explain.command.js';
import { forecastCommand } from './forecast.command.js';
import { importCommand } from './import.command.js';
import { replayCommand } from './replay.command.js';
import { requirementCommand } from './requirement.command.js';
import { rosterCommand } from './roster.command.js';
import { schemaCommand } from './schema.command.js';
import { simulateCommand } from './simulate.command.js';
import { serverCommands } from './server.command.js';
import { staffCommand } from './staff.command.js';
import { whatIfCommand } from './what-if.command.js';

/** Every command, in the order in which `--help` lists them. */
export const commands: readonly CliCommand[] = [
  staffCommand,
  forecastCommand,
  backtestCommand,
  calibrateCommand,
  requirementCommand,
  whatIfCommand,
  capacityCommand,
  rosterCommand,
  checkCommand,
  explainCommand,
  compareCommand,
  schemaCommand,
  simulateCommand,
  importCommand,
  replayCommand,
  ...serverCommands,
];
