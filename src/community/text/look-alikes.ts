/**
 * Letters that look like others of ASCII, each group behind what it looks like. Capitals are listed where they look like another letter than
 * their small one does (Greek Η is an H, η an n). What NFKC makes alike (full width, mathematical, circled letters) is not listed. It is
 * a short list, after the idea of skeletons of Unicode Technical Standard 39: what is in use to write Latin words with other letters.
 */
const GROUPS: Readonly<Record<string, string>> = {
  a: 'аαɑᴀꭺΑА',
  b: 'ЬьвВβΒʙƄƅᏏ',
  c: 'сСςϲϹᴄⅽꮯᏟ',
  d: 'ԁᏧᴅɗđԀ',
  e: 'еЕεΕєЄэҽᴇɛℯəƏ',
  f: 'ƒϝϜꜰғҒ',
  g: 'ɡցɢԌԍɠ',
  h: 'һҺнНΗʜհℎӉӊ',
  i: 'іІιΙıɩӀӏᎥɪɨ',
  j: 'јЈϳͿʝᴊյ',
  k: 'кКκΚᴋқҚ',
  l: 'ʟłŁⱡԼ',
  m: 'мМΜᴍ',
  n: 'пηηΝնոɴŋ',
  o: 'оОοΟσөӨøØօՕᴏ',
  p: 'рРρΡϱᴘ',
  q: 'ԛԚգզ',
  r: 'гʀᴦя',
  s: 'ѕЅꜱʂՏ',
  t: 'тТτΤᴛŧ',
  u: 'υцսᴜʋμ',
  v: 'νѵѴᴠ',
  w: 'ԝԜшШщωᴡɯ',
  x: 'хХχΧ',
  y: 'уУүҮγΥУʏყ',
  z: 'ζΖᴢʐ',
  ae: 'æӕ',
  oe: 'œ',
  th: 'þ',
};

const TABLE: ReadonlyMap<string, string> = new Map(
  Object.entries(GROUPS).flatMap(([looks, letters]) => [...letters].map((letter) => [letter, looks] as const)),
);

/** What a letter looks like in ASCII; itself if it looks like none. */
export const looksLike = (letter: string): string => TABLE.get(letter) ?? letter;

/** Digits and signs that stand for letters; i, l, 1, ! and | are one, as nobody can tell them apart. */
const LEET: Readonly<Record<string, string>> = {
  0: 'o',
  1: 'i',
  3: 'e',
  4: 'a',
  5: 's',
  7: 't',
  8: 'b',
  '@': 'a',
  $: 's',
  '€': 'e',
  '!': 'i',
  '|': 'i',
  l: 'i',
};

/** What a character of a word stands for in "leet" writing; itself if it stands for nothing else. */
export const standsFor = (character: string): string => LEET[character] ?? character;
