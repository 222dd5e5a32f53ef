/** Array parameters, made here because `pg` escapes every element by itself, which took a tenth of a batch's time. */

/** Numbers, booleans, nulls and UUIDs: nothing in them needs escaping. */
export const plainArray = (values: readonly (number | string | boolean | null)[]): string =>
  `{${values.map((value) => (value === null ? 'null' : value)).join(',')}}`;

const TEXT = 25;
const JSON_TEXT = 114;

/** text[], in PostgreSQL's binary format. */
export const textArray = (values: readonly (string | null)[]): Buffer => binaryArray(values, TEXT);

/** json[], in PostgreSQL's binary format. */
export const jsonArray = (values: readonly string[]): Buffer => binaryArray(values, JSON_TEXT);

/** One dimension, its element type, its length, its lower bound 1; then each element behind its length, -1 for null (array_recv in arrayfuncs.c). */
function binaryArray(values: readonly (string | null)[], elementType: number): Buffer {
  let size = 20;
  for (const value of values) size += 4 + (value === null ? 0 : Buffer.byteLength(value));
  const bytes = Buffer.allocUnsafe(size);
  bytes.writeInt32BE(1, 0);
  bytes.writeInt32BE(values.includes(null) ? 1 : 0, 4);
  bytes.writeInt32BE(elementType, 8);
  bytes.writeInt32BE(values.length, 12);
  bytes.writeInt32BE(1, 16);
  let at = 20;
  for (const value of values) {
    const length = value === null ? -1 : bytes.write(value, at + 4);
    bytes.writeInt32BE(length, at);
    at += 4 + Math.max(0, length);
  }
  return bytes;
}
