// Stands in for the phone's speech: the browser of the tests has no voices. Nothing is heard; what
// is said is kept in `speech.said`, and a test says when an utterance has ended.

const speech = {
  /** @type {SpeechSynthesisVoice[]} */
  voices: [],
  /** @type {{text: string, rate: number, voice: string | undefined}[]} */
  said: [],
  /** Utterances, whose events carry nothing here. @type {any[]} */
  queue: [],
  cancelled: 0,
  /** @type {(() => void) | null} */
  onvoiceschanged: null,

  get speaking() {
    return this.queue.length > 0;
  },
  pending: false,

  getVoices() {
    return this.voices;
  },
  /** @param {SpeechSynthesisUtterance} utterance */
  speak(utterance) {
    const { text, rate, voice } = utterance;
    this.said.push({ text, rate, voice: voice?.name });
    this.queue.push(utterance);
  },
  // As in browsers: what is cut off gets an error, and gets it later.
  cancel() {
    this.cancelled += 1;
    for (const utterance of this.queue.splice(0)) {
      setTimeout(() => utterance.onerror?.({ error: "canceled" }));
    }
  },
  // Broken on Android: nothing may depend on them.
  pause() {
    throw new Error("pause() was called");
  },
  resume() {
    throw new Error("resume() was called");
  },

  // For tests
  /** @param {SpeechSynthesisVoice[]} voices */
  arrive(voices) {
    this.voices = voices;
    this.onvoiceschanged?.();
  },
  end() {
    this.queue.shift().onend?.({});
  },
  fail() {
    this.queue.shift().onerror?.({ error: "synthesis-failed" });
  },
};

class Utterance {
  /** @param {string} text */
  constructor(text) {
    Object.assign(this, { text, rate: 1, voice: null, lang: "", onend: null, onerror: null });
  }
}

Object.assign(window, { speech, SpeechSynthesisUtterance: Utterance });
Object.defineProperty(window, "speechSynthesis", { value: speech });
