// One statement: its words, why the machine says so, who may be meant, and what can be decided.
import { $, ask, counted, el, key, there } from "./ask.js";
import { NAMES, shownValues, shownWords, typed } from "./words.js";

const DEGREES = ["sure", "medium", "low"];

export class Card {
  constructor(run) {
    this.run = run;
    this.statement = null;
    this.seen = null; // the mark of the decision that the editor has seen: what they decide is meant against it
    this.kinds = {};
  }

  async show(number) {
    await this.update(number);
    this.seen = this.statement?.decision?.mark ?? null;
    return this.statement;
  }

  /** Draw what holds now, which the editor did not ask for, and may not have seen when the next key is pressed. */
  async update(number) {
    this.statement = number == null ? null : await ask("statement", { statement: number });
    this.draw();
  }

  /** Whether others decided while the editor looked at the statement. */
  get isOvertaken() {
    return Boolean(this.statement) && (this.statement.decision?.mark ?? null) !== this.seen;
  }

  get kind() {
    return this.kinds[this.statement?.kind];
  }

  /** The values that the candidate of that place gives. */
  candidate(at) {
    const found = this.statement?.candidates[at];
    return found ? { is: found.id } : null;
  }

  draw() {
    const box = $("card");
    if (!this.statement) {
      box.replaceChildren(el("p", { class: "nothing" }, "Nothing is left here. Choose another kind, or show what is decided."));
      return;
    }
    const { kind, doubt, number, title, date, decision, why } = this.statement;
    const where = [number ? `Document ${number}` : "", title, date.slice(0, 10)].filter(Boolean).join(" · ");
    box.replaceChildren(...there([
      el("p", { class: "where" }, el("span", { class: `kind k-${kind}` }, NAMES[kind]), " ",
        el("span", { class: `degree d${doubt}` }, DEGREES[doubt]), " ", where),
      el("p", { class: "saying" }, el("q", {}, shownWords(this.statement)), " ", this.meaning()),
      why.length ? el("ul", { class: "why" }, why.map((reason) => el("li", {}, reason))) : null,
      this.candidates(),
      decision && this.decided(decision),
      this.actions(),
    ]));
  }

  /** What is said of the words, where that is no person. */
  meaning() {
    const { kind, values, candidates } = this.statement;
    if (candidates.length || kind === "call") return null;
    const said = typed(kind, values);
    return said && said !== this.statement.words ? el("span", { class: "means" }, `→ ${said}`) : null;
  }

  candidates() {
    const { candidates, values, decision } = this.statement;
    if (!candidates.length) return null;
    const chosen = decision ? decision.values.is : values.is;
    return el("ol", { class: "candidates" }, candidates.map((one, at) =>
      el("li", { class: one.id === chosen ? "chosen" : null },
        el("button", { type: "button", class: "candidate", onclick: () => this.run("choose", at) },
          key(String(at + 1)), el("span", {}, el("strong", {}, one.name), " ", el("span", { class: "id" }, one.id))),
        el("div", { class: "known" }, known(one)),
        one.signs?.length ? el("ul", { class: "signs" }, one.signs.map((sign) => el("li", {}, sign))) : null)));
  }

  decided(decision) {
    const when = decision.at.slice(0, 16).replace("T", " ");
    return el("p", { class: "verdict" }, shownValues(decision), el("span", {}, ` — ${decision.who || "somebody"}, ${when}`),
      decision.why && el("span", {}, ` — ${decision.why}`));
  }

  actions() {
    const { kind, candidates, values } = this.statement;
    const linked = ["person", "sender", "recipient", "term"].includes(kind);
    const does = (name, label, shown) => el("button", { type: "button", onclick: () => this.run(name) }, label, " ", key(shown));
    return el("div", { class: "actions" },
      Object.keys(values).length ? does("accept", candidates.length > 1 ? "First" : "Right", "Enter") : null,
      Object.keys(this.kind.rejection).length ? does("reject", capital(this.kind.rejected), "0") : null,
      does("other", linked ? "Other…" : "Change…", "e"),
      does("alike", "All like this…", "m"),
      does("next", "Next", "j"), does("undo", "Undo", "u"), does("xml", "XML", "v"));
  }
}

const capital = (words) => words.charAt(0).toUpperCase() + words.slice(1);

/** What lists and authorities know of a person, and where else they are named. */
export function known(one) {
  const offices = one.offices.map((office) => {
    const held = [office.start, office.end].some(Boolean) ? ` (${office.start ?? ""}–${office.end ?? ""})` : "";
    return el("span", { class: "office" }, `${office.title}${held}`);
  });
  const identifiers = one.identifiers.map(([authority]) => authority).join(", ");
  const named = one.named_in.map((each) => (each.number ? `${each.number}` : each.title)).join(", ");
  return [
    one.offices.length ? offices : one.description && el("span", {}, one.description),
    one.kind === "person" && el("span", { class: "named" },
      one.mentions ? `named ${counted(one.mentions, "time")} in ${counted(one.documents, "document")}: ${named}${one.documents > one.named_in.length ? " …" : ""}` : "named nowhere without doubt",
      one.perhaps ? `; perhaps ${counted(one.perhaps, "more time")}` : ""),
    identifiers && el("span", { class: "named" }, identifiers),
  ];
}
