// Keeps the screen on while a voice reads: a phone that goes to sleep takes the voice with it.
//
// Browsers let the lock go by themselves when the page is out of sight, and do not ask for it again
// on return (https://w3c.github.io/screen-wake-lock/#handling-document-loss-of-visibility). All may
// refuse it, or end it, while a battery is low.

/**
 * Whether a lock would do nothing: so it is for icons on the home screen of iPhones before 18.4
 * (https://bugs.webkit.org/show_bug.cgi?id=254545), the version that brought the cookie store.
 */
const isIdle = () => navigator.standalone === true && !("cookieStore" in globalThis);

/**
 * @param {(isKept: boolean) => void} onAnswer - Called while the screen is wanted: whether it stays
 *   on by itself. Without that the reader has to keep it on.
 * @returns {{hold: () => void, release: () => void}} Both may be called at any time, any often.
 */
export function createWakeLock(onAnswer) {
  let isWanted = false;
  let isAsking = false;
  /** @type {WakeLockSentinel | null} */
  let lock = null;

  const ask = async () => {
    if (isAsking || lock) return;
    isAsking = true;
    // No such thing in this browser, or refused: either way there is no lock.
    const given = await Promise.resolve(navigator.wakeLock?.request("screen")).catch(() => null);
    isAsking = false;
    if (!isWanted) {
      // The voice stopped before the browser had answered.
      given?.release();
      return;
    }
    lock = given ?? null;
    lock?.addEventListener("release", () => lose(given));
    onAnswer(lock !== null && !isIdle());
  };
  /** @param {WakeLockSentinel | null} lost */
  const lose = (lost) => {
    if (lock !== lost) return;
    lock = null;
    // Out of sight it is lost each time; in sight, as when the battery runs low, somebody must know.
    if (isWanted && !document.hidden) onAnswer(false);
  };
  document.addEventListener("visibilitychange", () => {
    if (isWanted && !document.hidden) ask();
  });

  return {
    hold() {
      isWanted = true;
      ask();
    },
    release() {
      isWanted = false;
      const held = lock;
      lock = null;
      held?.release();
    },
  };
}
