// The page: keys and buttons run actions, one after the other; each decision is on disk before the next is taken.
import { $, Refused, Silent, ask, counted, say } from "./ask.js";
import { drawBar } from "./bar.js";
import { Card } from "./card.js";
import { askAlike, askBlock, askKind, pickDocument, pickListed, showDecisions, showHelp, typeValue } from "./dialogs.js";
import { action } from "./keys.js";
import { List } from "./list.js";
import { Panes } from "./panes.js";
import { NAMES, typed } from "./words.js";

const POLL = 2000;
const NOTED = 8000;
const LOST = 410; // the answer where the file of a document cannot be read any more
const QUIET = new Set(["poll", "start", "choice"]); // what nobody asked for takes no message away
const OVERTAKEN = (decision) => (decision ? `${decision.who || "Somebody"} has decided this meanwhile.` : "This was taken back meanwhile.");
const LISTED = ["person", "term", "sender", "recipient"];

const list = new List((at) => run("go", at));
const card = new Card(run);
const panes = new Panes((statement) => run("look", statement));
const made = []; // groups of decisions of this window, the last one last
const taken = []; // groups that were taken back
const decidedOf = new Map(); // the statement that a decision, by its mark, was about
let state = { revision: -1, read: [0, 0], kinds: [] };
let inWords = false;
let pending = 0;
let fading = 0;
let awaited = null; // the document to begin with, until it is read
let told = ""; // what the server says of a decision
let work = Promise.resolve();

/** Run an action after those that wait; what goes wrong is said, and stops nothing. */
function run(name, given) {
  waiting(1);
  const done = work.then(() => ACTIONS[name](given)).then(() => {
    if (!QUIET.has(name)) tell(told);
    told = "";
  }, failed);
  work = done.catch(() => {}).then(() => waiting(-1));
  return done;
}

/** Count the actions that are not done: until then the page is busy. */
function waiting(more) {
  pending += more;
  document.body.setAttribute("aria-busy", String(pending > 0));
}

async function failed(error) {
  if (error instanceof Refused && error.status === 409) {
    await refreshed(true);
    tell(`${error.message}. Look at it, and decide again if you disagree.`);
  } else if (error instanceof Silent) {
    tell("The server does not answer: what you decide now is not written. Start it again, and open the page that it names.");
  } else tell(error.message);
  if (!(error instanceof Refused || error instanceof Silent)) throw error;
}

function tell(words) {
  $("banner").textContent = words;
  $("banner").hidden = !words;
}

function note(words) {
  $("said").textContent = words;
  clearTimeout(fading);
  fading = setTimeout(() => note(""), NOTED); // it lies over the text
}

// --- what is shown

async function shown(number) {
  const statement = await card.show(number);
  if (statement) await panes.show(statement.document, statement.statement, statement.as_of);
  const at = new URLSearchParams(statement ? { statement: statement.statement } : {});
  history.replaceState(null, "", `#${at}`);
}

/** Show the statement at `position`; where a file was lost meanwhile, the one that has come in its place. */
async function go(position) {
  const row = await list.choose(position);
  if (!(await unlessLost(shown(row?.statement ?? null)))) await go(list.position);
}

/** Tell whether a document could be shown; what is lost is told, and no longer there. */
async function unlessLost(showing) {
  try {
    await showing;
    return true;
  } catch (error) {
    if (!(error instanceof Refused && error.status === LOST)) throw error;
    told = error.message;
    await panes.refresh().catch(() => {}); // its neighbours are others now; it may be lost itself
    await list.reload();
    return false;
  }
}

function drawState() {
  drawBar(state, list.choice, card.statement, run);
  if (state.faults.length) tell(`${counted(state.faults.length, "file")} cannot be read: ${state.faults[0]}`);
}

/** Ask how things stand; `afresh` draws all again. */
async function refreshed(afresh = false) {
  const before = state;
  state = await ask("state");
  card.kinds = Object.fromEntries(state.kinds.map((kind) => [kind.kind, kind]));
  const changed = afresh || before.revision !== state.revision || before.read[0] !== state.read[0];
  drawState();
  if (!changed) return;
  if (nothingIsDoubtful()) return showUndecided();
  await list.reload();
  if (card.statement) await shownAgain(afresh);
  else if (list.total) await go(Math.max(0, list.position));
  else card.draw();
}

/** Whether all is read, and nothing of it is in doubt, as in a volume that editors have finished. */
function nothingIsDoubtful() {
  const [done, total] = state.read;
  const isDoubtful = state.kinds.some((kind) => kind.doubtful);
  return list.choice.state === "doubtful" && !asksForDocument() && done >= total && !isDoubtful && state.kinds.some((kind) => kind.all);
}

const asksForDocument = () => Boolean(awaited || new URLSearchParams(location.hash.slice(1)).get("id"));

async function showUndecided() {
  await chosenAnew({ state: "open" });
  matchSelects();
  note("Nothing is in doubt here: all undecided statements are shown.");
}

