import app from './app.json' with { type: 'json' };
import exchanges from './exchanges.json' with { type: 'json' };
import identity from './identity.json' with { type: 'json' };
import jobs from './jobs.json' with { type: 'json' };
import rosters from './rosters.json' with { type: 'json' };
import ui from './ui.json' with { type: 'json' };

/** What sign-in and the agents' pages say: all that a phone loads. A test keeps their code to these features. */
export const messages = { app, exchanges, identity, jobs, rosters, ui };
