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
  drawKinds(state, open, choice.kind ?? "", run);
  const name = (filter) => (filter === "document" ? `Document ${statement?.number || ""}`.trim() : choice[filter]);
  $("chips").replaceChildren(...["document", "words", "person"].filter((filter) => choice[filter]).map((filter) =>
    el("button", { type: "button", class: "chip", onclick: () => run("without", filter) }, name(filter), " ✕")));
}

function drawKinds(state, open, chosen, run) {
  const all = [{ kind: "", title: "All", open, all: 1 }, ...state.kinds].filter((kind) => kind.all);
  $("kinds").replaceChildren(...all.map((kind) => el("button", {
    type: "button", class: kind.open ? null : "done", "aria-pressed": String(kind.kind === chosen),
    onclick: () => run("kind", kind.kind),
  }, kind.title, " ", el("span", { class: "count" }, kind.open.toLocaleString("en")))));
}
