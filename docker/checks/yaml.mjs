// SPDX-License-Identifier: Apache-2.0
// The part of YAML in which the files of this folder are written, for the tests of scripts: mappings and lists by indentation,
// lists and mappings in brackets on one line, plain and quoted scalars, folded and literal texts, anchors, aliases and merges.
// Anything else is an error, and so is a key that is there twice.

/** The end of a line's content: a comment begins with # at the start or after a space, outside of quotes. */
function withoutComment(line) {
  let quote = '';
  for (let at = 0; at < line.length; at += 1) {
    const sign = line[at];
    if (quote) {
      if (sign === '\\' && quote === '"') at += 1;
      else if (sign === quote) quote = '';
    } else if ((sign === '"' || sign === "'") && (at === 0 || /[\s[{,:]/.test(line[at - 1]))) quote = sign;
    else if (sign === '#' && (at === 0 || line[at - 1] === ' ')) return line.slice(0, at).trimEnd();
  }
  return line.trimEnd();
}

/** A scalar: a number, a truth value, nothing, or text. */
function scalar(text) {
  if (text.startsWith('"')) return JSON.parse(text);
  if (text.startsWith("'")) return text.slice(1, -1).replaceAll("''", "'");
  if (/^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  if (['', '~', 'null'].includes(text)) return null;
  return { true: true, false: false }[text] ?? text;
}

/** Lists and mappings in brackets. */
function flow(text, fail) {
  let at = 0;
  const space = () => {
    while (text[at] === ' ') at += 1;
  };
  const word = (ends) => {
    space();
    const start = at;
    if (text[at] === '"' || text[at] === "'") {
      const quote = text[at];
      for (at += 1; at < text.length && text[at] !== quote; at += 1) if (text[at] === '\\' && quote === '"') at += 1;
      at += 1;
    } else while (at < text.length && !ends.includes(text[at])) at += 1;
    return scalar(text.slice(start, at).trim());
  };
  const value = () => {
    space();
    if (text[at] === '[') {
      const list = [];
      for (at += 1, space(); text[at] !== ']'; space()) {
        if (at >= text.length) fail('a list without an end');
        list.push(value());
        space();
        if (text[at] === ',') at += 1;
      }
      at += 1;
      return list;
    }
    if (text[at] === '{') {
      const map = {};
      for (at += 1, space(); text[at] !== '}'; space()) {
        if (at >= text.length) fail('a mapping without an end');
        const key = word(':,}');
        space();
        if (text[at] !== ':') fail('a key without a value');
        at += 1;
        if (key in map) fail(`${key} twice`);
        map[key] = value();
        space();
        if (text[at] === ',') at += 1;
      }
      at += 1;
      return map;
    }
    return word(',]}');
  };
  const result = value();
  space();
  if (at !== text.length) fail(`"${text.slice(at)}" after its end`);
  return result;
}

/**
 * Reads a document.
 * @param text of the file
 * @param name of the file, for errors
 */
export function yaml(text, name = 'YAML') {
  const lines = text.split('\n');
  const anchors = new Map();
  let at = 0;
  const fail = (what) => {
    throw new Error(`${name}, line ${at + 1}: ${what}.`);
  };
  const indent = (line) => line.length - line.trimStart().length;
  const next = () => {
    while (at < lines.length && withoutComment(lines[at]).trim() === '') at += 1;
    return at < lines.length ? indent(lines[at]) : -1;
  };

  /** What follows a key or a dash: on its line, or below it. `least` is the least indentation of what is below. */
  function after(rest, least) {
    let anchor;
    const named = rest.match(/^&([\w-]+)\s*(.*)$/);
    if (named) [, anchor, rest] = named;
    let result;
    const block = rest.match(/^([>|])-?$/);
    if (block) {
      const parts = [];
      const deep = (at += 1) < lines.length ? indent(lines[at]) : 0;
      for (; at < lines.length && (lines[at].trim() === '' || indent(lines[at]) >= least); at += 1) {
        parts.push(lines[at].slice(deep).trimEnd());
      }
      while (parts.at(-1) === '') parts.pop();
      result = parts.join(block[1] === '>' ? ' ' : '\n');
    } else if (rest.startsWith('*')) {
      if (!anchors.has(rest.slice(1))) fail(`no anchor ${rest.slice(1)} above`);
      result = anchors.get(rest.slice(1));
      at += 1;
    } else if (rest === '') {
      at += 1;
      result = next() >= least ? node() : null;
    } else if (/^[[{]/.test(rest)) {
      result = flow(rest, fail);
      at += 1;
    } else {
      if (/^[!%@`]|^[^"'].*: /.test(rest)) fail(`"${rest}" is not read`);
      result = scalar(rest);
      at += 1;
    }
    if (anchor) anchors.set(anchor, result);
    return result;
  }

  function node() {
    const deep = next();
    return withoutComment(lines[at]).trim().match(/^-( |$)/) ? list(deep) : mapping(deep);
  }

  function list(deep) {
    const result = [];
    while (next() === deep && /^-( |$)/.test(lines[at].trim())) {
      const rest = withoutComment(lines[at]).trim().slice(1).trim();
      if (/^("[^"]*"|[\w./$<-]+):( |$)/.test(rest)) {
        // a mapping that begins on the line of its dash
        lines[at] = `${' '.repeat(deep + 2)}${lines[at].trim().slice(1).trimStart()}`;
        result.push(mapping(deep + 2));
      } else result.push(after(rest, deep + 1));
    }
    if (next() > deep) fail('an indentation that nothing explains');
    return result;
  }

  function mapping(deep) {
    const result = {};
    const own = new Set();
    while (next() === deep) {
      const line = withoutComment(lines[at]).trim();
      const found = line.match(/^("[^"]*"|'[^']*'|[\w./$<-]+):(?: +(.*))?$/);
      if (!found) fail(`"${line}" is not read`);
      const key = String(scalar(found[1]));
      if (own.has(key)) fail(`${key} twice`);
      own.add(key);
      // a list may stand as far left as its key
      const below = lines.slice(at + 1).find((one) => withoutComment(one).trim()) ?? '';
      const left = (found[2] ?? '') === '' && /^-( |$)/.test(below.trim());
      const value = after(found[2] ?? '', left ? deep : deep + 1);
      if (key === '<<') for (const [name_, one] of Object.entries(value)) result[name_] ??= one;
      else result[key] = value;
    }
    if (next() > deep) fail('an indentation that nothing explains');
    return result;
  }

  const result = next() < 0 ? null : node();
  if (next() >= 0) fail(`"${lines[at].trim()}" is not read`);
  return result;
}
