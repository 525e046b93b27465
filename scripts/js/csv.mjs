// SPDX-License-Identifier: Apache-2.0
// CSV tables as all readers here take them, a line at a time. What is wrong with one is said in a sentence.

import { closeSync, openSync, readSync } from 'node:fs';

/** Something is wrong with a table. The message is a sentence. */
export class BadTable extends Error {}

const CHUNK = 1 << 20;
const SAVE = 'Save it as CSV in UTF-8.';

/** The text of a file in pieces, if it is text. */
export function* piecesOf(file, name = file) {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decode = (bytes, options) => {
    try {
      return decoder.decode(bytes, options);
    } catch {
      throw new BadTable(`${name} is not in UTF-8. ${SAVE}`);
    }
  };
  const open = openSync(file, 'r');
  try {
    const buffer = new Uint8Array(CHUNK);
    for (let isFirst = true; ; isFirst = false) {
      const bytes = buffer.subarray(0, readSync(open, buffer));
      const mark = isFirst ? `${bytes[0]} ${bytes[1]}` : '';
      if (mark === '255 254' || mark === '254 255') throw new BadTable(`${name} is in UTF-16. ${SAVE}`);
      if (bytes.includes(0)) throw new BadTable(`${name} has bytes of zero, as UTF-16 and files that are no text have. ${SAVE}`);
      yield decode(bytes, { stream: bytes.length > 0 });
      if (bytes.length === 0) return;
    }
  } finally {
    closeSync(open);
  }
}

/** The lines of pieces of text, each without its end. */
function* split(texts) {
  let rest = '';
  for (const text of texts) {
    const lines = (rest + text).split('\n');
    rest = lines.pop();
    yield* lines;
  }
  yield rest;
}

/** The lines of a table that say something, each `{ line, number, where }`: no blank ones, none that begin with `#`. */
function* meaningful(lines, name) {
  let number = 0;
  for (const raw of lines) {
    number += 1;
    const line = raw.trim();
    const where = `${name}, line ${number}`;
    if (line.includes('\r')) {
      throw new BadTable(`${where}: lines end with a carriage return alone, as on old Macs. Save it with the line ends of Unix or Windows.`);
    }
    if (line.includes('\0')) throw new BadTable(`${where} has a byte of zero. ${SAVE}`);
    if (line !== '' && !line.startsWith('#')) yield { line, number, where };
  }
}

/** The lines of a text. */
export const linesOf = (text, name) => meaningful(split([text.replace(/^\uFEFF/, '')]), name);

/** The lines of a file; it is read as they are taken. */
export function* linesOfFile(file) {
  try {
    yield* meaningful(split(piecesOf(file)), file);
  } catch (error) {
    if (error.code === undefined) throw error;
    throw new BadTable(`${file} cannot be read: ${error.code}.`);
  }
}

/** The place of a column, by one of its titles, each of which may be there once, and only one of them. */
function place(header, titles, name) {
  const found = header.flatMap((title, at) => (titles.includes(title) ? [at] : []));
  const [first, second] = found.map((at) => header[at]);
  if (found.length === 0) throw new BadTable(`${name} has no column "${titles[0]}"; its header is "${header.join(',')}".`);
  if (found.length === 1) return found[0];
  throw new BadTable(
    first === second
      ? `${name} has the column "${first}" twice.`
      : `${name} has both columns "${first}" and "${second}"; leave one out.`,
  );
}

/**
 * The rows of a table as objects with the wanted columns, `titles` with the titles that these have in the table, and `number` and
 * `where` for messages. Other columns may be there.
 * @param lines of `linesOf` or `linesOfFile`
 * @param wanted what the columns are called in a row, and the titles that each may have
 */
export function* rowsOf(lines, name, wanted) {
  let header;
  let columns;
  let titles;
  for (const { line, number, where } of lines) {
    const fields = line.split(',').map((field) => field.trim());
    if (columns === undefined) {
      header = fields;
      columns = Object.entries(wanted).map(([key, known]) => [key, place(header, known, name)]);
      titles = Object.fromEntries(columns.map(([key, at]) => [key, header[at]]));
      continue;
    }
    if (fields.length !== header.length) {
      throw new BadTable(`${where} has ${fields.length} fields, the header has ${header.length}; numbers have no thousands separators.`);
    }
    const row = { number, where, titles };
    for (const [key, at] of columns) row[key] = fields[at];
    yield row;
  }
  if (columns === undefined) throw new BadTable(`${name} is empty.`);
}
