// What somebody chose for this device: single keys can be turned off (WCAG 2.1.4).
const place = "splot.keys";

export function areKeysOn(): boolean {
  return localStorage.getItem(place) !== "off";
}

export function setKeys(on: boolean): void {
  localStorage.setItem(place, on ? "on" : "off");
}
