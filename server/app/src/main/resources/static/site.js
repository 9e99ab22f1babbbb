// Comfort for every page: suggestions in the search fields. Pages work without it.

const shown = 8;

for (const field of document.querySelectorAll("input[data-suggest]")) {
  suggest(field);
}

/** A combobox as WAI-ARIA describes it: the list is announced, arrow keys move, Enter opens, Escape closes. */
function suggest(field) {
  const list = document.createElement("ul");
  list.className = "suggestions";
  list.id = `suggestions-${Math.random().toString(36).slice(2, 8)}`;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", field.getAttribute("aria-label") || field.placeholder);
  list.hidden = true;
  field.after(list);
  field.parentElement.classList.add("suggesting");
  for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-controls", list.id], ["aria-expanded", "false"]]) {
    field.setAttribute(name, value);
  }
  let current = -1;
  let asked = 0;
  let timer = 0;

  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, 120);
  });
  field.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      move(event.key === "ArrowDown" ? 1 : -1);
      event.preventDefault();
    } else if (event.key === "Escape") {
      close();
    } else if (event.key === "Enter" && current >= 0) {
      list.children[current].querySelector("a").click();
      event.preventDefault();
    }
  });
  field.addEventListener("blur", () => setTimeout(close, 200));

  async function ask() {
    const text = field.value.trim();
    const turn = ++asked;
    if (text.length < 2) {
      close();
      return;
    }
    const language = document.documentElement.lang;
    const answer = await fetch(`${field.dataset.suggest}?q=${encodeURIComponent(text)}&lang=${language}`);
    if (answer.ok && turn === asked) {
      show(await answer.json());
    }
  }

  function show(suggestions) {
    list.replaceChildren(...suggestions.slice(0, shown).map(option));
    current = -1;
    list.hidden = suggestions.length === 0;
    field.setAttribute("aria-expanded", String(!list.hidden));
  }

  function option(suggestion, index) {
    const item = document.createElement("li");
    item.setAttribute("role", "option");
    item.id = `${list.id}-${index}`;
    const link = document.createElement("a");
    link.href = suggestion.url || `/resource?iri=${encodeURIComponent(suggestion.iri)}`;
    link.tabIndex = -1;
    link.append(suggestion.label);
    const hint = document.createElement("span");
    hint.textContent = suggestion.hint;
    link.append(hint);
    item.append(link);
    return item;
  }

  function move(step) {
    const count = list.children.length;
    if (list.hidden || count === 0) {
      return;
    }
    current = (current + step + count) % count;
    [...list.children].forEach((item, index) => item.setAttribute("aria-selected", String(index === current)));
    field.setAttribute("aria-activedescendant", list.children[current].id);
  }

  function close() {
    list.hidden = true;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  }
}
