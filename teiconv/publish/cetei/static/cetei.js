// Shows the TEI of this page with CETEIcean: links, notes at the end with the way back, gaps with their measure, lists and tables.
"use strict";
(function () {
  const reader = new CETEI({ omitDefaultBehaviors: true, ignoreFragmentId: true });
  const make = (name, said, ...content) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(said)) made.setAttribute(key, value);
    made.append(...content);
    return made;
  };

  // where pointers to other volumes lead: the page says it
  const volumes = JSON.parse(document.getElementById("volumes").textContent);

  // d2.xml#d2fn2 is shown on d2.html; what goes by a declared prefix, at the address that the prefix says
  function address(pointer) {
    if (Object.hasOwn(volumes, pointer)) return volumes[pointer];
    const prefix = pointer.split(":")[0];
    const declared = pointer.includes(":") && reader.prefixDefs[prefix];
    if (declared) {
      const whole = new RegExp("^(?:" + declared.matchPattern + ")$");
      return pointer.slice(prefix.length + 1).replace(whole, declared.replacementPattern);
    }
    return pointer.includes(":") ? pointer : pointer.replace(/\.xml(?=#|$)/, ".html");
  }

  function linked(name) {
    return function (node) {
      const pointers = (node.getAttribute(name) || "").split(/\s+/).filter(Boolean);
      if (pointers.length !== 1 || node.querySelector("a") || node.parentElement.closest("a")) return;
      const to = address(pointers[0]);
      if (!/^(https?:|[^:]*$)/.test(to)) return;
      const link = make("a", { href: to }, ...node.childNodes);
      node.append(link);
    };
  }

  function note(node) {
    const id = node.id, number = node.getAttribute("n") || "*";
    const text = node.closest("tei-div[type=document]") || node.closest("tei-body") || node.parentElement;
    let notes = text.querySelector(":scope > ol.notes");
    if (!notes) text.append((notes = make("ol", { class: "notes" })));
    const item = make("li", {}, make("a", { href: "#call-" + id, "aria-label": "Note " + number + ", back" }, number), " ");
    item.append(...node.childNodes);
    node.id = "call-" + id;
    item.id = id;
    notes.append(item);
    node.append(make("sup", {}, make("a", { href: "#" + id, "aria-label": "Note " + number }, number)));
  }

  const role = (name) => (node) => node.setAttribute("role", name);
  const behaviors = {
    namespaces: { tei: "http://www.tei-c.org/ns/1.0" },
    tei: {
      teiHeader: (node) => node.setAttribute("hidden", ""),
      ref: linked("target"),
      gloss: linked("target"),
      persName: linked("ref"),
      placeName: linked("ref"),
      orgName: linked("ref"),
      note: [["tei-note[place=foot]", note]],
      gap: (node) => {
        const said = ["reason", "quantity", "unit", "extent"].map((key) => node.getAttribute(key));
        node.title = said.filter(Boolean).join(" ");
        if (!node.textContent) node.append(node.title || "gap");
      },
      head: (node) => {
        const level = Math.min(6, Number(node.dataset.level) || 1);
        node.setAttribute("role", "heading");
        node.setAttribute("aria-level", String(level));
      },
      list: (node) => {
        if ([...node.children].every((child) => child.localName === "tei-item")) role("list")(node);
      },
      item: (node) => {
        if (node.parentElement.getAttribute("role") === "list") role("listitem")(node);
      },
      div: (node) => {
        node.removeAttribute("role"); // CETEIcean makes a landmark of each, all of one name
        node.removeAttribute("aria-label");
      },
      table: role("table"),
      row: role("row"),
      cell: role("cell"),
    },
  };
  reader.addBehaviors(behaviors);

  const place = document.getElementById("tei");
  place.replaceChildren(reader.makeHTML5(JSON.parse(document.getElementById("source").textContent)));
  for (const table of place.querySelectorAll("tei-table")) if (table.scrollWidth > table.clientWidth) table.tabIndex = 0; // scrolls by keys
  const aim = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (aim) aim.scrollIntoView();
})();
