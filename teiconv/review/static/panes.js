// The text of a document and, beside it, the encoding as it will be read; the XML is one key away.
import { $, ask, el } from "./ask.js";
import { Cursor } from "./cursor.js";
import { characters } from "./words.js";

// What the server renders is put in by this policy alone; it has no scripts, and the page's policy would run none.
const policy = globalThis.trustedTypes?.createPolicy("reading", { createHTML: (html) => html });

export class Panes {
  constructor(onChoose) {
    this.document = null;
    this.statement = null;
    this.shadow = $("reading").attachShadow({ mode: "open" });
    for (const box of [$("source"), this.shadow]) {
      box.addEventListener("click", (event) => {
        if (event.target.closest("a")) event.preventDefault();
        const found = event.target.closest("[data-statement]");
        if (found && getSelection().isCollapsed) onChoose(Number(found.dataset.statement));
      });
    }
    for (const button of document.querySelectorAll("[data-pane]"))
      button.addEventListener("click", () => this.turn(button.dataset.pane));
  }

  /** On a narrow screen one pane is seen: that one. */
  turn(pane) {
    $("panes").dataset.shown = pane;
    for (const button of document.querySelectorAll("[data-pane]"))
      button.setAttribute("aria-pressed", String(button.dataset.pane === pane));
  }

  /** Show the document, unless the panes have it as it is; `asOf` tells how its file is now. */
  async show(number, statement, asOf = this.document?.as_of) {
    if (this.document?.document !== number || this.document.as_of !== asOf) {
      this.document = await ask("document", { document: number });
      this.drawSource();
      this.drawReading();
      if (!$("xml").hidden) await this.drawXml(statement);
    }
    this.mark(statement);
  }

  async refresh() {
    const number = this.document?.document;
    this.document = null;
    if (number) await this.show(number, this.statement);
  }

  drawSource() {
    const { pieces, about } = this.document;
    $("source").replaceChildren(...pieces.map((piece) => {
      if (!piece.about.length) return el("span", { "data-at": piece.at }, piece.text);
      const inner = piece.about.at(-1);
      const { kind, doubt, decided } = about[inner];
      return el("span", {
        class: `said k-${kind} d${doubt} ${decided ? "decided" : ""}`, "data-at": piece.at,
        "data-statement": inner, "data-about": piece.about.join(" "),
      }, piece.text);
    }));
  }

  drawReading() {
    const article = el("article", {});
    article.innerHTML = policy ? policy.createHTML(this.document.html) : this.document.html;
    for (const said of article.querySelectorAll("[data-statement]")) {
      const { kind, doubt, decided } = this.document.about[said.dataset.statement] ?? {};
      said.classList.add(`k-${kind}`, `d${doubt}`, decided ? "decided" : "undecided");
    }
    const sheets = ["site.css", "said.css"].map((href) => el("link", { rel: "stylesheet", href }));
    this.shadow.replaceChildren(...sheets, article);
    for (const sheet of sheets) sheet.addEventListener("load", () => this.bring());
  }

  async drawXml(statement = this.statement) {
    const { xml, line, name, before } = await ask("xml", { document: this.document.document, statement });
    $("xml").replaceChildren(...xml.split("\n").map((words, at) =>
      el("span", { class: "line" }, at + 1 === line ? marked(words, name, before) : words, "\n")));
    $("xml").querySelector(".now")?.scrollIntoView({ block: "center" });
  }

  /** Show the XML in place of the encoding as it will be read, or that again. */
  async turnXml() {
    const box = $("xml");
    box.hidden = !box.hidden;
    $("reading").hidden = !box.hidden;
    $("encoding-title").textContent = box.hidden ? "As it will be read" : "XML";
    this.turn("encoding");
    if (!box.hidden) await this.drawXml();
  }

  /** Mark where `statement` is said, in both panes, and bring it into sight. */
  mark(statement) {
    this.statement = statement;
    for (const box of [$("source"), this.shadow])
      for (const each of box.querySelectorAll(".now")) each.classList.remove("now");
    for (const each of $("source").querySelectorAll("[data-about]"))
      if (each.dataset.about.split(" ").includes(String(statement))) each.classList.add("now");
    this.shadow.querySelector(`[data-statement="${Number(statement)}"]`)?.classList.add("now");
    this.bring();
  }

  bring() {
    for (const [box, found] of [[$("source"), $("source").querySelector(".now")], [$("reading"), this.shadow.querySelector(".now")]]) {
      if (!found) box.scrollTop = 0;
      else box.scrollTop += found.getBoundingClientRect().top - box.getBoundingClientRect().top - box.clientHeight / 3;
    }
  }

  /** Say of a statement that it is decided, or is not any more. */
  setDecided(statement, decided) {
    if (this.document?.about[statement]) this.document.about[statement].decided = decided;
    for (const box of [$("source"), this.shadow])
      for (const each of box.querySelectorAll(`[data-statement="${Number(statement)}"]`))
        each.classList.toggle("decided", decided);
  }

  /** Return the characters of the text that are selected; null where none are. */
  selected() {
    const selection = getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    const edges = [[range.startContainer, range.startOffset], [range.endContainer, range.endOffset]];
    const [from, to] = edges.map(([node, offset]) => place(node, offset));
    return from === null || to === null || from >= to ? null : { document: this.document.document, from, to };
  }

  /** Begin to select words with the keys, at the present statement. */
  beginWords() {
    this.cursor = new Cursor();
    this.cursor.begin($("source").querySelector(".now") ?? $("source").firstElementChild);
  }
}

/** Return which character of the text a place in the page is, as Python counts them. */
function place(node, offset) {
  const span = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node.childNodes[offset] ?? node)?.closest?.("[data-at]");
  if (!span || !$("source").contains(span)) {
    if (node === $("source")) return characters($("source").textContent);
    return null;
  }
  const within = node.nodeType === Node.TEXT_NODE ? characters(node.data.slice(0, offset)) : 0;
  return Number(span.dataset.at) + within;
}

/** Return a line of XML in which the element of that name is marked that comes after `before` others. */
function marked(line, name, before) {
  const tags = [...line.matchAll(new RegExp(`<(?:\\w+:)?${name}\\b[^>]*>`, "g"))];
  const found = tags[before];
  if (!found) return el("span", { class: "now" }, line);
  const close = line.indexOf(`${name}>`, found.index + found[0].length);
  const end = found[0].endsWith("/>") || close < 0 ? found.index + found[0].length : close + name.length + 1;
  return [line.slice(0, found.index), el("span", { class: "now" }, line.slice(found.index, end)), line.slice(end)];
}
