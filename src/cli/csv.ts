import { createReadStream } from 'node:fs';

/** One record of a CSV file, by column name. */
export interface CsvRecord {
  /** Line of the file on which the record begins, from 1. */
  readonly line: number;
  readonly values: Readonly<Record<string, string>>;
  /** Why the record cannot be used; null: it has a value for each column. */
  readonly problem: string | null;
}

/**
 * Reads a CSV file (RFC 4180: quoted fields may hold commas, quotes and line breaks) record by record;
 * the first one names the columns. Memory does not grow with the file. `onRead` hears of the bytes read so far.
 * @throws Error when a quote is not closed, text follows a closing quote, or two columns have one name
 */
export async function* readCsv(path: string, onRead?: (bytes: number) => void): AsyncGenerator<CsvRecord, void, void> {
  let header: readonly string[] | undefined;
  const stream = createReadStream(path, 'utf8');
  for await (const { line, fields } of records(stream)) {
    onRead?.(stream.bytesRead);
    if (fields.length === 1 && fields[0] === '') continue;
    if (!header) {
      header = fields;
      const twice = header.find((name, i) => fields.indexOf(name) !== i);
      if (twice !== undefined) throw new Error(`line ${line}: the column ${twice} is there twice`);
      continue;
    }
    const problem = fields.length === header.length ? null : `${fields.length} fields, the header has ${header.length}`;
    yield { line, values: Object.fromEntries(header.map((name, i) => [name, fields[i] ?? ''])), problem };
  }
}

async function* records(chunks: AsyncIterable<string>): AsyncGenerator<{ line: number; fields: string[] }, void, void> {
  let fields: string[] = [];
  let field = '';
  let place: 'start' | 'plain' | 'quoted' | 'quote' = 'start';
  let wasReturn = false;
  let isFirst = true;
  let line = 1;
  let begun = 1;
  for await (const chunk of chunks) {
    for (const char of chunk) {
      if (isFirst) {
        isFirst = false;
        if (char === '\uFEFF') continue;
      }
      if (char === '\n') line += 1;
      if (place === 'quoted') {
        if (char === '"') place = 'quote';
        else field += char;
        continue;
      }
      if (place === 'quote' && char === '"') {
        field += char;
        place = 'quoted';
        continue;
      }
      // Whether a carriage return ends the line is known only by the next character.
      if (wasReturn) {
        wasReturn = false;
        if (char !== '\n') {
          if (place === 'quote') throw new Error(`line ${line}: text follows a closing quote`);
          field += '\r';
          place = 'plain';
        }
      }
      if (char === ',') {
        fields.push(field);
        field = '';
        place = 'start';
      } else if (char === '\n') {
        yield { line: begun, fields: [...fields, field] };
        fields = [];
        field = '';
        place = 'start';
        begun = line;
      } else if (char === '\r') wasReturn = true;
      else if (char === '"' && place === 'start') place = 'quoted';
      else if (place === 'quote') throw new Error(`line ${line}: text follows a closing quote`);
      else {
        field += char;
        place = 'plain';
      }
    }
  }
  if (place === 'quoted') throw new Error(`line ${begun}: a quote is not closed`);
  if (place !== 'start' || fields.length > 0) yield { line: begun, fields: [...fields, field] };
}
