import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits behind a prefix that secret scanners can find. */
export const newSecret = (): string => `lrl_${randomBytes(32).toString('base64url')}`;

/** What is kept of a secret. It has full entropy, so a fast digest is enough. */
export const digest = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** The part of a secret that is kept in clear, to tell keys apart. */
export const prefixOf = (secret: string): string => secret.slice(0, 10);
