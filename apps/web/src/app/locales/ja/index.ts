import app from './app.json' with { type: 'json' };
import home from './home.json' with { type: 'json' };
import identity from './identity.json' with { type: 'json' };
import jobs from './jobs.json' with { type: 'json' };
import ui from './ui.json' with { type: 'json' };

/** One file a feature; a new feature adds its file and its line, in both languages. */
export const messages = { app, home, identity, jobs, ui };
