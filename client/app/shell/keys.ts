// Single keys: whether this device takes them (WCAG 2.1.4), and where a key is only a letter.
const place = "splot.keys";

/** A ticked box, a chosen answer and a button read no letters. */
const takesLetters =
  "input:not([type=checkbox], [type=radio], [type=button], [type=submit]), select, textarea, dialog, [contenteditable]";

export function areKeysOn(): boolean {
  return localStorage.getItem(place) !== "off";
}

export function setKeys(on: boolean): void {
  localStorage.setItem(place, on ? "on" : "off");
}

/** A single key that is meant as one: not typed into a field, not held with another, not over a dialog. */
export function isSingleKey(event: KeyboardEvent): boolean {
  if (!areKeysOn() || event.ctrlKey || event.metaKey || event.altKey)
    return false;
  const { target } = event;
  return !(target instanceof Element && target.closest(takesLetters));
}