async function shownAgain(asked) {
  const { statement } = card.statement;
  try {
    await (asked ? card.show(statement) : card.update(statement));
    if (card.isOvertaken) tell(OVERTAKEN(card.statement.decision));
    panes.setDecided(statement, Boolean(card.statement.decision));
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    panes.document = null; // its file was read anew: statements have other numbers
    await go(list.position);
  }
}

async function chosenAnew(choice) {
  list.choice = Object.fromEntries(Object.entries({ ...list.choice, ...choice }).filter(([, value]) => value));
  list.position = -1;
  list.box.scrollTop = 0;
  await list.reload();
  await go(0);
  drawState();
}

// --- what is decided

async function decide(decisions) {
  const answer = await say("decide", { decisions });
  made.push(answer.decisions.map((one) => one.mark));
  answer.decisions.forEach((one, at) => decidedOf.set(one.mark, decisions[at].statement));
  taken.length = 0;
  state = await ask("state");
  drawState();
  if (answer.changed.length) panes.document = null; // files of others were edited, and read again
  told = answer.told.join(" ");
  return answer;
}

/** Decide the present statement, and go on. */
async function verdict(values) {
  const { statement, kind, words } = card.statement;
  const { decisions } = await decide([{ statement, values, expects: card.seen }]);
  const means = decisions[0].label || values.name || typed(kind, values);
  note(`${NAMES[kind]} “${words}”: ${values.is === "nothing" ? card.kind.rejected : means}`);
  if (panes.document) panes.setDecided(statement, true);
  const stays = ["all", "decided"].includes(list.choice.state);
  await list.reload();
  await go(list.position + (stays ? 1 : 0));
}

const ITSELF = { block: "heading", place: "place" }; // kinds that words are said to be without more

async function other(kind, values, words) {
  if (LISTED.includes(kind)) return pickListed(kind, words);
  return typeValue(kind, typed(kind, values));
}

const ACTIONS = {
  go,
  look: shown,
  async accept() {
    if (!card.statement) return;
    const { values } = card.statement;
    if (Object.keys(values).length) await verdict(values);
    else await ACTIONS.other();
  },
  async reject() {
    if (card.statement && Object.keys(card.kind.rejection).length) await verdict(card.kind.rejection);
  },
  async choose(at) {
    const values = card.candidate(at);
    if (values) await verdict(values);
  },
  async other() {
    if (!card.statement) return;
    const { kind, values, words } = card.statement;
    if (kind === "place") return note("A place is one, or is none: press Enter or 0.");
    const block = kind === "block" && (await askBlock(words));
    const found = kind === "block" ? block && { is: block } : await other(kind, values, words);
    if (found) await verdict(found);
  },
  async alike() {
    if (!card.statement) return;
    const { rows } = await ask("alike", { statement: card.statement.statement });
    const answer = await askAlike(card.statement, rows, card.kind);
    if (!answer?.statements.length) return;
    const own = Object.fromEntries(rows.map((row) => [row.statement, row.values]));
    await decide(answer.statements.map((statement) => ({ statement, values: answer.values ?? own[statement], expects: null })));
    note(`${counted(answer.statements.length, "statement")} decided`);
    await panes.refresh();
    await list.reload();
    await go(list.position);
  },
  next: () => go(list.position + 1),
  back: () => go(list.position - 1),
  async undo() {
    const marks = made.pop() ?? (await latest());
    if (!marks.length) return note("There is nothing to take back.");
    const before = await ask("decisions");
    const { withdrawn } = await say("withdraw", { marks });
    if (withdrawn) taken.push(before.filter((one) => marks.includes(one.mark)));
    note(withdrawn ? `${counted(withdrawn, "decision")} taken back` : "Another decision has replaced this one: nothing was taken back.");
    await panes.refresh();
    await refreshed(true);
    if (withdrawn) await found(taken.at(-1)[0]);
  },
  async redo() {
    const again = taken.pop();
    if (!again) return note("Nothing was taken back.");
    const kept = [...taken];
    await decide(again.map(madeAgain));
    taken.push(...kept);
    await panes.refresh();
    await refreshed(true);
  },
  words() {
    inWords = true;
    panes.turn("source");
    $("source").focus();
    panes.beginWords();
  },
  async saying() {
    const selected = panes.selected();
    if (!selected) return note("Select words of the text first: with the mouse, or with t and the arrow keys.");
    const found = await ask("selection", selected);
    const kind = await askKind(found.words);
    if (!kind) return;
    if (kind !== "gap" && !/[\p{L}\p{N}]/u.test(found.words)) return note(`“${found.words}” is no word.`);
    if (kind === "block" && !found.is_whole_line) return note("A heading is a line of its own: select all of it.");
    const values = ITSELF[kind] ? { is: ITSELF[kind] } : await other(kind, {}, found.words);
    if (!values) return;
    const ofAll = ["title", "sender", "recipient", "classification"].includes(kind);
    const subject = ofAll ? {} : { words: found.words, nth: found.nth };
    await decide([{ kind, document: selected.document, ...subject, values }]);
    inWords = false;
    getSelection().removeAllRanges();
    note(`“${found.words}” is a ${NAMES[kind].toLowerCase()}`);
    await panes.refresh();
    await list.reload();
  },
  xml: () => panes.turnXml(),
  async turn(step) {
    const to = panes.document?.[step];
    if (to || !panes.document) await chosenAnew({ document: String(to ?? "") });
    if (to && !list.total && !told) await unlessLost(panes.show(to)); // nothing of it is left, but it can be read
  },
  only: () => chosenAnew({ document: list.choice.document ? "" : String(card.statement?.document ?? "") }),
  sameWords: () => chosenAnew({ words: list.choice.words ? "" : card.statement?.words ?? "" }),
  samePerson: () => chosenAnew({ person: list.choice.person ? "" : card.statement?.candidates[0]?.id ?? "" }),
  menu: (name) => $(name).focus(),
  without: (name) => chosenAnew({ [name]: "" }),
  kind: (kind) => chosenAnew({ kind }),
  kinds: () => turnKind(1),
  kindsBack: () => turnKind(-1),
  async documents() {
    const number = await pickDocument();
    if (number === null) return;
    await chosenAnew({ document: String(number) });
    if (list.total) return;
    await chosenAnew({ state: "all" }).then(matchSelects);
    note("Nothing of what was shown is in this document: all its statements are shown now.");
  },
  async decisions() {
    const mark = await showDecisions(await ask("decisions"));
    if (!mark) return;
    made.push([mark]);
    await ACTIONS.undo();
    await ACTIONS.decisions();
  },
  help: () => showHelp(state.file),
};

