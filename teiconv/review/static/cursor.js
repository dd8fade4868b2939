// Words of the text, selected by keys: from one to the next, one more, to another paragraph.
import { $ } from "./ask.js";

const WORD = /[\p{L}\p{N}]+(?:[’'.–-][\p{L}\p{N}]+)*|\S/gu;

export class Cursor {
  /** Look at the text as it is now; the cursor is nowhere. */
  constructor() {
    const text = $("source").textContent;
    this.words = [...text.matchAll(WORD)].map((found) => [found.index, found.index + found[0].length]);
    this.breaks = [...text.matchAll(/\n+/g)].map((found) => found.index + found[0].length);
    this.first = this.last = -1;
    this.starts = [];
    let at = 0;
    for (const span of $("source").children) {
      this.starts.push(at);
      at += span.textContent.length;
    }
  }

  /** Begin at the first word of `element`, a piece of the text. */
  begin(element) {
    const at = this.starts[[...$("source").children].indexOf(element)] ?? 0;
    this.set(this.words.findIndex(([, end]) => end > at));
  }

  /** Go on by `step` words, or, with `more`, take as many more in at the end. */
  step(step, more) {
    if (more) this.last = Math.max(this.first, Math.min(this.last + step, this.words.length - 1));
    else this.set(step > 0 ? this.last + 1 : this.first - 1);
    this.show();
  }

  /** Go to the first word of the next paragraph, or of the one before. */
  jump(step) {
    const at = this.words[this.first]?.[0] ?? 0;
    const to = step > 0 ? this.breaks.find((place) => place > at) : this.breaks.findLast((place) => place < at) ?? 0;
    if (to !== undefined) this.set(this.words.findIndex(([start]) => start >= to));
  }

  set(number) {
    this.first = this.last = Math.min(Math.max(0, number), this.words.length - 1);
    this.show();
  }

  show() {
    if (!this.words.length) return;
    const range = document.createRange();
    range.setStart(...this.node(this.words[this.first][0], 0));
    range.setEnd(...this.node(this.words[this.last][1], 1));
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    range.endContainer.parentElement.scrollIntoView({ block: "nearest" });
  }

  /** Return the text and the place in it where a character is: as the end of what is before it, or as a start. */
  node(at, isEnd) {
    const number = this.starts.findLastIndex((start) => (isEnd ? start < at : start <= at));
    return [$("source").children[Math.max(0, number)].firstChild, at - this.starts[Math.max(0, number)]];
  }
}
