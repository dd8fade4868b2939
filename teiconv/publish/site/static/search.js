"use strict";
// The index is parted into scripts by the first two letters of the words (see search.py): only what is needed is loaded.

const MOST = 200;
const shards = new Map();
let pages = [];
globalThis.teiconvWords = (name, words) => shards.set(name, words);
globalThis.teiconvPages = (all) => (pages = all);

const load = (path) =>
  new Promise((resolve) => {
    const script = document.createElement("script");
    script.src = path;
    script.onload = script.onerror = resolve;
    document.head.append(script);
  });

const folded = (text) => text.toLowerCase().replace(/[’']/g, "").normalize("NFKD").replace(/\p{M}/gu, "");
const startOf = (word) => (/^[\x00-\x7f]*$/.test(word.slice(0, 2)) ? word.slice(0, 2) : "other");

const found = async (word) => {
  const name = startOf(word);
  const known = /^[a-z0-9]+$/.test(name) || name === "other";
  if (known && !shards.has(name)) await load(`search/${name}.js`);
  const counts = new Map();
  for (const [each, pairs] of Object.entries(shards.get(name) ?? {})) {
    if (each !== word && !(word.length > 2 && each.startsWith(word))) continue;
    const weight = each === word ? 2 : 1;
    for (let i = 0; i < pairs.length; i += 2) {
      counts.set(pairs[i], (counts.get(pairs[i]) ?? 0) + weight * Math.min(pairs[i + 1], 5));
    }
  }
  return counts;
};

const entry = ([address, number, title, about], query) => {
  const item = document.createElement("li");
  const label = document.createElement("span");
  label.className = "number";
  label.textContent = number ? `${number}.` : "";
  const what = document.createElement("span");
  what.className = "what";
  const link = document.createElement("a");
  link.href = `${address}.html?q=${encodeURIComponent(query)}`;
  link.textContent = title;
  what.append(link);
  if (about) {
    const where = document.createElement("span");
    where.className = "where";
    where.textContent = about;
    what.append(where);
  }
  item.append(label, what);
  return item;
};

const search = async () => {
  const query = new URLSearchParams(location.search).get("q") ?? "";
  const status = document.querySelector("#status");
  const field = document.querySelector("#q");
  field.value = query;
  const stop = new Set("a an and as at be by for from in is it of on or that the this to was were which with".split(" "));
  const words = folded(query).match(/[\p{L}\p{N}]+/gu)?.filter((word) => !stop.has(word)) ?? [];
  if (!words.length) {
    status.textContent = query ? "These words are on every page." : "Which words? All of them must be on a page.";
    field.focus();
    return;
  }
  await load("search/pages.js");
  const each = await Promise.all(words.map(found));
  const all = [...each[0].keys()].filter((position) => each.every((counts) => counts.has(position)));
  const score = (position) => each.reduce((sum, counts) => sum + counts.get(position), 0);
  all.sort((one, two) => score(two) - score(one) || one - two);
  const count = all.length === 1 ? "1 result" : `${all.length} results`;
  status.textContent = all.length > MOST ? `${count}, the first ${MOST} of them` : count;
  const results = document.querySelector("#results");
  results.replaceChildren(...all.slice(0, MOST).map((position) => entry(pages[position - 1], query)));
};

search();
