import { createReadStream } from 'node:fs';

/** One record of a CSV file, by column name. */
export interface CsvRecord {
  /** Line of the file on which the record begins, from 1. */
  readonly line: number;
  readonly values: Readonly<Record<string, string>>;
}

/**
 * Reads a CSV file (RFC 4180: quoted fields may hold commas, quotes and line breaks) record by record;
 * the first one names the columns. Memory does not grow with the file.
 * @throws Error when a record has another number of fields than the header
 */
export async function* readCsv(path: string): AsyncGenerator<CsvRecord, void, void> {
  let header: readonly string[] | undefined;
  for await (const { line, fields } of records(createReadStream(path, 'utf8'))) {
    if (fields.length === 1 && fields[0] === '') continue;
    if (!header) {
      header = fields.map((name, i) => (i === 0 ? name.replace(/^\uFEFF/, '') : name));
      continue;
    }
    if (fields.length !== header.length) throw new Error(`line ${line}: ${fields.length} fields, the header has ${header.length}`);
    yield { line, values: Object.fromEntries(header.map((name, i) => [name, fields[i] as string])) };
  }
}

async function* records(chunks: AsyncIterable<string>): AsyncGenerator<{ line: number; fields: string[] }, void, void> {
  let fields: string[] = [];
  let field = '';
  let isQuoted = false;
  let wasQuote = false;
  let line = 1;
  let begun = 1;
  for await (const chunk of chunks) {
    for (const char of chunk) {
      if (char === '\n') line += 1;
      if (wasQuote) {
        wasQuote = false;
        if (char === '"') {
          field += '"';
          continue;
        }
        isQuoted = false;
      }
      if (isQuoted) {
        if (char === '"') wasQuote = true;
        else field += char;
      } else if (char === '"' && field === '') isQuoted = true;
      else if (char === ',') {
        fields.push(field);
        field = '';
      } else if (char === '\n') {
        fields.push(field.endsWith('\r') ? field.slice(0, -1) : field);
        yield { line: begun, fields };
        fields = [];
        field = '';
        begun = line;
      } else field += char;
    }
  }
  if (field !== '' || fields.length > 0) yield { line: begun, fields: [...fields, field] };
}
