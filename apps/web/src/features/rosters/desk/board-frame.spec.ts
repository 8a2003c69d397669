import { boardFrame } from './board-frame.js';

let waiting: FrameRequestCallback[] = [];

/** The browser's next frame. */
function frame(): void {
  const now = waiting;
  waiting = [];
  now.forEach((callback) => callback(0));
}

beforeEach(() => {
  waiting = [];
  jest.spyOn(globalThis, 'requestAnimationFrame').mockImplementation((callback) => waiting.push(callback));
});
afterEach(() => jest.restoreAllMocks());

describe('the board’s part of a frame', () => {
  it('paints what the hand changed in the same frame, after it, and once', () => {
    const done: string[] = [];
    const paint = () => done.push('picture');
    boardFrame.paint(paint);
    boardFrame.follow(() => {
      done.push('hand');
      boardFrame.paint(paint);
    });
    frame();
    expect(done).toEqual(['hand', 'picture']);
    frame();
    expect(done).toEqual(['hand', 'picture']);
  });

  it('leaves what the hand asks for again to the next frame', () => {
    const done: string[] = [];
    const follow = () => {
      done.push('hand');
      if (done.length < 2) boardFrame.follow(follow);
    };
    boardFrame.follow(follow);
    frame();
    expect(done).toEqual(['hand']);
    frame();
    expect(done).toEqual(['hand', 'hand']);
  });

  it('goes on after a picture that fails, and forgets what is no longer wanted', () => {
    const done: string[] = [];
    const unwanted = () => done.push('unwanted');
    boardFrame.paint(unwanted);
    expect(boardFrame.forget(unwanted)).toBe(true);
    expect(boardFrame.forget(unwanted)).toBe(false);
    boardFrame.paint(() => {
      throw new Error('no context');
    });
    expect(frame).toThrow('no context');
    boardFrame.paint(() => done.push('picture'));
    frame();
    expect(done).toEqual(['picture']);
  });
});
