// --- Words half typed ---------------------------------------------------------------------------

// A page that is loaded again keeps what its reader has typed: in this tab, until it is back in its
// field, which a script of the page may make later.
const FIELDS = "input:not([type=password], [type=file], [type=hidden]), select, textarea";
const typedWords = remembered(() => sessionStorage, "typed");

/** What names a field in its page; a radio button is one of several with a name. */
const fieldName = ({ id, name, type, value }) => id || (type === "radio" ? `${name}=${value}` : name);

function isTyped(field) {
  if (field.type === "radio" || field.type === "checkbox") return field.checked !== field.defaultChecked;
  if (field.options) return [...field.options].some((one) => one.selected !== one.defaultSelected);
  return field.value !== field.defaultValue;
}

/** Load this page again with what has been typed into it. */
function reloadPage() {
  const fields = [...document.querySelectorAll(FIELDS)].filter((field) => fieldName(field) && isTyped(field));
  const words = fields.map((field) => [fieldName(field), field.value, field.checked ?? null]);
  if (words.length > 0) typedWords.set(JSON.stringify({ page: location.pathname, words }));
  location.reload();
}

/** Put what was typed before a reload back into its fields, as soon as they are there. */
function bringBackTyped() {
  const kept = JSON.parse(typedWords.get() || "{}");
  if (kept.page !== location.pathname) return;
  let left = kept.words;
  const fill = () => {
    const fields = new Map([...document.querySelectorAll(FIELDS)].map((field) => [fieldName(field), field]));
    const isHere = ([name]) => fields.has(name);
    for (const [name, value, checked] of left.filter(isHere)) bringBack(fields.get(name), value, checked);
    left = left.filter((word) => !isHere(word));
    if (left.length > 0) return;
    later.disconnect();
    typedWords.set("");
  };
  const later = new MutationObserver(fill);
  later.observe(document.body, { childList: true, subtree: true });
  fill();
}

function bringBack(field, value, checked) {
  if (field.type === "radio" || field.type === "checkbox") field.checked = checked;
  else field.value = value;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.dispatchEvent(new Event("change", { bubbles: true }));
}
