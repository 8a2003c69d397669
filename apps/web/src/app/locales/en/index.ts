import { messages as accuracy } from './accuracy.js';
import { messages as adherenceHistory } from './adherence-history.js';
import { messages as bidding } from './bidding.js';
import { messages as boardTools } from './board-tools.js';
import { messages as capacity } from './capacity.js';
import { messages as demand } from './demand.js';
import { messages as exchangeDesk } from './exchange-desk.js';
import { messages as exchangeLoop } from './exchange-loop.js';
import { messages as intraday } from './intraday.js';
import { messages as invitation } from './invitation.js';
import { messages as live } from './live.js';
import { messages as measureTools } from './measure-tools.js';
import { messages as own } from './own.js';
import { messages as palette } from './palette.js';
import { messages as planner } from './planner.js';
import { messages as reports } from './reports.js';
import { messages as rosterBest } from './roster-best.js';
import { messages as rosterParts } from './roster-parts.js';
import { messages as sampleData } from './sample-data.js';
import { messages as scenarios } from './scenarios.js';
import { messages as setup } from './setup.js';
import { messages as together } from './together.js';
import { messages as wellbeing } from './wellbeing.js';

/** Every text, for types and tests. */
export const messages = {
  ...planner,
  ...accuracy,
  ...adherenceHistory,
  ...demand,
  ...boardTools,
  ...rosterBest,
  ...rosterParts,
  ...scenarios,
  ...setup,
  ...together,
  ...exchangeLoop,
  ...exchangeDesk,
  ...bidding,
  ...capacity,
  ...measureTools,
  ...own,
  ...palette,
  ...live,
  ...wellbeing,
  ...intraday,
  ...invitation,
  ...reports,
  ...sampleData,
};
