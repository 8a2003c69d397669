import { createDesk } from './engine-desk.js';
import type { NumberedAsk, NumberedReply } from './engine-messages.js';

const desk = createDesk();

addEventListener('message', ({ data }: MessageEvent<NumberedAsk>) => {
  const { number, ask } = data;
  const reply = (answer: NumberedReply) => postMessage(answer);
  try {
    reply({ number, kind: 'done', value: desk(ask) });
  } catch (error) {
    reply({ number, kind: 'failed', message: error instanceof Error ? error.message : String(error) });
  }
});
