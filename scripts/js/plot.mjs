// SPDX-License-Identifier: Apache-2.0
// Plots as SVG, in a few lines of our own: lines, dots and bars over two axes.

const [WIDTH, HEIGHT] = [720, 400];
const EDGE = { left: 70, right: 20, top: 44, bottom: 60 };
const COLOURS = ['#1b6ca8', '#d1495b', '#66a182', '#edae49', '#775b59'];
/** Steps between two marks of an axis, times a power of ten. */
const STEPS = [1, 2, 5, 10];
const MARKS = 6;

const escape = (text) => String(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const round = (number) => Number(number.toFixed(1));

/** Round numbers from zero to the first one that is no less than `most`. */
export function marks(most) {
  if (!(most > 0)) return [0, 1];
  const power = 10 ** Math.floor(Math.log10(most / MARKS));
  const step = STEPS.map((times) => times * power).find((one) => most / one <= MARKS) ?? 10 * power;
  const count = Math.ceil(most / step - 1e-9);
  return Array.from({ length: count + 1 }, (_, at) => Number((at * step).toPrecision(12)));
}

const text = (x, y, words, more = '') => `<text x="${round(x)}" y="${round(y)}" ${more}>${escape(words)}</text>`;

/** A frame with axes from zero: the parts of the SVG, and the place of a value on each axis. */
function frame({ title, xLabel, yLabel, mostX, mostY, xMarks }) {
  const ys = marks(mostY);
  const xs = xMarks ?? marks(mostX);
  const [endX, endY] = [xMarks ? mostX : xs.at(-1), ys.at(-1)];
  const x = (value) => EDGE.left + (value / endX) * (WIDTH - EDGE.left - EDGE.right);
  const y = (value) => HEIGHT - EDGE.bottom - (value / endY) * (HEIGHT - EDGE.top - EDGE.bottom);
  const parts = [
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
    text(EDGE.left, 18, title, 'font-size="15" font-weight="bold"'),
    ...ys.flatMap((mark) => [
      `<line x1="${EDGE.left}" x2="${WIDTH - EDGE.right}" y1="${round(y(mark))}" y2="${round(y(mark))}" stroke="#ddd"/>`,
      text(EDGE.left - 8, y(mark) + 4, mark.toLocaleString('en-US'), 'text-anchor="end"'),
    ]),
    ...(xMarks ? [] : xs).map((mark) => text(x(mark), HEIGHT - EDGE.bottom + 18, mark.toLocaleString('en-US'), 'text-anchor="middle"')),
    text((EDGE.left + WIDTH - EDGE.right) / 2, HEIGHT - 8, xLabel, 'text-anchor="middle"'),
    text(0, 0, yLabel, `text-anchor="middle" transform="translate(16 ${(EDGE.top + HEIGHT - EDGE.bottom) / 2}) rotate(-90)"`),
  ];
  return { parts, x, y };
}

const whole = (parts) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12" fill="#222">\n${parts.join('\n')}\n</svg>\n`;

/**
 * A plot of series over numbers.
 *
 * @param series `{ name, points, dots }`: points as `[x, y]`, as dots or joined by a line
 */
export function plot({ title, xLabel, yLabel, series }) {
  const most = (at) => series.reduce((all, { points }) => points.reduce((so, point) => Math.max(so, point[at]), all), 0);
  const { parts, x, y } = frame({ title, xLabel, yLabel, mostX: most(0), mostY: most(1) });
  for (const [at, { name, points, dots }] of series.entries()) {
    const colour = COLOURS[at % COLOURS.length];
    const places = points.map(([a, b]) => [round(x(a)), round(y(b))]);
    if (dots) parts.push(...places.map(([a, b]) => `<circle cx="${a}" cy="${b}" r="2.5" fill="${colour}"/>`));
    else parts.push(`<polyline points="${places.map((place) => place.join(',')).join(' ')}" fill="none" stroke="${colour}" stroke-width="2"/>`);
    if (series.length > 1) {
      const left = EDGE.left + 10 + at * 150;
      parts.push(`<rect x="${left}" y="27" width="10" height="10" fill="${colour}"/>`, text(left + 15, 36, name));
    }
  }
  return whole(parts);
}

/** A plot of bars: `{ name, value }` each. */
export function bars({ title, xLabel, yLabel, values }) {
  const mostY = Math.max(...values.map(({ value }) => value));
  const { parts, x, y } = frame({ title, xLabel, yLabel, mostX: values.length, mostY, xMarks: [] });
  for (const [at, { name, value }] of values.entries()) {
    const [left, width] = [x(at + 0.2), x(0.6) - x(0)];
    parts.push(`<rect x="${round(left)}" y="${round(y(value))}" width="${round(width)}" height="${round(y(0) - y(value))}" fill="${COLOURS[0]}"/>`);
    parts.push(text(left + width / 2, y(value) - 6, value.toFixed(2), 'text-anchor="middle"'));
    parts.push(text(left + width / 2, HEIGHT - EDGE.bottom + 18, name, 'text-anchor="middle"'));
  }
  return whole(parts);
}

/** Points of a distribution: the value that so many hundredths are no more than. */
export function distribution(values) {
  const order = Float64Array.from(values).sort();
  if (order.length === 0) return [];
  return Array.from({ length: 101 }, (_, part) => [order[Math.floor(((order.length - 1) * part) / 100)], part]);
}
