// What values and kinds are called, and what an editor types: words into values, and back.
import { el } from "./ask.js";

export const NAMES = {
  person: "Person", date: "Date", gap: "Gap", call: "Call of a note", sender: "Sender", recipient: "Recipient",
  block: "Heading", place: "Place", reference: "Reference", term: "Term", title: "Title",
  classification: "Classification", text: "Text", header: "Header",
};

/** What selected words can be said to be: the key for each. */
export const SAYABLE = {
  p: "person", d: "date", g: "gap", c: "call", h: "block", l: "place", r: "reference", t: "term", i: "title",
  f: "sender", o: "recipient", y: "classification",
};

/** What a block can be decided to be: the key for each. */
export const BLOCKS = {
  p: "paragraph", h: "heading", d: "dateline", s: "signature", a: "salutation", q: "quotation",
};

/** What is typed for each kind: an example, and how it is read. */
export const TYPED = {
  date: "1969-01-17, 1969-01 or 1969; 1969-01-17/1969-01-19 from–to; 1969-01..1969-03 between",
  gap: "2 lines not-declassified; <1 line not-declassified; illegible",
  call: "the number of the note", reference: "d12, d12fn3 or an address", title: "the title", place: "",
  classification: "Secret", sender: "a name", recipient: "a name", person: "", term: "", block: "",
};

const READ = {
  date(words) {
    const [from, to] = words.split("/");
    if (to) return { from: from.trim(), to: to.trim() };
    const [after, before] = words.split("..");
    if (before === undefined) return { when: words.trim() };
    return Object.fromEntries([["notBefore", after.trim()], ["notAfter", before.trim()]].filter(([, value]) => value));
  },
  gap(words) {
    const found = /^(?:(<)?\s*(\d+(?:\.\d+)?)\s+([a-z]+?)s?\b)?[\s,]*([a-z][a-z-]*)?$/i.exec(words.trim());
    if (!found || !(found[2] || found[4])) return null;
    const measure = found[2] ? { [found[1] ? "atMost" : "quantity"]: found[2], unit: found[3] } : {};
    return { reason: found[4] ?? "not-declassified", ...measure };
  },
  call: (words) => ({ is: words.trim() }),
  reference: (words) => ({ target: words.trim() }),
  title: (words) => ({ is: words.trim() }),
  classification: (words) => ({ level: words.trim() }),
  sender: (words) => ({ name: words.trim() }),
  recipient: (words) => ({ name: words.trim() }),
};

/** Return the values that an editor typed; null if they cannot be read. */
export const readTyped = (kind, words) => (words.trim() && READ[kind] ? READ[kind](words) : null);

const unitOf = (unit, amount) => (Number(amount) !== 1 && /[a-rt-z]$/.test(unit) ? `${unit}s` : unit);

/** Return values as an editor would type them. */
export function typed(kind, values) {
  if (kind === "date") {
    if (values.from || values.to) return `${values.from ?? ""}/${values.to ?? ""}`;
    if (values.notBefore || values.notAfter) return `${values.notBefore ?? ""}..${values.notAfter ?? ""}`;
    return values.when ?? "";
  }
  if (kind === "gap") {
    const amount = values.quantity ?? values.atMost;
    const measure = amount && `${values.quantity ? "" : "<"}${amount} ${unitOf(values.unit ?? "", amount)}`;
    return [measure, values.reason].filter(Boolean).join(" ");
  }
  return values.is ?? values.target ?? values.level ?? values.name ?? values.organisation ?? values.office ?? "";
}

/** Return what a decision says, in few words. */
export const shownValues = (decision) =>
  (decision.taken_away ? "✕" : `✓ ${decision.label || typed(decision.kind, decision.values)}`);

/** Return the words of a statement; those of a call have the numeral that calls apart. */
export function shownWords({ kind, words, values }) {
  const numeral = kind === "call" ? values.is : "";
  if (!numeral || !words.endsWith(numeral)) return words ? [words] : ["–"];
  return [words.slice(0, -numeral.length), el("sup", {}, numeral)];
}

/** Return the characters, as Python counts them, in a stretch of a string. */
export const characters = (words) => [...words].length;
