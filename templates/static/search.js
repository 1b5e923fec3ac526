// Looks words up in the index beside the page of the search. The index comes as scripts, so that it can be read from
// a disk as well as from a server. Every hit is compared with the text of its page before it is shown.
(() => {
  "use strict";
  const PAGE = 10, BUDGET = 24000, ATONCE = 3;
  const DIGITS = "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";
  const at = (id) => document.getElementById("search_" + id);
  const asked = new URLSearchParams(location.search);
  const fold = (text) => text.normalize("NFKC").toLowerCase();
  const files = new Map(), waiting = new Map();

  window.found = (name, value) => waiting.get(name)(value);

  function load(name) {
    if (!files.has(name)) {
      files.set(name, new Promise((done, fail) => {
        const script = document.createElement("script");
        waiting.set(name, done);
        script.onerror = () => fail(new Error(name));
        script.src = name + ".js";
        document.head.append(script);
      }));
    }
    return files.get(name);
  }

  function sum(key) {
    let total = 0x811c9dc5;
    for (const character of key) total = Math.imul(total ^ character.codePointAt(0), 0x01000193) >>> 0;
    return (total ^ total >>> 15) >>> 0;
  }

  async function posting(key, head) {
    const shard = "\n" + await load("pairs/" + (sum(key) & head.shards - 1).toString(16));
    const start = shard.indexOf("\n" + key);
    if (start < 0) return [[], []];
    const from = start + 1 + key.length, to = shard.indexOf("\n", from);
    return shard.slice(from, to < 0 ? undefined : to).split(" ").concat("").slice(0, 2).map(ids);
  }

  // Ids of one beginning stand together, two characters of each after the two that they share.
  const ids = (packed) => packed.split(",").flatMap((group) =>
    (group.slice(2).match(/../g) || []).map((rest) => group.slice(0, 2) + rest));

  // Of numbers and Latin words every three characters; of all else all pairs, or of long words enough to cover them.
  function keys(word) {
    const signs = [...word], latin = (i) => /^[a-z0-9]{3}$/.test(signs.slice(i, i + 3).join("")), found = new Set();
    for (let i = 0; i + 1 < signs.length; i++) {
      if (latin(i)) found.add(` 3${signs.slice(i, i + 3).join("")}\t`);
      else if (latin(i - 1)) continue;
      else if (signs.length < 4 || i % 2 === 0 || i + 2 === signs.length || /[a-z0-9]/.test(signs[i] + signs[i + 1])) found.add(signs[i] + signs[i + 1]);
    }
    return [...found];
  }

  const both = (lists) => lists.length ? lists.sort((a, b) => a.length - b.length)
    .reduce((left, list) => { const has = new Set(list); return left.filter((id) => has.has(id)); }) : [];

  async function candidates(words, choice, head) {
    const inTexts = await Promise.all(words.flatMap(keys).map((key) => posting(key, head)));
    const chosen = await Promise.all(Object.entries(choice).filter(([, value]) => value)
      .map(([sort, value]) => posting(` ${sort}${value}\t`, head)));
    const every = both([...inTexts, ...chosen].map((lists) => lists[0]));
    const titled = new Set(inTexts.length ? both(inTexts.map((lists) => lists[1])) : []);
    const newest = every.sort().reverse();
    return [...newest.filter((id) => titled.has(id)), ...newest.filter((id) => !titled.has(id))];
  }

  function block(id, head) {
    let number = 0;
    for (const digit of id.slice(1)) number = number * 64 + DIGITS.indexOf(digit);
    return load("texts/" + (number & head.blocks - 1).toString(16));
  }

  function marked(text, words) {
    const line = document.createElement("p");
    const pattern = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|");
    // Sign by sign, and what would grow or shrink stays: so places in the folded text are places in the text.
    const even = [...text].map((sign) => fold(sign).length === sign.length ? fold(sign) : sign).join("");
    let last = 0;
    for (const hit of pattern ? even.matchAll(new RegExp(pattern, "gu")) : []) {
      const mark = document.createElement("mark");
      mark.append(text.slice(hit.index, hit.index + hit[0].length));
      line.append(text.slice(last, hit.index), mark);
      last = hit.index + hit[0].length;
    }
    line.append(text.slice(last));
    return line;
  }

  function snippet(text, words, title) {
    const plain = fold(text).length === text.length ? text : fold(text);
    const lines = plain.split("\n");
    const hits = lines.filter((line) => words.some((word) => fold(line).includes(word)));
    const line = hits.find((one) => one !== title) || hits[0] || "";
    const place = Math.max(0, Math.min(...words.map((word) => fold(line).indexOf(word)).filter((n) => n >= 0)) - 30);
    return (place ? "…" : "") + line.slice(place, place + 120) + (line.length > place + 120 ? "…" : "");
  }

  function item([, path, title, kind, day, state, text], words) {
    const entry = document.createElement("li"), link = document.createElement("a"), facts = document.createElement("p");
    link.href = "../" + path + (location.protocol === "file:" ? "index.html" : "");
    link.append(title || path);
    const date = day.length === 10
      ? new Date(day).toLocaleDateString(document.documentElement.lang, {dateStyle: "long", timeZone: "UTC"}) : day;
    facts.className = "fine";
    facts.append([kind, date, state].filter(Boolean).join(" · "));
    entry.append(link, facts);
    if (words.length) entry.append(marked(snippet(text, words, title), words));
    return entry;
  }

  function offer(head, choice) {
    for (const name of ["kinds", "years", "states"]) {
      const select = at(name);
      for (const value of head[name]) select.add(new Option(value, value, false, value === choice[name[0]]));
      select.parentNode.hidden = !head[name].length;
    }
  }

  const say = (name, n) => { at("status").textContent = (at("status").dataset[name] || "").replace("{n}", n); };

  async function search() {
    const words = fold(asked.get("q") || "").split(/\s+/).filter(Boolean);
    const choice = {k: asked.get("k"), y: asked.get("y"), s: asked.get("s")};
    const head = await load("head");
    at("q").value = asked.get("q") || "";
    offer(head, choice);
    const long = words.filter((word) => [...word].length > 1);
    if (!long.length && !Object.values(choice).some(Boolean)) return say(words.length ? "short" : "");
    const left = await candidates(long, choice, head);
    let shown = 0;
    const fits = (page) => words.every((word) => fold(page[6]).includes(word)) &&
      (!choice.k || page[3] === choice.k) && (!choice.y || page[4].startsWith(choice.y)) &&
      (!choice.s || page[5] === choice.s);
    const more = async () => {
      for (let n = 0, read = 0; left.length && n < PAGE && (read < BUDGET || !shown);) {
        const ids = left.splice(0, Math.min(ATONCE, PAGE - n));
        const blocks = await Promise.all(ids.map((id) => block(id, head)));
        ids.forEach((id, i) => {
          for (const page of blocks[i]) {
            read += page[6].length * 3;
            if (page[0] !== id || !fits(page)) continue;
            at("hits").append(item(page, words));
            n++, shown++;
          }
        });
      }
      say(left.length ? "some" : shown ? "all" : "none", shown + left.length);
      at("more").hidden = !left.length;
      at("hits").dataset.done = left.length ? "some" : "all";
    };
    at("more").onclick = more;
    await more();
  }

  search().catch(() => say("failed"));
})();
