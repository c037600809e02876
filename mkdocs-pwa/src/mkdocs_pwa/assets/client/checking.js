// --- Checking ----------------------------------------------------------------------------------

const CHECK_INTERVAL_MS = 3600_000;
// Between attempts that got no further; after the last one an update waits for the next check.
const RETRY_DELAYS_MS = [5_000, 20_000, 60_000, 300_000];

const checked = remembered(() => localStorage, "checked");

/** @type {ServiceWorkerRegistration | undefined} */
let watched;
let retries = 0;
/** @type {number | undefined} */
let retryTimer;
let isStopped = false;
let checkFailed = false;
let isChecking = false;

/** A clock that was set back must not keep a phone from looking for ever. */
function isDue() {
  const age = Date.now() - Number(checked.get() ?? 0);
  return checkFailed || age < 0 || age > CHECK_INTERVAL_MS;
}

async function ownRegistration() {
  const container = navigator.serviceWorker;
  // WebKit may say that there is none for as long as its process lives, also to a page that the
  // worker answers, which would then never look for a new version. As "ready" it does name it.
  const found = (await container.getRegistration(root)) ?? (ownController() && (await container.ready));
  return found?.scope === root.href ? found : undefined;
}

/** @param {string} script */
function register(script) {
  // The worker's own file must never come from the HTTP cache.
  /** @type {RegistrationOptions} */
  const options = { scope: root.pathname, updateViaCache: "none" };
  return navigator.serviceWorker.register(new URL(script, root), options);
}

/**
 * Register if needed and look for a new version; without a network nothing happens.
 *
 * @param {{asked?: boolean}} [options]
 */
async function check({ asked = false } = {}) {
  const before = await ownRegistration();
  if (!before && (await items.get("removed"))) {
    sayInPage(fill("notSaved"));
    return;
  }
  await noteSavingOfData();
  const newest = before && (before.installing ?? before.waiting ?? before.active);
  // Once fetched anew it has another address, and would be installed again under the usual one.
  const registration = await register(newest && isOfThisSite(newest) ? newest.scriptURL : "sw.js");
  const isNew = registration !== watched || !before;
  watched = registration;
  watchForUpdates(registration);
  // The first copy is of the version that the host has now.
  if (!before) noteCheck();
  if (isNew) await tellWhatIsSaved(registration);
  if (!registration.active) return;
  if (!asked && !isDue()) return;
  await registration.update();
  noteCheck();
  showState({});
}

function noteCheck() {
  checkFailed = false;
  checked.set(String(Date.now()));
}

/**
 * Offline, behind a sign-in page or with site data blocked a check fails, and the page goes on.
 *
 * @param {{asked?: boolean}} [options]
 */
async function checkQuietly(options) {
  clearTimeout(retryTimer);
  isStopped = false;
  isChecking = true;
  try {
    await check(options);
  } catch (error) {
    checkFailed = true;
    // Where the reader has blocked site data trying again cannot help. Chromium's error says so;
    // Firefox answers as behind a sign-in page, but admits that cookies are off.
    const { name } =
      /** @type {DOMException} */
      (error);
    if (name === "NotSupportedError" || !navigator.cookieEnabled) sayInPage(fill("unsupported"));
    else if (!watched) tryAgain();
    showState({});
  } finally {
    isChecking = false;
  }
}

/** Days may pass without a navigation: an app from the home screen is only put aside. */
function checkIfDue() {
  // A page that has just been loaded is shown while its first check is under way.
  if (document.visibilityState === "visible" && isDue() && !isChecking) checkQuietly();
}

function stopTrying() {
  isStopped = true;
  clearTimeout(retryTimer);
}

/** Go on after an attempt that failed: at once if it got further, else later and later. */
function tryAgain() {
  if (isStopped) return;
  if (gotFurther) retries = 0;
  const isUpdate = Boolean(watched?.active);
  if (isUpdate && retries >= RETRY_DELAYS_MS.length) {
    updateNote = fill("updateFailed");
    showState({});
    return;
  }
  const delay = gotFurther ? 0 : RETRY_DELAYS_MS[Math.min(retries, RETRY_DELAYS_MS.length - 1)];
  if (!gotFurther) retries += 1;
  gotFurther = false;
  clearTimeout(retryTimer);
  retryTimer = setTimeout(() => checkQuietly({ asked: true }), delay);
}
