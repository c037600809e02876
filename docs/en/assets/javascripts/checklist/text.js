// A page's checklists as plain text, to be sent to someone. No page in sight.

/**
 * @param {string} title - Of the page.
 * @param {string} visit - What the visit is called.
 * @param {{heading: string, items: {words: string, done: boolean}[]}[]} lists
 * @returns {string} Lines; nothing in them leads back to the guide.
 */
export function checklistText(title, visit, lists) {
  const head = [title, visit].filter(Boolean).join("\n");
  const parts = lists.map(({ heading, items }) => {
    const lines = items.map(({ words, done }) => `[${done ? "x" : " "}] ${words}`);
    return [heading, ...lines].filter(Boolean).join("\n");
  });
  return [head, ...parts].join("\n\n") + "\n";
}
