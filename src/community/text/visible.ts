/** How many combining marks may stand on one letter: no orthography needs more, and heaps of them run over the neighbours' posts. */
export const MAX_MARKS = 4;

const PICTURE = '\\p{Extended_Pictographic}';
/** Scripts in which a zero-width joiner or non-joiner between two letters is spelling. */
const JOINING = [
  ...['Arabic', 'Syriac', 'Devanagari', 'Bengali', 'Gurmukhi', 'Gujarati', 'Oriya', 'Tamil', 'Telugu', 'Kannada', 'Malayalam'],
  ...['Sinhala', 'Khmer', 'Myanmar', 'Mongolian'],
]
  .map((script) => `\\p{Script=${script}}`)
  .join('');

const NEEDED = [
  `(?<=${PICTURE})[\\uFE0E\\uFE0F]`,
  '(?<=[0-9#*])\\uFE0F(?=\\u20E3)',
  `(?<=${PICTURE}\\uFE0F?\\p{Emoji_Modifier}?)\\u200D(?=${PICTURE})`,
  `(?<=[${JOINING}])[\\u200C\\u200D](?=[${JOINING}])`,
].join('|');
/** U+0000 is left to the parser, which shows that there was something. */
const CONTROL = '[\\u0001-\\u0008\\u000B\\u000C\\u000E-\\u001F\\u007F-\\u009F\\u2028\\u2029\\uFFF9-\\uFFFB]';

const ORDINARY = /^[\n\t\x20-\x7E]*$/;
const INVISIBLE = new RegExp(`(?!${NEEDED})(?:\\p{Default_Ignorable_Code_Point}|\\p{Bidi_Control}|${CONTROL})`, 'gu');
const HEAPS_OF_MARKS = new RegExp(`(\\p{M}{${MAX_MARKS}})\\p{M}+`, 'gu');

/**
 * The text without what cannot be seen: zero-width characters, controls of the writing direction, tags, other controls; and with at most
 * `MAX_MARKS` combining marks in a row. Kept are joiners where they are spelling, inside of an emoji or between letters of a
 * script that needs them. What is visible stays as it is, so doing it twice changes nothing.
 */
export function visible(text: string): string {
  if (ORDINARY.test(text)) return text;
  return text.toWellFormed().replace(INVISIBLE, '').replace(HEAPS_OF_MARKS, '$1');
}
