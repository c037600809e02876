// --- Installing --------------------------------------------------------------------------------

/** @type {BeforeInstallPromptEvent | undefined} */
let installPrompt;

/** Words where there is no button: Safari on a phone, which alone has `navigator.standalone`. */
function installSteps() {
  const place = document.querySelector("[data-mkdocs-pwa-install]");
  return navigator.standalone === false && !place ? fill("installSteps") : "";
}

/** @returns {Choice[]} */
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
