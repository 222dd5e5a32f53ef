import { isStorable } from './stored-text.js';

const URL_MAX = 2_048;

/** Whether a text is an https URL of at most 2,048 characters. */
export const isHttpsUrl = (text: string): boolean =>
  text.length <= URL_MAX && isStorable(text) && URL.canParse(text) && new URL(text).protocol === 'https:';
