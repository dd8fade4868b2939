"use strict";
// Conveniences only: without scripts all pages can be read.

for (const button of document.querySelectorAll("button[data-copy]")) {
  if (!navigator.clipboard && !document.execCommand) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    const source = document.querySelector(button.dataset.copy);
    try {
      await navigator.clipboard.writeText(source.textContent);
    } catch {
      const range = document.createRange();
      range.selectNodeContents(source);
      getSelection().removeAllRanges();
      getSelection().addRange(range);
      document.execCommand("copy");
    }
    button.textContent = "Copied";
  });
}

// From a search: mark the words in the text, and go to the first of them.
const asked = new URLSearchParams(location.search).get("q");
if (asked && document.querySelector("article")) {
  const words = asked.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 1);
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join("|")})`, "giu");
  const texts = [];
  const walker = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT);
  while (words.length && walker.nextNode()) texts.push(walker.currentNode);
  for (const node of texts) {
    const places = [...node.data.matchAll(pattern)].reverse();
    for (const place of places) {
      const end = node.data.slice(place.index).match(/^[\p{L}\p{N}’']+/u)[0].length;
      const range = document.createRange();
      range.setStart(node, place.index);
      range.setEnd(node, place.index + end);
      range.surroundContents(document.createElement("mark"));
    }
  }
  document.querySelector("mark")?.scrollIntoView({ block: "center" });
}

// The arrow keys lead to the documents before and after.
addEventListener("keydown", (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.target.closest("input, .table")) return;
  const relation = { ArrowLeft: "prev", ArrowRight: "next" }[event.key];
  const link = relation && document.querySelector(`link[rel=${relation}]`);
  if (link) location.href = link.href;
});
