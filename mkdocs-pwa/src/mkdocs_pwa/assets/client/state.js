// --- The place that says what is on this phone -------------------------------------------------

// What was said last, for places that a theme puts into the page later.
let shown = { text: "", busy: false };

/**
 * Fill every `data-mkdocs-pwa-state`: what is saved, its facts, and what can be done about it.
 *
 * @param {Partial<typeof shown>} news
 */
function showState(news) {
  shown = { ...shown, ...news };
  for (const place of places("state")) {
    // Only what changes is replaced, so that a button keeps its focus.
    const [line, note, facts, buttons] = parts(place);
    line.textContent = shown.text || fill("notSaved");
    line.setAttribute("aria-busy", String(shown.busy));
    note.textContent = [updateNote, missingNote()].filter(Boolean).join(" ");
    facts.replaceChildren(...stateFacts().flatMap(([name, value]) => [term("dt", name), term("dd", value)]));
    showButtons(buttons);
  }
  tellStatus();
}

// What scripts of the page were told last.
let told = "";

/**
 * Tell scripts of the page what is on this phone, once for each change.
 *
 * @param {{again?: boolean}} [options] - Whether to tell also what has been told before.
 */
function tellStatus({ again = false } = {}) {
  const unsaved = shown.busy ? "saving" : "none";
  const detail = {
    state: current ? (isSaved() ? "saved" : "incomplete") : unsaved,
    version: current?.version,
    built: current?.built,
    files: current?.held,
    bytes: current?.size,
    updateWaits: !!offered,
  };
  const text = JSON.stringify(detail);
  if (text === told && !again) return;
  told = text;
  dispatchEvent(new CustomEvent("mkdocs-pwa:status", { detail }));
}

/**
 * @param {HTMLElement} place
 * @returns {HTMLCollectionOf<HTMLElement>}
 */
function parts(place) {
  if (place.children.length !== 4) {
    const elements = ["p", "p", "dl", "div"].map((name) => document.createElement(name));
    elements[0].setAttribute("role", "status");
    elements[3].className = "mkdocs-pwa__buttons";
    place.replaceChildren(...elements);
  }
  return (
    /** @type {HTMLCollectionOf<HTMLElement>} */
    (place.children)
  );
}

/**
 * @param {string} name
 * @param {string} text
 */
function term(name, text) {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
}

function missingNote() {
  const missing = current?.optionalMissing ?? [];
  const names = missing.map((url) => url.slice(root.href.length)).join(", ");
  return missing.length > 0 ? fill("optionalMissing", { files: names }) : "";
}

/** @returns {string[][]} */
function stateFacts() {
  if (!current) return [];
  return [
    [fill("stateVersion"), current.version],
    ...(current.built ? [[fill("stateBuilt"), dateText(current.built)]] : []),
    [fill("stateFiles"), fill("stateFilesOf", { held: current.held, total: current.total })],
    [fill("stateSize"), sizeText(current.size)],
    [fill("stateCheck"), lastCheckText()],
  ];
}

function lastCheckText() {
  const time = Number(checked.get() ?? 0);
  const text = time ? dateText(time, { dateStyle: "long", timeStyle: "short" }) : fill("never");
  return checkFailed ? fill("checkFailed", { time: text }) : text;
}

/** @param {HTMLElement} place */
function showButtons(place) {
  const kind = current ? "saved" : "notSaved";
  if (place.dataset.kind === kind) return;
  place.dataset.kind = kind;
  /** @type {Record<string, Choice[]>} */
  const choices = {
    saved: [
      { label: fill("repair"), action: repairCopy },
      { label: fill("remove"), action: () => askToRemove(place) },
    ],
    notSaved: navigator.serviceWorker ? [{ label: fill("save"), first: true, action: saveNow }] : [],
  };
  place.replaceChildren(...choices[kind].map(button));
}

async function repairCopy() {
  if (!watched?.active) return;
  sayInPage(fill("repairing"), { busy: true });
  await items.remove("full");
  const status = await ask(watched.active, "repair", {}, REPAIR_LIMIT_MS);
  current = status ?? current;
  if (isSaved()) showSaved();
  else if (current && !askedSize) tell(fill("paused", { done: current.held, total: current.total }));
}

/** @param {HTMLElement} place */
function askToRemove(place) {
  place.dataset.kind = "asking";
  const keep = () => {
    showState({});
    place.querySelector("button")?.focus();
  };
  const question = term("p", fill("removeAsk"));
  const remove = button({ label: fill("remove"), first: true, action: removeCopy });
  place.replaceChildren(question, remove, button({ label: fill("keep"), action: keep }));
  remove.focus();
}
