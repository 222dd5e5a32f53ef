/** Description of the argument that every mutation which moves points takes. */
export const IDEMPOTENCY_KEY =
  'Names this command for ever, 1 to 255 characters. Send the same key again when you do not know what became of it.';
