// The statements, as many as there are: only the rows that can be seen are elements, and are fetched a page at a time.
import { $, ask, el } from "./ask.js";
import { shownValues, shownWords } from "./words.js";

const PAGE = 100;
const MARGIN = 6;
const REST = 50; // milliseconds

export class List {
  constructor(onChoose) {
    this.onChoose = onChoose;
    this.choice = { state: "doubtful" };
    this.total = 0;
    this.position = -1;
    this.pages = new Map();
    this.version = 0;
    this.box = $("list");
    this.rows = $("rows");
    this.box.addEventListener("scroll", () => this.draw(), { passive: true });
    new ResizeObserver(() => this.draw()).observe(this.box);
  }

  get height() {
    return this.rows.firstElementChild?.offsetHeight || 46;
  }

  /** Forget what was fetched, and fetch anew what can be seen. */
  async reload() {
    this.version += 1;
    this.pages.clear();
    await this.fetch(Math.floor(Math.max(0, this.position, this.first()) / PAGE));
    this.draw();
  }

  first() {
    return Math.floor(this.box.scrollTop / this.height);
  }

  async fetch(page) {
    const version = this.version;
    if (this.pages.has(page)) return this.pages.get(page);
    const asked = ask("rows", { ...this.choice, start: page * PAGE, count: PAGE });
    this.pages.set(page, asked);
    const found = await asked;
    if (version === this.version) {
      this.total = found.total;
      this.pages.set(page, found);
      this.draw();
    }
    return found;
  }

  /** Return the row at `position`, fetched if need be; null where there is none. */
  async row(position) {
    if (position < 0) return null;
    const found = await this.fetch(Math.floor(position / PAGE));
    return found.rows[position - found.start] ?? null;
  }

  draw() {
    const { height } = this;
    this.rows.style.height = `${this.total * height}px`;
    const first = Math.max(0, this.first() - MARGIN);
    const last = Math.min(this.total, first + Math.ceil(this.box.clientHeight / height) + 2 * MARGIN);
    const drawn = [];
    for (let at = first; at < last; at += 1) drawn.push(this.drawn(at, height));
    this.rows.replaceChildren(...drawn);
    if (this.position >= 0) this.box.setAttribute("aria-activedescendant", `row-${this.position}`);
  }

  /** Fetch what is seen and not there, once the scrolling has come to rest: what flies past is not asked for. */
  missed() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      const last = this.first() + Math.ceil(this.box.clientHeight / this.height);
      for (let page = Math.floor(this.first() / PAGE); page <= Math.floor(last / PAGE); page += 1)
        if (page * PAGE < this.total) this.fetch(page).catch(() => this.pages.delete(page));
    }, REST);
  }

  drawn(at, height) {
    const page = this.pages.get(Math.floor(at / PAGE));
    const row = page?.rows?.[at - page.start];
    if (!page) this.missed();
    const parts = row ? [
      el("span", { class: "words" }, shownWords(row)),
      el("span", { class: "where" }, row.number ? `Document ${row.number}` : row.title),
      el("span", { class: `degree d${row.doubt}` }, row.decision ? shownValues(row.decision) : row.certainty),
    ] : [el("span", { class: "words" }, "…")];
    const made = el("div", {
      class: `row ${row?.decision ? "decided" : ""}`, id: `row-${at}`, role: "option",
      "aria-selected": String(at === this.position), onclick: () => this.onChoose(at),
    }, parts);
    made.style.top = `${at * height}px`;
    return made;
  }

  /** Choose the row at `position`, and bring it into sight. */
  async choose(position) {
    this.position = Math.min(Math.max(0, position), Math.max(0, this.total - 1));
    const row = await this.row(this.position);
    const top = this.position * this.height;
    if (top < this.box.scrollTop) this.box.scrollTop = top;
    const below = top + this.height - this.box.clientHeight;
    if (below > this.box.scrollTop) this.box.scrollTop = below;
    this.draw();
    return row;
  }
}
