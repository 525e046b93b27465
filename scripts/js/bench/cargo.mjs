// SPDX-License-Identifier: Apache-2.0
// The figures in what the benches of cargo print: tables, and sentences.

/** A cell of a table that is a number, with or without a unit. */
const NUMBER = /^(-?[\d,]*\.?\d+)( ?(?:%|µs|us|ms|s|MB|kB))?$/;

const numberIn = (cell) => {
  const found = NUMBER.exec(cell);
  return found === null ? undefined : Number(found[1].replaceAll(',', ''));
};

/** The cells of a line: between bars, or between two blanks and more. */
function cells(line) {
  const trimmed = line.trim();
  if (trimmed.startsWith('|')) return trimmed.replace(/^\||\|$/g, '').split('|').map((cell) => cell.trim());
  return trimmed === '' ? [] : trimmed.split(/\s{2,}/);
}

/** The head of a column ends where its numbers do: the head of a table, by the ends of the cells of a row. */
function headBelow(head, line) {
  const ends = [...line.matchAll(/\S+(?:\s\S+)*/g)].map(({ 0: cell, index }) => index + cell.length);
  // the first column is to the left, and its head may be longer than its cells
  const [first, ...others] = cells(head.slice(0, ends[1]));
  return [first, others.join(' '), ...ends.slice(2).map((end, at) => head.slice(ends[at + 1], end).trim())];
}

const isRule = (row) => row.length > 0 && row.every((cell) => /^:?-+:?$/.test(cell));
const isRow = (row) => row.length > 1 && row.slice(1).every((cell) => numberIn(cell) !== undefined);
const isHead = (row) => row.length > 1 && row.slice(1).some((cell) => numberIn(cell) === undefined);

/**
 * The tables in a text: `{ title, columns, rows }`. The title is the line before the table's head. A row has as many
 * cells as the head, and `{ name, values }`: its first cell, and its numbers by their columns.
 */
export function tablesIn(text) {
  const tables = [];
  let [title, head, table] = ['', undefined, undefined];
  let headLine = '';
  for (const line of text.split('\n')) {
    const row = cells(line);
    if (isRule(row)) continue;
    if (head !== undefined && table === undefined && row.length > head.length && isRow(row)) head = headBelow(headLine, line);
    if (head !== undefined && row.length === head.length && isRow(row)) {
      if (table === undefined) {
        table = { title, columns: head.slice(1), rows: [] };
        tables.push(table);
      }
      table.rows.push({ name: row[0], values: Object.fromEntries(head.slice(1).map((column, at) => [column, numberIn(row[at + 1])])) });
      continue;
    }
    if (row.length === 0) continue;
    // the line before a head is the title of its table
    if (isHead(row)) [head, headLine, table] = [row, line, undefined];
    else [title, head, table] = [line.trim(), undefined, undefined];
  }
  return tables;
}

const many = (count) => Number(count).toLocaleString('en-US');

/**
 * The benches, each with what is taken of its output.
 *
 * `tables`: of those with a title like `title`, the rows with a name like `row`, and the columns by their names, each as
 * `[figure, unit]`. `name` makes the beginning of the figure out of the count in the title, the row's name and its values.
 * `lines`: of a line like it, the groups, each as `[figure, unit]`.
 */
