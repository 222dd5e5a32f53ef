import { looksLike, standsFor } from './look-alikes.js';

/** Marks that stand on letters of any script. Those of one script, like the vowels of Devanagari, are spelling. */
const ADDED_MARKS = /(?=\p{Script=Inherited})\p{M}/gu;
const UNSEEN = /\p{Default_Ignorable_Code_Point}|\p{Bidi_Control}|\p{Cc}(?<![\t\n\r])/gu;
/** Scripts that are written without spaces between words. */
const UNSPACED =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{M}]+$/u;
const BETWEEN_WORDS = /[^\p{L}\p{N}\p{M}]+/gu;
/** Signs that could be letters, but end a word: "now!!" */
const SIGNS_AT_END = /[@$!|€]+(?![\p{L}\p{N}@$!|€])/gu;
/** Two ligatures of a whole sentence, the only characters that NFKC makes more than six times as long. */
const SENTENCES = /[\uFDFA\uFDFB]/gu;
const MIN_SPACED_LETTERS = 3;

/**
 * The text as it looks, to compare it with another skeleton, not to show it: NFKC, without invisible characters and added marks, look-alikes
 * of other scripts as ASCII, in lower case. With `isLeet`, also digits and signs as the letters they stand for, and l as i.
 */
export function skeleton(text: string, { isLeet = false }: { isLeet?: boolean } = {}): string {
  const seen = inAscii(caseless(inAscii(bare(text))));
  return isLeet ? asLetters(seen) : seen;
}

/** The text in one spelling of each letter, in no other alphabet: two texts are equal if only case, marks or invisible characters differ. */
const spelling = (text: string): string => caseless(bare(text));

const bare = (text: string): string => {
  const compatible = text.toWellFormed().replace(SENTENCES, ' ').normalize('NFKC');
  return compatible.replace(UNSEEN, '').normalize('NFKD').replace(ADDED_MARKS, '').normalize('NFC');
};
const inAscii = (text: string): string => text.replace(/\P{ASCII}/gu, looksLike);
const asLetters = (text: string): string => text.replace(/[^a-km-z\s]/gu, standsFor);
/** Close to full case folding: ß is ss, and σ has one form. */
const caseless = (text: string): string => text.toUpperCase().toLowerCase().replaceAll('ς', 'σ');

/**
 * Which of the words (or phrases) a text has, as they were given. A word is found whole, not within a longer one: as it is spelled in any
 * case, as it looks, as leet, and letter by letter ("f r e e", "f.r-e_e") if it has three letters or more. In scripts without spaces it is
 * found anywhere. The text is what readers see, `plainText(body)`: in a body, markup may divide a word. A whole word in look-alikes of another
 * script is found although it may be a real word there; whether it is, a person can tell.
 */
export function findWords(text: string, words: readonly string[]): string[] {
  const texts = READINGS.map((read) => read(text));
  return words.filter((word) => READINGS.some((read, index) => isIn(texts[index] as string, read(word))));
}

/** As spelled, as it looks, with digits as letters, with digits and signs as letters. */
const READINGS: readonly ((text: string) => string)[] = [
  (text) => spaced(spelling(text)),
  (text) => spaced(skeleton(text)),
  (text) => asLetters(spaced(skeleton(text))),
  (text) => spaced(asLetters(skeleton(text).replace(SIGNS_AT_END, ' '))),
];

/** One space before, between and behind words. */
const spaced = (text: string): string => ` ${text.replace(BETWEEN_WORDS, ' ').trim()} `;

function isIn(text: string, word: string): boolean {
  const letters = word.trim();
  if (letters === '') return false;
  if (text.includes(word) || (UNSPACED.test(letters) && text.includes(letters))) return true;
  const apart = [...letters.replaceAll(' ', '')];
  return apart.length >= MIN_SPACED_LETTERS && text.includes(` ${apart.join(' ')} `);
}
