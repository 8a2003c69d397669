import accuracy from './accuracy.json' with { type: 'json' };
import app from './app.json' with { type: 'json' };
import board from './board.json' with { type: 'json' };
import breaks from './breaks.json' with { type: 'json' };
import days from './days.json' with { type: 'json' };
import demand from './demand.json' with { type: 'json' };
import demandEdit from './demand-edit.json' with { type: 'json' };
import demandPages from './demand-pages.json' with { type: 'json' };
import exchanges from './exchanges.json' with { type: 'json' };
import explain from './explain.json' with { type: 'json' };
import home from './home.json' with { type: 'json' };
import identity from './identity.json' with { type: 'json' };
import imports from './import.json' with { type: 'json' };
import jobs from './jobs.json' with { type: 'json' };
import longRange from './long-range.json' with { type: 'json' };
import measures from './measures.json' with { type: 'json' };
import restOfDay from './rest-of-day.json' with { type: 'json' };
import rosters from './rosters.json' with { type: 'json' };
import sessions from './sessions.json' with { type: 'json' };
import staffing from './staffing.json' with { type: 'json' };
import ui from './ui.json' with { type: 'json' };
import weights from './weights.json' with { type: 'json' };
import youngQueues from './young-queues.json' with { type: 'json' };

/** One file a feature; a new feature adds its file and its line, in both languages. */
export const messages = {
  accuracy,
  app,
  board,
  breaks,
  days,
  demand,
  demandEdit,
  demandPages,
  exchanges,
  explain,
  home,
  identity,
  import: imports,
  jobs,
  longRange,
  measures,
  restOfDay,
  rosters,
  sessions,
  staffing,
  ui,
  weights,
  youngQueues,
};
