// Questions to the editor: each opens the dialog, and gives what was answered; null if it was left with Escape.
import { $, ask, counted, el, key } from "./ask.js";
import { known } from "./card.js";
import { KEYS } from "./keys.js";
import { BLOCKS, NAMES, SAYABLE, TYPED, readTyped, shownValues, typed } from "./words.js";

/** Open the dialog with what `build` makes; `answer(value)` ends it. */
function opened(title, build) {
  const dialog = $("dialog");
  return new Promise((resolve) => {
    let answered = null;
    const answer = (value) => {
      answered = value;
      dialog.close();
    };
    dialog.replaceChildren(el("h2", { tabindex: "-1" }, title), ...build(answer));
    dialog.onclose = () => {
      dialog.replaceChildren();
      dialog.onkeydown = null;
      resolve(answered);
    };
    dialog.showModal();
    (dialog.querySelector("[autofocus]") ?? dialog.firstElementChild).focus();
    dialog.scrollTop = 0;
  });
}

/** Ask for one of what `find` finds for the words that are typed. */
function picked(title, find, show, first = "") {
  return opened(title, (answer) => {
    const list = el("ul", { class: "found", role: "listbox", "aria-label": "Found", tabindex: "0" });
    // no search field: Escape would only empty it
    const input = el("input", { type: "text", autofocus: true, autocomplete: "off", "aria-label": title, value: first });
    let found = [];
    let at = 0;
    let asked = 0;
    const draw = () => {
      list.replaceChildren(...found.map((one, number) => el("li", {
        role: "option", "aria-selected": String(number === at), onclick: () => answer(one),
      }, show(one))));
      list.children[at]?.scrollIntoView({ block: "nearest" });
    };
    const search = async () => {
      const own = (asked += 1);
      const answers = await find(input.value);
      if (own !== asked) return;
      [found, at] = [answers, 0];
      draw();
    };
    let searching = search();
    input.addEventListener("input", () => {
      searching = search();
    });
    input.addEventListener("keydown", async (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step) at = Math.min(Math.max(0, at + step), found.length - 1);
      if (step) draw();
      if (event.key === "Enter") {
        event.preventDefault();
        await searching;
        if (found[at]) answer(found[at]);
      }
      if (step) event.preventDefault();
    });
    setTimeout(() => input.select());
    return [input, list];
  });
}

/** Ask for a person or term of the lists; the last one offered is a person whom no list has, by the name that is typed. */
export async function pickListed(kind, words) {
  const what = kind === "term" ? "term" : "person";
  const find = async (typed) => {
    const listed = await ask("people", { words: typed, kind: what });
    return what === "person" && typed.trim() ? [...listed, { typed: typed.trim() }] : listed;
  };
  const show = (one) => (one.typed
    ? [el("strong", {}, one.typed), " ", el("span", { class: "known" }, "— a person whom no list has")]
    : [el("strong", {}, one.name), " ", el("span", { class: "id" }, one.id), el("div", { class: "known" }, known(one))]);
  const found = await picked(`Which ${what}?`, find, show, words);
  return found && (found.typed ? { name: found.typed } : { is: found.id });
}

export async function pickDocument() {
  const show = (one) => [
    el("strong", {}, one.number ? `${one.number}. ` : "", one.title), " ",
    el("span", { class: "known" }, [one.date, counted(one.doubts, "doubt"), `${one.decided} decided`].filter(Boolean).join(" · ")),
  ];
  const find = async (words) => (await ask("documents", { words, count: 200 })).rows;
  return (await picked("Documents", find, show))?.document ?? null;
}

/** Ask for the value of a kind, as an editor types it. */
export function typeValue(kind, first) {
  return opened(`${NAMES[kind]}: what is right?`, (answer) => {
    const wrong = el("p", { class: "wrong", role: "alert" });
    const input = el("input", { autofocus: true, autocomplete: "off", value: first, "aria-label": NAMES[kind] });
    const form = el("form", {
      onsubmit: async (event) => {
        event.preventDefault();
        const values = readTyped(kind, input.value);
        const fault = values ? (await ask("wrong", { kind, values: JSON.stringify(values) }).catch((error) => ({ wrong: error.message }))).wrong : "This cannot be read.";
        if (fault) wrong.textContent = `${fault} ${TYPED[kind]}`;
        else answer(values);
      },
    }, input, el("p", { class: "hint" }, TYPED[kind]), wrong);
    setTimeout(() => input.select());
    return [form];
  });
}

