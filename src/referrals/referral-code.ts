import { randomBytes } from 'node:crypto';

const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const LENGTH = 8;

/** A new member's code to refer others with: 8 characters without look-alikes. One that is taken in the programme is thrown again. */
export const newReferralCode = (): string => Array.from(randomBytes(LENGTH), (byte) => ALPHABET[byte % ALPHABET.length]).join('');

/** The code as people may write it: in any case, with spaces or dashes. */
export const plainCode = (text: string): string => text.replaceAll(/[\s-]/g, '').toUpperCase();