export const BENCHES = [
  {
    package: 'breakwater-node',
    bench: 'import',
    tables: [
      {
        title: /^Import of purchases, on a chain with (?<count>\d+) policies/,
        row: /^median$/,
        name: (count) => `import of buy at ${many(count)} policies`,
        columns: { 'us a buy': ['each', 'µs'], 'buys a s': ['rate', 'a second'], 'charged/ms': ['charged ÷ measured', 'ratio'] },
      },
    ],
    lines: [[/^Most policies to fewest: (?<ratio>[\d.]+) times/, { ratio: ['import, most policies ÷ fewest', 'ratio'] }]],
  },
  {
    package: 'breakwater-node',
    bench: 'import',
    args: ['--honesty'],
    lines: [
      [/^Worst block: (?<ratio>[\d.]+) of its charge/, { ratio: ['honesty, worst block', 'measured ÷ charged'] }],
      [/^Mean of the mixed blocks: (?<ratio>[\d.]+) of their charge/, { ratio: ['honesty, mean of mixed blocks', 'measured ÷ charged'] }],
    ],
  },
  {
    package: 'breakwater-node',
    bench: 'database',
    tables: [
      {
        title: /with the state of (?<count>\d+) policies/,
        row: /^(read|write)/,
        name: (count, row) => `database at ${many(count)} policies, ${row.split(',')[0]}`,
        columns: { average: ['average', 'ns'], '99 %': ['99 of 100', 'ns'] },
      },
    ],
  },
  {
    package: 'breakwater-runtime',
    bench: 'payout',
    lines: [
      [/^(?<size>\d+) policies of \d+ pools, all paid/, { size: ['settlement, policies', 'policies'] }],
      [/^\s+blocks\s+(?<blocks>\d+):.*; (?<minutes>[\d.]+) minutes of the chain/, { blocks: ['settlement', 'blocks'], minutes: ['settlement', 'minutes of the chain'] }],
      [
        /^\s+binding block\s+(?<weight>[\d.]+) % of the weight; (?<ms>[\d.]+) ms of a processor/,
        { weight: ['settlement, fullest block', '% of the weight'], ms: ['settlement, longest block', 'ms of a processor'] },
      ],
      [
        /^\s+until the capital is free\s+(?<days>\d+) days; longest block (?<ms>[\d.]+) ms by the clock, heaviest (?<weight>[\d.]+) %/,
        { days: ['expiry', 'days to free capital'], ms: ['expiry, longest block', 'ms'], weight: ['expiry, heaviest block', '% of the weight'] },
      ],
      [/^\s+removal\s+(?<blocks>\d+) blocks full of calls/, { blocks: ['removal after expiry', 'blocks'] }],
      [/^\d+ claims with proof and signature: (?<each>\d+) µs each/, { each: ['claim with proof and signature, runtime only', 'µs'] }],
    ],
  },
  {
    package: 'breakwater-runtime',
    bench: 'scale',
    tables: [
      {
        title: /(?:)/,
        row: /(?:)/,
        // the number of policies is a column, and belongs to the name
        name: (_, row, values) => `${row} at ${many(values['of each'])} policies, runtime only`,
        columns: { median: ['median', 'µs'] },
      },
    ],
    lines: [[/^State with (?<size>\d+) of each: (?<keys>\d+) keys, (?<bytes>\d+) bytes/, { bytes: ['state with the most of each', 'bytes'] }]],
  },
];

/** The figures that a bench has printed: `{ figure, unit, value }`, each once: the last one holds. */
export function figuresIn(text, { tables = [], lines = [] }) {
  const found = new Map();
  const take = (figure, unit, value) => found.set(`${figure} ${unit}`, { figure, unit, value });
  for (const { title: heading, rows } of tablesIn(text)) {
    for (const wanted of tables) {
      const title = wanted.title.exec(heading);
      if (title === null) continue;
      for (const { name, values } of rows) {
        if (!wanted.row.test(name)) continue;
        const beginning = wanted.name(title.groups?.count, name, values);
        for (const [column, [figure, unit]] of Object.entries(wanted.columns)) {
          if (values[column] !== undefined) take(`${beginning}, ${figure}`, unit, values[column]);
        }
      }
    }
  }
  for (const line of text.split('\n')) {
    for (const [pattern, names] of lines) {
      const { groups } = pattern.exec(line) ?? {};
      if (groups === undefined) continue;
      for (const [group, [figure, unit]] of Object.entries(names)) take(figure, unit, Number(groups[group]));
    }
  }
  return [...found.values()];
}
