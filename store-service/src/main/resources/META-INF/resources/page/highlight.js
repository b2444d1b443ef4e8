// Cuts a text where observations begin and end. Offsets are Unicode code points, strings are UTF-16.

/** Index in UTF-16 of each code point of the text that is asked for, by code point. */
function indexes(text, points) {
  const wanted = [...new Set(points)].sort((a, b) => a - b);
  const found = new Map();
  let point = 0;
  let index = 0;
  for (const next of wanted) {
    while (point < next && index < text.length) {
      index += text.codePointAt(index) > 0xffff ? 2 : 1;
      point++;
    }
    found.set(next, index);
  }
  return found;
}

/**
 * Pieces of the text in order, each with the observations that it is a part of (several may overlap) and the section that
 * begins with it.
 */
export function pieces(text, observations, sections = []) {
  const headings = sections.filter((section) => section.heading);
  const points = observations.flatMap((o) => [o.start, o.end]).concat(headings.flatMap((s) => [s.start, s.start + [...s.heading].length]));
  const index = indexes(text, points);
  const cuts = [...new Set([0, ...index.values(), text.length])].sort((a, b) => a - b);
  const begin = new Map();
  const end = new Map();
  for (const o of observations) {
    const [from, to] = [index.get(o.start), index.get(o.end)];
    begin.set(from, [...(begin.get(from) ?? []), o]);
    end.set(to, [...(end.get(to) ?? []), o]);
  }
  const starts = new Map(headings.map((section, i) => [index.get(section.start), { ...section, number: i }]));
  const ends = new Set(headings.map((section) => index.get(section.start + [...section.heading].length)));
  const open = new Set();
  const found = [];
  let heading = null;
  for (let i = 0; i < cuts.length - 1; i++) {
    (end.get(cuts[i]) ?? []).forEach((o) => open.delete(o));
    (begin.get(cuts[i]) ?? []).forEach((o) => open.add(o));
    if (ends.has(cuts[i])) heading = null;
    if (starts.has(cuts[i])) heading = starts.get(cuts[i]);
    found.push({ text: text.slice(cuts[i], cuts[i + 1]), observations: [...open], heading });
    if (heading) heading = { ...heading, number: null };
  }
  return found;
}
