// Registers the worker and tells the reader, truthfully and quietly, what is saved.
//
// A page may hold places for the texts; without them one notice at the foot of the page is used:
//   <p data-mkdocs-pwa-saved>…</p>    says whether the site is saved
//   <div data-mkdocs-pwa-install>…</div>  gets the install button, where the browser offers one

const { messages = {} } = {/* mkdocs-pwa:client */};

const root = new URL("../", import.meta.url);
const language = document.documentElement.lang.toLowerCase();
const texts = messages[language] ?? messages[language.split("-")[0]] ?? messages.en ?? {};

const NOTICE_MS = 8000;
const CHECK_INTERVAL_MS = 60_000;
const RETRY_DELAYS_MS = [5_000, 20_000, 60_000, 300_000];
// WebKit does not fire `controllerchange` in an app from the home screen (WebKit bug 199110).
const TAKEOVER_LIMIT_MS = 4000;

const fill = (key, values = {}) =>
  (texts[key] ?? "").replace(/\{(\w+)\}/g, (_, name) => String(values[name]));

// --- The notice --------------------------------------------------------------------------------

const region = document.createElement("div");
region.className = "mkdocs-pwa";
region.setAttribute("role", "status");
document.body.append(region);

let noticeTimer;

/** Show one text with its buttons; one that asks nothing goes away by itself. */
function notice(text, buttons = [], { stays = buttons.length > 0, busy = false } = {}) {
  clearTimeout(noticeTimer);
  // While counting, a screen reader is not to read every number aloud.
  region.setAttribute("aria-busy", String(busy));
  const label = document.createElement("span");
  label.className = "mkdocs-pwa__text";
  label.textContent = text;
  region.replaceChildren(label, ...buttons.map(button));
  if (!stays) noticeTimer = setTimeout(clearNotice, NOTICE_MS);
}

function clearNotice() {
  clearTimeout(noticeTimer);
  region.setAttribute("aria-busy", "false");
  region.replaceChildren();
}

function button({ label, action, first = false }) {
  const element = document.createElement("button");
  element.type = "button";
  element.className = `mkdocs-pwa__button${first ? " mkdocs-pwa__button--first" : ""}`;
  element.textContent = label;
  element.addEventListener("click", action);
  return element;
}

/** Say it in the page's own places; true if there was one. */
function sayInPage(text, { busy = false } = {}) {
  const places = document.querySelectorAll("[data-mkdocs-pwa-saved]");
  for (const place of places) {
    place.setAttribute("role", "status");
    place.setAttribute("aria-busy", String(busy));
    place.textContent = text;
  }
  return places.length > 0;
}

// --- What is saved -----------------------------------------------------------------------------

// null until a worker has been asked.
let saved = null;
let sawProgress = false;

function showProgress({ done, total }) {
  // With a saved copy in use this is an update, which the reader need not watch.
  const isFirstSave = !navigator.serviceWorker.controller || saved === false;
  if (done === total || !isFirstSave) return;
  sawProgress = true;
  const text = fill("saving", { done, total });
  if (!sayInPage(text, { busy: true })) notice(text, [], { stays: true, busy: true });
}

function showStopped(key, values) {
  const text = fill(key, values);
  if (!sayInPage(text)) notice(text);
}

function showSaved() {
  const inPage = sayInPage(fill("saved"));
  // Said once, where the reader has seen the counting begin; not on every page after.
  if (sawProgress && !inPage) notice(`${fill("saved")} ${installSteps()}`.trim(), installButtons());
  sawProgress = false;
}

/** Ask a worker what it holds; resolves to undefined if it does not answer. */
function ask(worker) {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data);
    setTimeout(resolve, TAKEOVER_LIMIT_MS);
    worker.postMessage({ type: "status" }, [port2]);
  });
}

async function tellWhatIsSaved(registration) {
  if (!registration.active) return;
  const status = await ask(registration.active);
  if (!status) return;
  saved = status.held === status.total;
  if (saved) showSaved();
  if (status.olderTab) offerReload();
}

// --- A new version -----------------------------------------------------------------------------

// Kept for this tab only: a reader who said "later" is not asked again on every page.
const later = {
  key: `${root.pathname}:mkdocs-pwa-later:1`,
  get said() {
    try {
      return sessionStorage.getItem(this.key) !== null;
    } catch {
      return this.inMemory === true;
    }
  },
  say() {
    this.inMemory = true;
    try {
      sessionStorage.setItem(this.key, "1");
    } catch {
      // Storage is blocked: remembered until the page is left.
    }
  },
};

let takingOver = false;

function offerUpdate(worker) {
  if (later.said) return;
  notice(fill("update"), [
    { label: fill("updateNow"), first: true, action: () => takeOver(worker) },
    {
      label: fill("later"),
      action: () => {
        later.say();
        clearNotice();
      },
    },
  ]);
}

function takeOver(worker) {
  if (takingOver) return;
  takingOver = true;
  worker.postMessage({ type: "activate" });
  setTimeout(() => location.reload(), TAKEOVER_LIMIT_MS);
}

