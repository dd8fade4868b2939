// The keys, as data: what each does, and where; the help is made from this table.

/** Each entry: keys, the name of the action, what it does in words, and what it is given. */
export const KEYS = [
  { keys: ["Enter", "a"], run: "accept", help: "It is right as it stands; of several persons, the first" },
  { keys: ["1", "2", "3", "4", "5", "6", "7", "8", "9"], shown: "1–9", run: "choose", help: "It is the person of that number" },
  { keys: ["0", "x"], run: "reject", help: "It is nothing of the kind" },
  { keys: ["e"], run: "other", help: "It is something else: another person, date, measure …" },
  { keys: ["m"], run: "alike", help: "Decide all like this at once; you see first how many, and which" },
  { keys: ["j", "ArrowDown", " "], shown: "j ↓ Space", run: "next", help: "Leave it, and go to the next" },
  { keys: ["k", "ArrowUp"], shown: "k ↑", run: "back", help: "Go back to the one before" },
  { keys: ["u"], run: "undo", help: "Take the last decision back; again, the one before" },
  { keys: ["U"], run: "redo", help: "Decide again what was taken back" },
  { keys: ["t"], run: "words", help: "Select words of the text: ← → another word, ⇧ → one more, ↓ ↑ another paragraph" },
  { keys: ["s"], run: "saying", help: "Say what the selected words are" },
  { keys: ["v"], run: "xml", help: "Show the XML, or the encoding as it will be read" },
  { keys: ["n", "p"], shown: "n p", run: "turn", help: "The next document, or the one before" },
  { keys: ["o"], run: "only", help: "Only this document; again, all" },
  { keys: ["w"], run: "sameWords", help: "Only statements with these words; again, all" },
  { keys: ["q"], run: "samePerson", help: "Only statements that may mean this person; again, all" },
  { keys: ["g"], run: "kinds", help: "The next kind; ⇧ g the one before" },
  { keys: ["G"], run: "kindsBack", help: "" },
  { keys: ["f", "c"], shown: "f c", run: "menu", help: "The menu Show, or Certainty: ↓ ↑ choose" },
  { keys: ["d"], run: "documents", help: "The documents" },
  { keys: ["l"], run: "decisions", help: "Who decided what; take any of it back" },
  { keys: ["?"], run: "help", help: "The keys" },
];

const BY_KEY = Object.fromEntries(KEYS.flatMap((entry) => entry.keys.map((key) => [key, entry])));

/** Return the action of a key press on the page, and what it is given; null where it has none. */
export function action(event) {
  if (event.altKey || event.ctrlKey || event.metaKey) return null;
  const target = event.target;
  if (target.closest?.("dialog, input, select, textarea")) return null;
  if (["Enter", " "].includes(event.key) && target.closest?.("button, a")) return null;
  const entry = BY_KEY[event.key];
  return entry ? { name: entry.run, given: given(entry, event.key) } : null;
}

function given(entry, pressed) {
  if (entry.run === "choose") return Number(pressed) - 1;
  if (entry.run === "menu") return pressed === "f" ? "state" : "certainty";
  if (entry.run === "turn") return pressed === "n" ? "after" : "before";
  return undefined;
}
