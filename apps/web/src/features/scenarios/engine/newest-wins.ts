/** What became of a question: an answer, or a newer question took its turn before it was begun. */
export type Turn<Answer> = { readonly kind: 'answered'; readonly answer: Answer } | { readonly kind: 'overtaken' };

interface Waiting<Ask, Answer> {
  readonly ask: Ask;
  readonly settle: (turn: Turn<Answer>) => void;
  readonly fail: (error: unknown) => void;
}

/**
 * One question at a time, and of those that come while one is being answered only the newest: a hand moves a slider
 * faster than anybody computes, and nobody wants the answers of the way.
 */
export function newestWins<Ask, Answer>(send: (ask: Ask) => Promise<Answer>): (ask: Ask) => Promise<Turn<Answer>> {
  let running = false;
  let waiting: Waiting<Ask, Answer> | undefined;
  const run = async ({ ask, settle, fail }: Waiting<Ask, Answer>): Promise<void> => {
    running = true;
    try {
      settle({ kind: 'answered', answer: await send(ask) });
    } catch (error) {
      fail(error);
    }
    running = false;
    const next = waiting;
    waiting = undefined;
    if (next) void run(next);
  };
  return (ask) =>
    new Promise((settle, fail) => {
      const one = { ask, settle, fail };
      if (!running) return void run(one);
      waiting?.settle({ kind: 'overtaken' });
      waiting = one;
    });
}
