import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';

export const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A document's name: its SHA-256 in hexadecimal, with or without `sha256:` before it. */
const nameOf = (id: string): string | null => /^(?:sha256:)?([0-9a-f]{64})$/.exec(id)?.[1] ?? null;

/** Texts by digest. */
export type TrustedDocuments = ReadonlyMap<string, string>;

/**
 * Reads a manifest `{ "sha256:<hex>": "document text" }`.
 * @throws Error naming the file, and the entry whose text is not the one that its name promises
 */
export async function loadTrustedDocuments(path: string): Promise<TrustedDocuments> {
  let manifest: unknown;
  try {
    manifest = JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    throw new Error(
      `LAUREL_TRUSTED_DOCUMENTS: ${path} cannot be read as JSON (${error instanceof SyntaxError ? 'syntax' : String(error)}).`,
    );
  }
  if (typeof manifest !== 'object' || manifest === null || Array.isArray(manifest)) {
    throw new Error(`LAUREL_TRUSTED_DOCUMENTS: ${path} must be an object of document texts by "sha256:<hex>".`);
  }
  return new Map(
    Object.entries(manifest).map(([id, text]: [string, unknown]) => {
      const name = nameOf(id);
      if (name === null || typeof text !== 'string') {
        throw new Error(`LAUREL_TRUSTED_DOCUMENTS: the entry "${id}" must be "sha256:<64 hexadecimal digits>": "document text".`);
      }
      if (digestOf(text) !== name)
        throw new Error(`LAUREL_TRUSTED_DOCUMENTS: the text of "${id}" has the digest sha256:${digestOf(text)}.`);
      return [name, text];
    }),
  );
}

/** The text that a request means by a documentId, by a query that is one, or by a query; null when it is not in the list. */
export function trustedText(documents: TrustedDocuments, query: string | undefined, documentId: string | undefined): string | null {
  if (documentId !== undefined) return documents.get(nameOf(documentId) ?? '') ?? null;
  return documents.get(nameOf(query ?? '') ?? digestOf(query ?? '')) ?? null;
}
