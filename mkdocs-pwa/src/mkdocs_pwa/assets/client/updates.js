// --- A new version -----------------------------------------------------------------------------

// WebKit does not fire `controllerchange` in an app from the home screen (WebKit bug 199110).
const TAKEOVER_LIMIT_MS = 4000;
const UNTOLD_MS = 1000;
// For a look at the host before a version is offered or taken. Without an answer nobody waits longer.
const LOOK_LIMIT_MS = 3000;

// For this tab only: a reader who said "later" is not asked again on every page.
const laterVersion = remembered(() => sessionStorage, "later");
const later = {
  get said() {
    return laterVersion.get();
  },
};

let takingOver = false;
// The worker whose version the reader may take.
/** @type {ServiceWorker | undefined} */
let offered;
// What the page about the copy says of the next version.
let updateNote = "";
let isRenewing = false;

/** @param {string} version */
function sayLater(version) {
  laterVersion.set(version);
  clearNotice();
}

/**
 * @param {ServiceWorkerRegistration} registration
 * @param {ServiceWorker} worker
 * @param {boolean} [hasWaited] - Since another page, so the host may have taken its version back.
 */
async function offerUpdate(registration, worker, hasWaited = false) {
  if (!current) await tellWhatIsSaved(registration);
  if (hasWaited) await lookAtHost(registration);
  const next = await wholeVersion(worker);
  // It may have been taken back while it was asked.
  if (!next || !isNext(registration, worker)) return;
  if (next.version === current?.version) {
    if (isRenewing) worker.postMessage({ type: "activate" });
    return;
  }
  // A copy with holes has nothing to protect, and a worker of another tool has none of ours.
  if (current ? !isSaved() : !(await items.get("active"))) {
    worker.postMessage({ type: "activate" });
    return;
  }
  offered = worker;
  const isUrgent = Boolean(next.urgent) && next.urgent !== current?.urgent;
  const size = sizeText(next.changed);
  // Where files only went away there is no size to give.
  updateNote = next.changed > 0 ? fill("update", { size }) : fill("updateNothing");
  showState({});
  if (later.said === next.version || (later.said && !isUrgent)) return;
  const text = isUrgent ? `${fill("urgent", { reason: next.urgent })} ${updateNote}` : updateNote;
  notice(text, [
    { label: fill("updateNow"), first: true, action: () => takeOver(registration, worker) },
    { label: fill("later"), action: () => sayLater(next.version) },
  ], { isUrgent });
}

/**
 * Get the worker's script anew, once a page, where its fetches are stopped by a policy that came with
 * it. Browsers compare bytes alone, so it needs another address, which stays.
 */
async function renewWorker() {
  if (isRenewing || !watched) return;
  isRenewing = true;
  await register(`sw.js?${Date.now()}`);
}

/**
 * What a version that waits says of itself, once no file of it is missing; else undefined.
 *
 * @param {ServiceWorker} worker
 */
async function wholeVersion(worker) {
  const status = await ask(worker, "status");
  if (!status || isWhole(status)) return status;
  const mended = await ask(worker, "repair", {}, REPAIR_LIMIT_MS);
  return isWhole(mended) ? mended : undefined;
}

/**
 * Whether a worker waits, and none is on its way that would replace it.
 *
 * @param {ServiceWorkerRegistration} registration
 * @param {ServiceWorker} worker
 */
const isNext = (registration, worker) =>
  (worker === registration.waiting || worker.state === "installed") && !registration.installing;

/**
 * Look whether the host has another version by now, as it has if it took one back, and give that the
 * time to take the place of the one that waits.
 *
 * @param {ServiceWorkerRegistration} registration
 */
function lookAtHost(registration) {
  return new Promise((resolve) => {
    setTimeout(resolve, navigator.onLine ? LOOK_LIMIT_MS : 0);
    registration.update().then(() => {
      const { installing } = registration;
      if (installing) installing.addEventListener("statechange", resolve);
      else resolve(null);
    }, resolve);
  });
}

/**
 * A version that is gone is no longer offered.
 *
 * @param {ServiceWorker} worker
 */
function takeBack(worker) {
  if (offered !== worker || takingOver) return;
  offered = undefined;
  updateNote = "";
  showState({});
  clearNotice();
}

/**
 * @param {ServiceWorkerRegistration} registration
 * @param {ServiceWorker} worker
 */
async function takeOver(registration, worker) {
  if (takingOver) return;
  takingOver = true;
  await lookAtHost(registration);
  // Its files may have gone since it was offered, and with it the older copy would go.
  if (!isNext(registration, worker) || !(await wholeVersion(worker))) {
    takingOver = false;
    takeBack(worker);
    return;
  }
  worker.postMessage({ type: "activate" });
  setTimeout(reloadPage, TAKEOVER_LIMIT_MS);
}

const isFirefox = "mozInnerScreenX" in globalThis;

/**
 * Keep the worker in use when this page is left while another version waits.
 *
 * Firefox (seen in ESR 153) lets that one take over when it is closed with a page open. On its way out
 * it deletes the script of the worker in use, but has no time to note the next one: without a network
 * the guide then does not open. A worker that still has something to do is left in its place.
 */
function askToStay() {
  if (isFirefox && watched?.waiting && !takingOver) ownController()?.postMessage({ type: "stay" });
}

/** @param {string} kind - Of messages. */
function offerReload(kind) {
  notice(fill(kind), [{ label: fill("reload"), first: true, action: reloadPage }]);
}

const seen = new WeakSet();

/** @param {ServiceWorkerRegistration} registration */
function watchForUpdates(registration) {
  /** @param {ServiceWorker | null} worker */
  const watch = (worker) => {
    if (!worker || seen.has(worker)) return;
    seen.add(worker);
    const hasWaited = worker === registration.waiting;
    let isStored = false;
    const settled = () => {
      const isWaiting = worker === registration.waiting;
      // One that has been stored ends only because another takes its place.
      if (worker.state === "redundant") {
        if (isStored) takeBack(worker);
        else {
          tryAgain();
          // For it another may have been held back.
          const { waiting } = registration;
          if (waiting && waiting !== offered && !isAsking()) offerUpdate(registration, waiting);
        }
      }
      isStored ||= isWaiting || worker.state !== "installing";
      if (worker.state === "activated") tellWhatIsSaved(registration);
      const isUpdate = (isWaiting || worker.state === "installed") && registration.active;
      if (isUpdate) offerUpdate(registration, worker, hasWaited);
    };
    settled();
    worker.addEventListener("statechange", settled);
    // Chromium (156) may say "installing" for ever to a page that was loaded in that moment.
    const watching = setInterval(() => {
      if (worker === registration.waiting && !isStored) settled();
      if (worker !== registration.installing) clearInterval(watching);
    }, UNTOLD_MS);
  };
  watch(registration.waiting);
  watch(registration.installing);
  if (seen.has(registration)) return;
  seen.add(registration);
  registration.addEventListener("updatefound", () => watch(registration.installing));
}
