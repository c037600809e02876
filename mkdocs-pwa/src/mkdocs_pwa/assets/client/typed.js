// --- Words half typed ---------------------------------------------------------------------------

// A page that is loaded again keeps what its reader has typed: in this tab, until it is back in its
// field, which a script of the page may make later.
const FIELDS = "input:not([type=password], [type=file], [type=hidden]), select, textarea";
/**
 * An input, or a select or textarea, of which each has a part of this.
 *
 * @typedef {HTMLInputElement & {options?: HTMLOptionsCollection}} Field
 */

/** @typedef {[name: string, value: string, checked: boolean | null]} Typed */

const typedWords = remembered(() => sessionStorage, "typed");

/** @type {() => NodeListOf<Field>} */
const allFields = () => document.querySelectorAll(FIELDS);

/**
 * What names a field in its page; a radio button is one of several with a name.
 *
 * @param {Field} field
 */
const fieldName = ({ id, name, type, value }) => id || (type === "radio" ? `${name}=${value}` : name);

/** @param {Field} field */
function isTyped(field) {
  if (field.type === "radio" || field.type === "checkbox") return field.checked !== field.defaultChecked;
  if (field.options) return [...field.options].some((one) => one.selected !== one.defaultSelected);
  return field.value !== field.defaultValue;
}

/** Load this page again with what has been typed into it. */
function reloadPage() {
  const fields = [...allFields()].filter((field) => fieldName(field) && isTyped(field));
  const words = fields.map((field) => [fieldName(field), field.value, field.checked ?? null]);
  if (words.length > 0) typedWords.set(JSON.stringify({ page: location.pathname, words }));
  location.reload();
}

/** Put what was typed before a reload back into its fields, as soon as they are there. */
function bringBackTyped() {
  const kept = JSON.parse(typedWords.get() || "{}");
  if (kept.page !== location.pathname) return;
  /** @type {Typed[]} */
  let left = kept.words;
  const fill = () => {
    const fields = new Map([...allFields()].map((field) => [fieldName(field), field]));
    /** @param {Typed} word */
    const isHere = ([name]) => fields.has(name);
    for (const word of left.filter(isHere)) bringBack(fields.get(word[0]), word);
    left = left.filter((word) => !isHere(word));
    if (left.length > 0) return;
    later.disconnect();
    typedWords.set("");
  };
  const later = new MutationObserver(fill);
  later.observe(document.body, { childList: true, subtree: true });
  fill();
}

/**
 * @param {Field | undefined} field
 * @param {Typed} word
 */
function bringBack(field, [, value, checked]) {
  if (!field) return;
  if (field.type === "radio" || field.type === "checkbox") field.checked = Boolean(checked);
  else field.value = value;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.dispatchEvent(new Event("change", { bubbles: true }));
}
