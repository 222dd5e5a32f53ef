/**
 * Whether the database can hold a text as it is. PostgreSQL takes no NUL, and in place of half a surrogate pair
 * it would be given another character, so that two texts became one.
 */
export const isStorable = (text: string): boolean => !text.includes('\0') && text.isWellFormed();