async function turnKind(step) {
  const names = ["", ...state.kinds.filter((kind) => kind.all).map((kind) => kind.kind)];
  const at = names.indexOf(list.choice.kind ?? "");
  await chosenAnew({ kind: names[(at + step + names.length) % names.length] });
}

/** Return what decides again what was taken back; another sender or recipient stands in place of that of a statement. */
function madeAgain({ mark, kind, document, words, nth, values }) {
  const statement = decidedOf.get(mark);
  const replaces = ["sender", "recipient"].includes(kind) && statement;
  return replaces ? { statement, values } : { kind, name: document, words, nth, values };
}

/** Return the marks of the last decisions of this editor, made in any window. */
async function latest() {
  const own = (await ask("decisions")).filter((one) => one.who === state.who);
  return own.filter((one) => one.at === own[0].at).map((one) => one.mark);
}

/** Go back to the statement that a decision was about, where the list has it. */
async function found(decision) {
  if (!decision?.words) return;
  for (let at = Math.max(0, list.position - 2); at <= list.position + 2; at += 1) {
    const row = await list.row(at);
    if (row?.words === decision.words && row.kind === decision.kind) return go(at);
  }
}

function matchSelects() {
  for (const name of ["state", "certainty"]) $(name).value = list.choice[name] ?? "";
}

// --- keys, buttons, and what others do

const WORDS = { ArrowRight: 1, ArrowLeft: -1 };
const PARAGRAPHS = { ArrowDown: 1, ArrowUp: -1 };

document.addEventListener("keydown", (event) => {
  if (event.target.closest?.("dialog, input, select")) return;
  if (inWords && WORDS[event.key]) {
    event.preventDefault();
    panes.cursor.step(WORDS[event.key], event.shiftKey);
  } else if (inWords && PARAGRAPHS[event.key]) {
    event.preventDefault();
    panes.cursor.jump(PARAGRAPHS[event.key]);
  } else if (inWords && event.key === "Escape") {
    inWords = false;
    getSelection().removeAllRanges();
  } else if (inWords && event.key === "Enter") {
    event.preventDefault();
    run("saying");
  } else {
    const found = action(event);
    if (!found) return;
    event.preventDefault();
    inWords = found.name === "words" || (inWords && found.name === "saying");
    run(found.name, found.given);
  }
});

for (const button of document.querySelectorAll("[data-do]")) button.addEventListener("click", () => run(button.dataset.do));
for (const name of ["state", "certainty"])
  $(name).addEventListener("change", (event) => {
    event.target.blur();
    run("choice", { [name]: event.target.value });
  });
ACTIONS.choice = chosenAnew;

async function start() {
  const asked = new URLSearchParams(location.hash.slice(1)); // what is shown becomes the address
  await refreshed(true);
  if (asked.get("statement")) await shown(asked.get("statement")).catch(() => go(0));
  else if (asked.get("id")) await opened(asked.get("id"));
  document.body.dataset.ready = "yes";
}

/** Open the document of that id, which the command names; it may not have been read yet. */
async function opened(id) {
  const { rows } = await ask("documents", { words: id, count: 500 });
  const found = rows.find((one) => one.id === id);
  const [read, all] = state.read;
  awaited = found || (all && read >= all) ? null : id;
  if (found) await chosenAnew({ document: String(found.document), state: "all" }).then(matchSelects);
  else if (!awaited) note(`There is no document ${id}.`);
}

ACTIONS.start = start;
run("start");
setInterval(() => document.hidden || pending || run("poll"), POLL);
ACTIONS.poll = async () => {
  await refreshed();
  if (awaited) await opened(awaited);
};
