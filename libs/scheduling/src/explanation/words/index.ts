export { conflictMemberText } from './conflict-words.js';
export { limitText, reasonTitle } from './limit-words.js';
export { dateText, spanText, weekdayText } from './moment-words.js';
export { wordsOf, type ExplanationWords } from './names.js';
export { weekSentence, type Audience } from './week-words.js';
export { wishText } from './wish-words.js';