/** Ask what the selected words are: a kind. */
export const askKind = (words) => askOne("What are these words?", words, SAYABLE, (kind) => NAMES[kind]);

/** Ask what a block is. */
export const askBlock = (words) => askOne("What is this block?", words, BLOCKS, (name) => name);

/** Ask for one of `choices`, each with its key; `label` says what one is called. */
function askOne(title, words, choices, label) {
  return opened(title, (answer) => {
    $("dialog").onkeydown = (event) => {
      if (choices[event.key]) {
        event.preventDefault();
        answer(choices[event.key]);
      }
    };
    const entries = Object.entries(choices).map(([letter, one]) =>
      el("li", {}, el("button", { type: "button", onclick: () => answer(one) }, key(letter), " ", label(one))));
    return [el("p", {}, el("q", {}, words)), el("ul", { class: "menu" }, entries)];
  });
}

/** Show what is like `statement`, and ask what holds of all that are ticked. */
export function askAlike(statement, rows, rejected) {
  return opened(`${counted(rows.length, "statement")} like “${statement.words}”`, (answer) => {
    const boxes = rows.map((row) => el("input", { type: "checkbox", checked: true, value: row.statement }));
    const ticked = () => boxes.filter((box) => box.checked).map((box) => Number(box.value));
    const say = (values) => answer({ values, statements: ticked() });
    const choices = statement.candidates.map((one, at) => ({ key: String(at + 1), label: one.name, values: { is: one.id } }));
    if (!choices.length && Object.keys(statement.values).length)
      choices.push({ key: "Enter", label: `Right: ${typed(statement.kind, statement.values)}`, values: null });
    if (statement.decision)
      choices.unshift({ key: "Enter", label: `As decided: ${shownValues(statement.decision)}`, values: statement.decision.values });
    if (Object.keys(rejected.rejection).length)
      choices.push({ key: "0", label: rejected.rejected, values: rejected.rejection });
    $("dialog").onkeydown = (event) => {
      const chosen = choices.find((choice) => choice.key === event.key);
      if (chosen) {
        event.preventDefault();
        say(chosen.values);
      }
    };
    const buttons = choices.map((choice) => el("button", { type: "button", onclick: () => say(choice.values) }, choice.label, " ", key(choice.key)));
    const lines = rows.map((row, at) => el("li", {}, el("label", {}, boxes[at], " ", el("strong", {}, row.words), " ",
      el("span", { class: "known" }, `${row.number ? `Document ${row.number}` : ""} ${row.title} — `, ...context(row)))));
    return [el("div", { class: "actions", tabindex: "-1", autofocus: true }, buttons),
      el("p", { class: "hint" }, "Take the tick from any that you want to leave."), el("ul", { class: "found" }, lines)];
  });
}

const context = (row) => [row.before, el("mark", {}, row.words), row.after];

/** Show all decisions; what is given is the mark of one to take back. */
export function showDecisions(decisions) {
  const shown = decisions.slice(0, 1000);
  return opened(counted(decisions.length, "decision"), (answer) => [
    el("table", { class: "decisions" }, el("tbody", {}, shown.map((one) => el("tr", {},
      el("td", {}, NAMES[one.kind] ?? one.kind), el("td", {}, one.words ? el("q", {}, one.words) : "of the document"),
      el("td", {}, shownValues(one)), el("td", {}, one.document === "*" ? "all" : one.document),
      el("td", {}, one.who || "–"), el("td", {}, one.at.slice(0, 16).replace("T", " ")),
      el("td", {}, el("button", { type: "button", onclick: () => answer(one.mark) }, "Take back")))))),
    shown.length < decisions.length ? el("p", { class: "hint" }, "The file has the others.") : "",
    el("button", { type: "button", onclick: () => answer(null) }, "Close ", key("Esc")),
  ]);
}

export function showHelp(file) {
  const shown = KEYS.filter((entry) => entry.help);
  return opened("Keys", (answer) => [
    el("dl", { class: "keys" }, shown.map((entry) => el("div", {},
      el("dt", {}, (entry.shown ?? entry.keys.join(" ")).split(" ").map((name) => key(name))), el("dd", {}, entry.help)))),
    el("p", { class: "hint" }, `Each decision is in ${file} as soon as it is made.`),
    el("button", { type: "button", onclick: () => answer(null) }, "Close ", key("Esc")),
  ]);
}
