// The place in the page that the address names: `#fn:oxford-risks`.

/** @returns {HTMLElement | null} */
export function linkTarget() {
  const name = location.hash.slice(1);
  try {
    return document.getElementById(decodeURIComponent(name));
  } catch {
    // A stray per cent sign: the name is meant as it stands.
    return document.getElementById(name);
  }
}
