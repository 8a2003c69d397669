import { newestWins } from './newest-wins.js';

/** A sender whose answers come when the test says so. */
function heldSender() {
  const sent: { readonly ask: number; readonly answer: (text: string) => void; readonly fail: () => void }[] = [];
  const ask = newestWins(
    (one: number) =>
      new Promise<string>((answer, reject) =>
        sent.push({ ask: one, answer, fail: () => reject(new Error('the worker ended')) }),
      ),
  );
  return { sent, ask };
}

describe('questions of a moving slider', () => {
  it('are answered one at a time, and of those that waited only the newest', async () => {
    const { sent, ask } = heldSender();
    const turns = [ask(1), ask(2), ask(3)];
    expect(sent.map((one) => one.ask)).toEqual([1]);
    sent[0]!.answer('one');
    expect(await turns[0]).toEqual({ kind: 'answered', answer: 'one' });
    expect(await turns[1]).toEqual({ kind: 'overtaken' });
    expect(sent.map((one) => one.ask)).toEqual([1, 3]);
    sent[1]!.answer('three');
    expect(await turns[2]).toEqual({ kind: 'answered', answer: 'three' });
  });

  it('go on after one has failed', async () => {
    const { sent, ask } = heldSender();
    const failing = ask(1);
    const next = ask(2);
    sent[0]!.fail();
    await expect(failing).rejects.toThrow('the worker ended');
    sent[1]!.answer('two');
    expect(await next).toEqual({ kind: 'answered', answer: 'two' });
  });
});
