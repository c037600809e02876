// Which voice may read: one that is on the phone itself and speaks the page's language.

/**
 * The voice to read with.
 *
 * Other voices send the text to a server, which would tell it what the reader reads. Only a clear
 * `localService` counts.
 *
 * @param {SpeechSynthesisVoice[]} voices
 * @param {string} language - Of the page, such as "en".
 * @param {string} region - Of the reader's phone, such as "en-GB": preferred, not asked for.
 * @returns {SpeechSynthesisVoice | undefined}
 */
export function bestVoice(voices, language, region) {
  const usable = voices.filter(
    (voice) => voice.localService === true && mainPart(voice.lang) === mainPart(language),
  );
  const ofRegion = usable.filter((voice) => plain(voice.lang) === plain(region));
  return ofRegion.find(isDefault) ?? ofRegion[0] ?? usable.find(isDefault) ?? usable[0];
}

/**
 * Call back with the voice as soon as there is one, which may be never.
 *
 * @param {SpeechSynthesis} synth
 * @param {string} language
 * @param {(voice: SpeechSynthesisVoice) => void} callback - Called once.
 */
export function whenVoice(synth, language, callback) {
  const look = () => {
    const voice = bestVoice(synth.getVoices(), language, navigator.language);
    if (!voice) return;
    synth.onvoiceschanged = null;
    callback(voice);
  };
  // Chromium's list comes late. As a property: Safari 14 knows no listeners here.
  synth.onvoiceschanged = look;
  look();
}

/** @param {SpeechSynthesisVoice} voice */
const isDefault = (voice) => voice.default;

// Android writes "en_US".
/** @param {string} tag - Of a language. */
const plain = (tag) => tag.replace("_", "-").toLowerCase();

/** @param {string} tag */
const mainPart = (tag) => plain(tag).split("-")[0];
