"use strict";
// A convenience: without it all can be read.  Figures show the documents behind them; heads sort.
{
  const table = document.getElementById("all");
  const rows = table ? [...table.tBodies[0].rows] : [];
  const shown = document.getElementById("shown");
  const everything = document.getElementById("everything");

  const show = (places, what) => {
    const wanted = places && new Set(places);
    for (const row of rows) row.hidden = Boolean(wanted) && !wanted.has(row.dataset.at);
    shown.textContent = wanted ? `${wanted.size} of ${rows.length} documents: ${what}` : "All documents";
    everything.hidden = !wanted;
  };

  for (const link of document.querySelectorAll("a[data-rows]"))
    link.addEventListener("click", () => show(link.dataset.rows.split(" "), link.dataset.what));
  everything?.addEventListener("click", () => show(null));

  const value = (row, column) => {
    const text = row.cells[column].textContent.trim();
    const number = Number(text.replaceAll(",", ""));
    return text === "" ? null : Number.isNaN(number) ? text : number;
  };
  const compare = (a, b) => {
    if (a === null || b === null) return (a === null) - (b === null);
    return typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b), undefined, { numeric: true });
  };
  const heads = table ? [...table.tHead.rows[0].cells] : [];
  heads.forEach((head, column) => head.firstElementChild.addEventListener("click", () => {
    const falls = head.getAttribute("aria-sort") === "ascending";
    for (const other of heads) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", falls ? "descending" : "ascending");
    const keyed = rows.map((row) => [value(row, column), row]);
    keyed.sort(([a], [b]) => (a === null || b === null || !falls ? compare(a, b) : compare(b, a)));
    table.tBodies[0].append(...keyed.map(([, row]) => row));
  }));
}