function offerReload() {
  notice(fill("older"), [{ label: fill("reload"), first: true, action: () => location.reload() }]);
}

function watchForUpdates(registration) {
  const settled = (worker) => {
    if (worker.state === "installed" && navigator.serviceWorker.controller) offerUpdate(worker);
    if (worker.state === "activated") tellWhatIsSaved(registration);
    if (worker.state === "redundant" && !registration.active) tryAgain();
  };
  const watch = (worker) => {
    settled(worker);
    worker.addEventListener("statechange", () => settled(worker));
  };
  if (registration.waiting) settled(registration.waiting);
  if (registration.installing) watch(registration.installing);
  registration.addEventListener("updatefound", () => watch(registration.installing));
}

// --- Checking ----------------------------------------------------------------------------------

let watched;
let lastCheck = 0;
let retries = 0;

/** Register if needed and look for a new version; without a network nothing happens. */
async function check() {
  lastCheck = Date.now();
  const registration = await navigator.serviceWorker.register(new URL("sw.js", root), {
    scope: root.pathname,
    // The worker's own file must never come from the HTTP cache.
    updateViaCache: "none",
  });
  if (registration !== watched) {
    watched = registration;
    watchForUpdates(registration);
    await tellWhatIsSaved(registration);
  }
  if (registration.active) await registration.update();
}

/** Offline, behind a sign-in page or with site data blocked a check fails, and the page goes on. */
async function checkQuietly() {
  try {
    await check();
  } catch (error) {
    if (watched) return;
    // Chromium's answer where the reader has blocked site data: trying again cannot help.
    if (error.name === "NotSupportedError") sayInPage(fill("unsupported"));
    else tryAgain();
  }
}

function checkIfDue() {
  if (document.visibilityState === "visible" && Date.now() - lastCheck > CHECK_INTERVAL_MS) {
    checkQuietly();
  }
}

function tryAgain() {
  const delay = RETRY_DELAYS_MS[Math.min(retries, RETRY_DELAYS_MS.length - 1)];
  retries += 1;
  setTimeout(checkQuietly, delay);
}

// --- Installing --------------------------------------------------------------------------------

let installPrompt;

/** Words where there is no button: Safari on a phone, which alone has `navigator.standalone`. */
function installSteps() {
  const place = document.querySelector("[data-mkdocs-pwa-install]");
  return navigator.standalone === false && !place ? fill("installSteps") : "";
}

function installButtons() {
  if (!installPrompt) return [];
  const install = { label: fill("install"), first: true, action: promptInstall };
  return [install, { label: fill("close"), action: clearNotice }];
}

async function promptInstall() {
  const prompt = installPrompt;
  installPrompt = undefined;
  for (const place of document.querySelectorAll("[data-mkdocs-pwa-install]")) {
    place.querySelector(".mkdocs-pwa__button")?.remove();
  }
  clearNotice();
  await prompt?.prompt();
}

addEventListener("beforeinstallprompt", (event) => {
  const places = document.querySelectorAll("[data-mkdocs-pwa-install]");
  // Our button takes the place of the browser's own banner only where the page shows ours.
  if (places.length > 0) event.preventDefault();
  installPrompt = event;
  for (const place of places) {
    if (!place.querySelector(".mkdocs-pwa__button")) place.prepend(button(installButtons()[0]));
  }
});

// Only an installed app asks to be kept: in a tab Firefox would put a question to the reader.
function askToBeKept() {
  if (matchMedia("(display-mode: standalone)").matches) {
    navigator.storage?.persist?.().catch(() => {});
  }
}

// --- Start -------------------------------------------------------------------------------------

function showOffline() {
  notice(fill(saved || navigator.serviceWorker?.controller ? "offline" : "offlineUnsaved"));
}

function start() {
  const container = navigator.serviceWorker;
  if (!container) {
    sayInPage(fill("unsupported"));
    return;
  }
  let hadController = Boolean(container.controller);
  container.addEventListener("controllerchange", () => {
    if (takingOver) location.reload();
    else if (hadController && watched) tellWhatIsSaved(watched);
    hadController = true;
  });
  container.addEventListener("message", ({ data }) => {
    if (data?.source !== "mkdocs-pwa") return;
    if (data.type === "progress" && data.done === data.total && watched) tellWhatIsSaved(watched);
    else if (data.type === "progress") showProgress(data);
    if (data.type === "paused" && !saved) showStopped("paused", data);
    if (data.type === "full" && !saved) {
      showStopped("full", { size: `${(data.size / 1e6).toFixed(1)} MB` });
    }
  });
  container.startMessages();
  addEventListener("online", () => {
    clearNotice();
    checkQuietly();
  });
  addEventListener("offline", showOffline);
  addEventListener("pageshow", checkIfDue);
  document.addEventListener("visibilitychange", checkIfDue);
  checkQuietly();
  if (!navigator.onLine) showOffline();
  askToBeKept();
}

// After everything the reader is waiting for.
if (document.readyState === "complete") start();
else addEventListener("load", start, { once: true });
