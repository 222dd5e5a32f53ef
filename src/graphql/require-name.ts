import { Refused } from './attempt.js';
import { isStorable } from './stored-text.js';
import { invalid } from './user-error.types.js';

const NAME_MAX = 255;

/** @throws Refused unless the text is a name for people: 1 to 255 characters */
export function requireName(text: string, ...path: string[]): void {
  if (text.trim() === '' || text.length > NAME_MAX || !isStorable(text))
    throw new Refused(invalid(`${path.at(-1)} has 1 to ${NAME_MAX} characters.`, ...path));
}
