// Stands in for the phone's speech: the browser of the tests has no voices. Nothing is heard; what
// is said is kept in `speech.said`, and a test says when an utterance has ended.

window.speech = {
  voices: [],
  said: [],
  queue: [],
  cancelled: 0,
  onvoiceschanged: null,

  get speaking() {
    return this.queue.length > 0;
  },
  pending: false,

  getVoices() {
    return this.voices;
  },
  speak(utterance) {
    const { text, rate, voice } = utterance;
    this.said.push({ text, rate, voice: voice.name });
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

Object.defineProperty(window, "speechSynthesis", { value: window.speech });
window.SpeechSynthesisUtterance = class {
  constructor(text) {
    Object.assign(this, { text, rate: 1, voice: null, lang: "", onend: null, onerror: null });
  }
};
