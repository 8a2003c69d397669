import { ProgressReporter, type Progress } from './progress-reporter.js';

describe('progress of a job', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  function reporter(): { sent: Progress[]; reporter: ProgressReporter } {
    const sent: Progress[] = [];
    return { sent, reporter: new ProgressReporter(async (progress) => void sent.push(progress)) };
  }

  it('leaves at most four times a second, the newest each time', async () => {
    const { sent, reporter: subject } = reporter();
    for (let step = 1; step <= 100; step += 1) {
      subject.report({ fraction: step / 100, details: null });
      await jest.advanceTimersByTimeAsync(10);
    }
    await jest.advanceTimersByTimeAsync(500);
    expect(sent.length).toBeGreaterThanOrEqual(4);
    expect(sent.length).toBeLessThanOrEqual(6); // one second, its first and its last
    expect(sent.at(-1)!.fraction).toBe(1);
  });

  it('sends nothing after it was closed', async () => {
    const { sent, reporter: subject } = reporter();
    subject.report({ fraction: 0.5, details: null });
    await jest.advanceTimersByTimeAsync(1);
    await subject.close();
    subject.report({ fraction: 0.9, details: null });
    await jest.advanceTimersByTimeAsync(1_000);
    expect(sent.map(({ fraction }) => fraction)).toEqual([0.5]);
  });
});
