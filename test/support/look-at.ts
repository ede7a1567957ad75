// A page looked at as different people meet it: wide, on a phone, dark, and so narrow that nothing may stick out.
import type { Page } from "playwright-core";

import { faultsOf } from "./axe.js";
import { photograph } from "./visitor.js";

/** By how much a page sticks out. */
export const sideways =
  "document.documentElement.scrollWidth - document.documentElement.clientWidth";

/** Even without motion colours turn a frame later, and what inherits one turns after it. */
const coloursSettled = `(async () => {
  const turning = () => document.getAnimations().filter((one) => one instanceof CSSTransition);
  do {
    await Promise.allSettled(turning().map(({ finished }) => finished));
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  } while (turning().length > 0);
})()`;

/** Every way of looking at a page; what is wrong with it, a line each. */
export async function lookAt(page: Page, name: string): Promise<string[]> {
  const faults: string[] = [];
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: width === 390 ? 844 : 900 });
    for (const fault of await faultsOf(page))
      faults.push(`${name} at ${String(width)}: ${fault}`);
    await photograph(page, width === 1280 ? name : `${name}-phone`);
  }
  await page.emulateMedia({ colorScheme: "dark" });
  await page.evaluate(coloursSettled);
  for (const fault of await faultsOf(page, ["color-contrast"]))
    faults.push(`${name} dark: ${fault}`);
  await photograph(page, `${name}-dark`);
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize({ width: 320, height: 640 });
  const over = await page.evaluate<number>(sideways);
  if (over > 0)
    faults.push(`${name} scrolls sideways by ${String(over)} at 320`);
  return faults;
}
