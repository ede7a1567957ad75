// The browser that journeys walk in: an installed Chrome or Chromium, else the one that comes in a package.
import { existsSync } from "node:fs";

import { type Browser, chromium } from "playwright-core";

export async function openBrowser(): Promise<Browser> {
  const executablePath = process.env["SPLOT_TEST_BROWSER"];
  if (!executablePath || !existsSync(executablePath))
    throw new Error("This test needs the browser that jest's setup finds.");
  const libraries = process.env["SPLOT_TEST_BROWSER_LIBRARIES"];
  return await chromium.launch({
    executablePath,
    // libnss3 and its kin, where the system has none
    ...(libraries
      ? { env: { ...process.env, LD_LIBRARY_PATH: libraries } }
      : {}),
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      // a page lives for a second: what is made quick for later is thrown away with it
      "--js-flags=--no-maglev --no-turbofan",
    ],
  });
}
