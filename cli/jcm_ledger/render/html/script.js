"use strict";

// Lets the table of all commitments be sorted and narrowed. Without it the page reads as it is.
(() => {
  const table = document.querySelector("#commitments");
  if (!table) return;
  const form = document.querySelector(".filters");
  const body = table.tBodies[0];
  const rows = [...body.rows];
  // What a commitment stands for is searched, not its cells alone: its summary, its owners' names.
  const texts = rows.map((row) => folded(`${row.textContent}\n${row.dataset.text}`));
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });

  // Regardless of case, and of the width and the composition of characters. Two lower-case
  // letters may have one capital, as s and ß, or σ and ς at the end of a word: so in capitals.
  function folded(text) {
    return text.normalize("NFKC").toLowerCase().toUpperCase().normalize("NFKC");
  }

  // A commitment may have several sides, each on a line.
  const lines = (text) => `\n${text}\n`;

  function narrow() {
    const words = folded(form.elements.words.value).split(/\s+/);
    const chosen = [...form.querySelectorAll("select")].filter((select) => select.value);
    let shown = 0;
    rows.forEach((row, index) => {
      const fits =
        words.every((word) => texts[index].includes(word)) &&
        chosen.every((select) => lines(row.dataset[select.name]).includes(lines(select.value)));
      row.hidden = !fits;
      shown += fits;
    });
    form.classList.toggle("narrowing", shown < rows.length);
    form.querySelector("output").textContent =
      `{{ shown }}`;
  }

  function key(row, column) {
    const cell = row.cells[column];
    return cell.dataset.key ?? cell.textContent.trim();
  }

  function sort(header) {
    const column = header.cellIndex;
    const down = header.getAttribute("aria-sort") === "ascending";
    const keyed = rows.map((row) => [key(row, column), row]);
    // What has no value comes last either way.
    keyed.sort(([one], [other]) =>
      !one || !other ? !one - !other : (down ? -1 : 1) * collator.compare(one, other),
    );
    for (const each of header.parentElement.cells) each.removeAttribute("aria-sort");
    header.setAttribute("aria-sort", down ? "descending" : "ascending");
    body.append(...keyed.map(([, row]) => row));
  }

  for (const header of table.tHead.rows[0].cells) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = header.textContent;
    button.addEventListener("click", () => sort(header));
    header.replaceChildren(button);
  }
  form.addEventListener("input", narrow);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(narrow));
  form.hidden = false;
  narrow();
})();
