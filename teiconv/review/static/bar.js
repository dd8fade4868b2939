// What the page shows at its top and above the list: how far the work is, the kinds, the filters.
import { $, counted, el } from "./ask.js";

export function drawBar(state, choice, statement, run) {
  const doubtful = state.kinds.reduce((sum, kind) => sum + kind.doubtful, 0);
  const open = state.kinds.reduce((sum, kind) => sum + kind.open, 0);
  const [done, total] = state.read;
  $("folder").textContent = state.folder;
  document.title = `Review · ${state.folder}`;
  $("bar").max = Math.max(1, doubtful);
  $("bar").value = doubtful - open;
  $("count").textContent = `${(doubtful - open).toLocaleString("en")} of ${counted(doubtful, "doubtful statement")} decided`
    + (done < total ? ` · reading ${done} of ${total} files` : "") + ` · ${state.who}`;
  drawKinds(state, COUNTS[choice.state] ?? ((kind) => kind.open), choice.kind ?? "", run);
  const name = (filter) => (filter === "document" ? `Document ${statement?.number || ""}`.trim() : choice[filter]);
  $("chips").replaceChildren(...["document", "words", "person"].filter((filter) => choice[filter]).map((filter) =>
    el("button", { type: "button", class: "chip", onclick: () => run("without", filter) }, name(filter), " ✕")));
}

function drawKinds(state, counts, chosen, run) {
  const every = { kind: "", title: "All", all: 1 };
  const kinds = state.kinds.filter((kind) => kind.all);
  const focused = document.activeElement?.dataset.kind;
  const count = (kind) => (kind === every ? kinds.reduce((sum, one) => sum + counts(one), 0) : counts(kind));
  $("kinds").replaceChildren(...[every, ...kinds].map((kind) => el("button", {
    type: "button", "data-kind": kind.kind, class: count(kind) ? null : "done", "aria-pressed": String(kind.kind === chosen),
    onclick: () => run("kind", kind.kind),
  }, kind.title, " ", el("span", { class: "count" }, count(kind).toLocaleString("en")))));
  if (focused !== undefined) $("kinds").querySelector(`[data-kind="${focused}"]`)?.focus(); // the buttons are new ones
}

/** How many statements of a kind the menu “Show” asks for. */
const COUNTS = {
  open: (kind) => kind.all - kind.decided,
  decided: (kind) => kind.decided,
  all: (kind) => kind.all,
};
