import days from './days.json' with { type: 'json' };
import demandEdit from './demand-edit.json' with { type: 'json' };
import demandPages from './demand-pages.json' with { type: 'json' };
import imports from './import.json' with { type: 'json' };
import longRange from './long-range.json' with { type: 'json' };
import restOfDay from './rest-of-day.json' with { type: 'json' };
import youngQueues from './young-queues.json' with { type: 'json' };

/** What only the pages of Demand and the import say. A test keeps all other code from these features. */
export const messages = { days, demandEdit, demandPages, import: imports, longRange, restOfDay, youngQueues };
