// --- Start -------------------------------------------------------------------------------------

function showOffline() {
  notice(fill(isSaved() || ownController() ? "offline" : "offlineUnsaved"));
}

/** @type {Record<string, (data: SizedNews) => void>} */
const NEWS = { progress: showProgress, paused: showPaused, full: showFull, ask: askForLeave, barred: renewWorker };

function start() {
  addStyles();
  watchQuiet();
  bringBackTyped();
  showDue();
  const container = navigator.serviceWorker;
  if (!container) {
    sayInPage(fill("unsupported"));
    return;
  }
  showState({});
  container.addEventListener("controllerchange", () => {
    if (takingOver) reloadPage();
    // Also the first time: WebKit may never tell this page that the worker has been activated.
    else if (watched) tellWhatIsSaved(watched);
  });
  container.addEventListener("message", ({ data, ports }) => {
    if (data?.source !== "mkdocs-pwa" || data.scope !== root.href) return;
    if (data.type === "identify") pageFacts().then((page) => ports[0].postMessage(page));
    else NEWS[data.type]?.(data);
  });
  container.startMessages();
  addEventListener("online", () => {
    if (!isAsking()) clearNotice();
    retries = 0;
    checkQuietly();
  });
  addEventListener("offline", showOffline);
  // A button of the site's own may take the copy away; it can wait until it is gone.
  addEventListener("mkdocs-pwa:remove", (event) => {
    const gone = removeCopy();
    event.detail?.waitUntil?.(gone);
  });
  // For a script that began to listen after the last change.
  addEventListener("mkdocs-pwa:ask", () => tellStatus({ again: true }));
  addEventListener("pageshow", checkIfDue);
  addEventListener("pagehide", askToStay);
  document.addEventListener("visibilitychange", checkIfDue);
  // Material puts other pages into this one when `navigation.instant` is on.
  globalThis.document$?.subscribe(() => {
    if (lastSaid) sayInPage(lastSaid);
    showVersion();
    showDue();
  });
  checkQuietly();
  if (!navigator.onLine) showOffline();
  askToBeKept();
}

// After everything the reader is waiting for, and not in a page that a browser only makes ready.
function startWhenSeen() {
  if (document.prerendering) document.addEventListener("prerenderingchange", start, { once: true });
  else start();
}

if (document.readyState === "complete") startWhenSeen();
else addEventListener("load", startWhenSeen, { once: true });
