// A signed-in device in two words, "Chrome, Linux", read from what its browser says of itself.

/** The first that fits names it: browsers and systems also say the names of others. */
const browsers = [
  [/Edg/, "Edge"],
  [/OPR\//, "Opera"],
  [/SamsungBrowser/, "Samsung Internet"],
  [/Firefox|FxiOS/, "Firefox"],
  [/Chrome|CriOS/, "Chrome"],
  [/Safari/, "Safari"],
] as const;

const systems = [
  [/Android/, "Android"],
  [/iPhone|iPad/, "iOS"],
  [/Windows/, "Windows"],
  [/CrOS/, "ChromeOS"],
  [/Mac OS X/, "macOS"],
  [/Linux/, "Linux"],
] as const;

/** null where neither is known; a program is called by its own name. */
export function deviceName(device: string): string | null {
  const names = [browsers, systems].flatMap(
    (known) => known.find(([sign]) => sign.test(device))?.[1] ?? [],
  );
  return names.join(", ") || (/^[\p{L}\d.-]+/u.exec(device)?.[0] ?? null);
}
