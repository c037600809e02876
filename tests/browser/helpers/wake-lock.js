// Stands in for the phone's wake lock: the browser of the tests has no screen that could go off.
// What was asked for is counted in `screenLock`, and a test says what the phone does.

const screenLock = {
  asked: 0,
  held: 0,
  isRefused: false,
  /** Answers wait while a test holds them back. */
  answer: Promise.resolve(),
  /** @type {{release: () => void}[]} */
  given: [],

  /** @param {string} type */
  async request(type) {
    if (type !== "screen") throw new TypeError(type);
    this.asked += 1;
    await this.answer;
    if (this.isRefused || document.hidden) throw new DOMException("refused", "NotAllowedError");
    const sentinel = Object.assign(new EventTarget(), {
      released: false,
      release: async () => {
        if (sentinel.released) return;
        sentinel.released = true;
        this.held -= 1;
        sentinel.dispatchEvent(new Event("release"));
      },
    });
    this.held += 1;
    this.given.push(sentinel);
    return sentinel;
  },

  // For tests
  end() {
    for (const sentinel of this.given) sentinel.release();
  },
  /**
   * The page goes out of sight, or comes back; a browser ends all locks first.
   *
   * @param {boolean} isHidden
   */
  turn(isHidden) {
    Object.defineProperty(document, "hidden", { value: isHidden, configurable: true });
    if (isHidden) this.end();
    document.dispatchEvent(new Event("visibilitychange"));
  },
};

Object.assign(window, { screenLock });
Object.defineProperty(navigator, "wakeLock", { value: screenLock, configurable: true });
