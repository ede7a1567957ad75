// What a page leaves behind in its browser: the settings of the screen, and nothing else.
import type { Page } from "playwright-core";

interface Kept {
  local: Record<string, string>;
  session: Record<string, string>;
  history: string;
  /** Addresses: of the page, and of all that it has asked for. */
  asked: string[];
  others: Record<string, unknown>;
}

/** All that a page can leave behind for the next one at this browser. */
function keptBy(page: Page): Promise<Kept> {
  return page.evaluate(`(async () => ({
    local: { ...localStorage },
    session: { ...sessionStorage },
    history: JSON.stringify(history.state),
    asked: [location.href, ...performance.getEntriesByType("resource").map(({ name }) => name)],
    others: {
      databases: (await indexedDB.databases()).map(({ name }) => name),
      // an insecure address has none
      caches: "caches" in self ? await caches.keys() : [],
      workers: "serviceWorker" in navigator ? (await navigator.serviceWorker.getRegistrations()).length : 0,
      cookies: document.cookie,
      name: window.name,
    },
  }))()`);
}

const settings = /^splot\.(sound|keys|language)$/;
const values = /^(on|off|pl|en)$/;

/** The router's own: where the page stands among those visited, and that a session ended. */
const ofRouter =
  /^(null|\{("(usr|key|idx|masked)":(null|\d+|"(\w{8}|default|sessionEnded)"|undefined),?)+\})$/;

const nothing = JSON.stringify({
  databases: [],
  caches: [],
  workers: 0,
  cookies: "",
  name: "",
});

/** @returns what is left beyond the settings, a line each; of `words` nothing may stand in an address either */
export async function leftBehind(
  page: Page,
  words: readonly string[] = [],
): Promise<string[]> {
  const { local, session, history, asked, others } = await keptBy(page);
  const left: string[] = [];
  for (const [name, value] of [
    ...Object.entries(local),
    ...Object.entries(session),
  ])
    if (!settings.test(name) || !values.test(value))
      left.push(`stored ${name}: ${value}`);
  if (!ofRouter.test(history)) left.push(`history: ${history}`);
  const kept = JSON.stringify(others);
  if (kept !== nothing) left.push(kept);
  for (const address of asked)
    for (const word of words)
      if (decodeURIComponent(address).includes(word))
        left.push(`address: ${address}`);
  return left;
}
