/** `reload`: more than states changed. */
export type LiveNews = 'states' | 'reload';

/** Passes news on at once when none went lately, else one for all that came, when `everyMillis` have passed. */
export class LivePace {
  private lastAt = Number.NEGATIVE_INFINITY;
  private waiting: LiveNews | null = null;
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly everyMillis: number,
    private readonly pass: (news: LiveNews) => void,
  ) {}

  tell(news: LiveNews): void {
    this.waiting = this.waiting === 'reload' ? 'reload' : news;
    if (this.timer) return;
    const wait = this.lastAt + this.everyMillis - performance.now();
    if (wait <= 0) this.flush();
    else this.timer = setTimeout(() => this.flush(), wait).unref();
  }

  stop(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    this.waiting = null;
  }

  private flush(): void {
    const news = this.waiting;
    this.stop();
    this.lastAt = performance.now();
    if (news) this.pass(news);
  }
}
