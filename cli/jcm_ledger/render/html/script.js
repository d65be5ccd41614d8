"use strict";

// What the page does beside being read; without it everything is there.

// Puts words into an element: a line a language, or one alone in the language of the page.
function say(element, lines) {
  const spans = lines.map(([lang, text]) => {
    const span = document.createElement("span");
    span.textContent = text;
    if (lang) Object.assign(span, { lang, className: "in" });
    return span;
  });
  element.replaceChildren(...spans);
}

// Printing one commitment.
(() => {
  const root = document.documentElement;
  for (const tools of document.querySelectorAll("article .tools")) {
    const button = document.createElement("button");
    button.type = "button";
    say(button, [{{ print }}]);
    tools.append(button);
  }
  document.addEventListener("click", (event) => {
    const article = event.target.closest?.(".tools button")?.closest("article");
    if (!article) return;
    location.hash = article.id;
    root.classList.add("alone");
    window.print();
  });
  window.addEventListener("afterprint", () => root.classList.remove("alone"));
})();

// Sorting the table of all commitments and narrowing it, by hand or by the address.
(() => {
  const table = document.querySelector("#commitments");
  if (!table) return;
  const form = document.querySelector(".filters");
  const section = form.closest("section").getAttribute("aria-labelledby");
  const none = document.querySelector(".empty");
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const fields = [...form.querySelectorAll("input, select")];
  // What a commitment stands for is searched, not its cells alone: its summary, its owners' names.
  const texts = rows.map((row) => folded(`${row.textContent}\n${row.dataset.text}`));
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const kanji = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

  // Regardless of case, and of the width and the composition of characters. Two lower-case
  // letters may have one capital, as s and ß, or σ and ς at the end of a word: so in capitals.
  function folded(text) {
    return text.normalize("NFKC").toLowerCase().toUpperCase().normalize("NFKC");
  }

  // A commitment may have several sides and owners, each on a line.
  const lines = (text) => `\n${text}\n`;

  function narrow() {
    const words = folded(form.elements.words.value).split(/\s+/);
    const chosen = fields.filter((field) => field.tagName === "SELECT" && field.value);
    let shown = 0;
    rows.forEach((row, index) => {
      const fits =
        words.every((word) => texts[index].includes(word)) &&
        chosen.every((select) => lines(row.dataset[select.name]).includes(lines(select.value)));
      row.hidden = !fits;
      shown += fits;
    });
    form.classList.toggle("narrowing", shown < rows.length);
    none.hidden = shown > 0;
    say(form.querySelector("output"), [{{ shown }}]);
  }

  // The address says how the table is narrowed, so that it can be sent and kept.
  const start = `#${section}?`;

  function address(choices) {
    return `${start}${choices}`.replace(/\?$/, "");
  }

  function write() {
    const choices = fields.filter((field) => field.value).map((field) => [field.name, field.value]);
    history.replaceState(null, "", address(new URLSearchParams(choices)));
  }

  function read() {
    if (location.hash.startsWith(start)) {
      const choices = new URLSearchParams(location.hash.slice(start.length));
      for (const field of fields) {
        const value = choices.get(field.name) ?? "";
        field.value = value;
        // A choice that this page does not have leaves nothing, rather than everything.
        if (field.value !== value) field.add(new Option(value, value, false, true));
      }
      narrow();
      document.getElementById(section).scrollIntoView();
      return;
    }
    const target = document.getElementById(location.hash.slice(1));
    if (target?.hidden && rows.includes(target)) {
      for (const field of fields) field.value = "";
      narrow();
      target.scrollIntoView();
    }
  }

  function key(row, column) {
    const cell = row.cells[column];
    return cell.dataset.key ?? (cell.querySelector(".in") ?? cell).textContent.trim();
  }

  // Nobody knows how Japanese words are read: they come last, in the order in which they first
  // stand in the table.
  function order(keyed) {
    const words = keyed.map(([word]) => word).filter((word) => kanji.test(word));
    const places = new Map([...new Set(words)].map((word, place) => [word, place]));
    return (one, other) =>
      (places.get(one) ?? -1) - (places.get(other) ?? -1) || collator.compare(one, other);
  }

  function sort(header) {
    const column = header.cellIndex;
    const down = header.getAttribute("aria-sort") === "ascending";
    const keyed = rows.map((row) => [key(row, column), row]);
    const compare = order(keyed);
    // What has no value comes last either way.
    keyed.sort(([one], [other]) =>
      !one || !other ? !one - !other : (down ? -1 : 1) * compare(one, other),
    );
    for (const each of header.parentElement.cells) each.removeAttribute("aria-sort");
    header.setAttribute("aria-sort", down ? "descending" : "ascending");
    body.append(...keyed.map(([, row]) => row));
  }

  for (const header of table.tHead.rows[0].cells) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...header.childNodes);
    button.addEventListener("click", () => sort(header));
    header.append(button);
  }
  for (const link of document.querySelectorAll("[data-narrow]")) {
    link.hash = address(link.dataset.narrow);
  }
  function changed() {
    narrow();
    write();
  }
  form.addEventListener("input", changed);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(changed));
  window.addEventListener("hashchange", read);
  form.hidden = false;
  narrow();
  read();
})();
