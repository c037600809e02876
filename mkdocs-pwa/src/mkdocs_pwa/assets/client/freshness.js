// --- How old a page is -------------------------------------------------------------------------

/** Fill `data-mkdocs-pwa-version`; a page from another version or the network is not given a date. */
function showVersion() {
  if (!current?.built || current.tab !== "current") return;
  for (const place of places("version")) {
    place.textContent = fill("versionOf", { date: dateText(current.built) });
  }
}

/** Fill `data-mkdocs-pwa-due="2027-05-22"` once that day is over, by the phone's own clock. */
function showDue() {
  const now = new Date();
  const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, "0"))
    .join("-");
  for (const place of places("due")) {
    const { mkdocsPwaDue: day = "" } = place.dataset;
    place.hidden = !(/^\d{4}-\d{2}-\d{2}$/.test(day) && today > day);
    if (!place.hidden) place.textContent = fill("due", { date: dateText(day) });
  }
}
