/**
 * Whether a message that sells says how to have them cease: a valid way, and a simple one (CPCE L34-5). In an SMS that is « STOP » with the number it goes to, or as the answer.
 */
const stop = /\bstop\b/i;
const number = /\b\d(?:[ .]?\d){4,}\b/;
const answer = /r[ée]pond|envoye|r[ée]ply|text|send|answer/i;

export const saysHowToOppose = (text: string): boolean =>
  stop.test(text) && (number.test(text) || answer.test(text));
