import type { RequestContext } from '../../platform/context/request-context.js';
import type { ImportOptions } from './imports.repository.js';
import type { QueueDirectory } from './queue-directory.js';

/** Queue names of a file -> queue ids, creating queues where the import says so. */
export class QueueResolver {
  private readonly known = new Map<string, string | null>();

  constructor(
    private readonly queues: QueueDirectory,
    private readonly options: ImportOptions,
    /** Name of the queue made for a file that names none. */
    private readonly fileName: string,
  ) {}

  /** Null: nobody knows the name. Ids, names in either language and the import's own map are tried, in any case. */
  async idOf(context: RequestContext, name: string, intervalMinutes: number): Promise<string | null> {
    const found = this.known.get(name);
    if (found !== undefined) return found;
    const id = await this.lookUp(context, name, intervalMinutes);
    this.known.set(name, id);
    return id;
  }

  private async lookUp(context: RequestContext, name: string, intervalMinutes: number): Promise<string | null> {
    const { queueMap, defaultQueueId, createQueues, siteId } = this.options;
    if (queueMap[name]) return queueMap[name];
    if (name === '' && (defaultQueueId || !createQueues)) return defaultQueueId;
    const title = name || this.fileName.replace(/(\.\w{1,4})+$/, '');
    const wanted = title.toLowerCase();
    const match = (await this.queues.withPutAway(context)).find(
      (queue) => queue.id === title || queue.name.en.toLowerCase() === wanted || queue.name.ja.toLowerCase() === wanted,
    );
    if (match) return match.id;
    return createQueues ? this.queues.create(context, { name: title, siteId, intervalMinutes }) : defaultQueueId;
  }
}
