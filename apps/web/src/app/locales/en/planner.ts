import app from './app.json' with { type: 'json' };
import board from './board.json' with { type: 'json' };
import breaks from './breaks.json' with { type: 'json' };
import demand from './demand.json' with { type: 'json' };
import exchanges from './exchanges.json' with { type: 'json' };
import explain from './explain.json' with { type: 'json' };
import home from './home.json' with { type: 'json' };
import identity from './identity.json' with { type: 'json' };
import jobs from './jobs.json' with { type: 'json' };
import measures from './measures.json' with { type: 'json' };
import rosters from './rosters.json' with { type: 'json' };
import sessions from './sessions.json' with { type: 'json' };
import staffing from './staffing.json' with { type: 'json' };
import ui from './ui.json' with { type: 'json' };
import weights from './weights.json' with { type: 'json' };

/** What a planner's pages say, but for those of Demand. One file a feature, in both languages. */
export const messages = {
  app,
  board,
  breaks,
  demand,
  exchanges,
  explain,
  home,
  identity,
  jobs,
  measures,
  rosters,
  sessions,
  staffing,
  ui,
  weights,
};
