// A page looked at as different people meet it: wide, on a phone, dark, and so narrow that nothing may stick out.
import type { Page } from "playwright-core";

import { faultsOf } from "./axe.js";
import { photograph } from "./visitor.js";

/** By how much a page sticks out. */
export const sideways =
  "document.documentElement.scrollWidth - document.documentElement.clientWidth";

/** Even without motion colours turn a frame later, and what inherits one turns after it. */
export const coloursSettled = `(async () => {
  const turning = () => document.getAnimations().filter((one) => one instanceof CSSTransition);
  do {
    await Promise.allSettled(turning().map(({ finished }) => finished));
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  } while (turning().length > 0);
})()`;

/** Wide and light, on a phone and dark: colours do not hang on the width. What is wrong with it or with a part of it, a line each. */
export async function lookAt(
  page: Page,
  name: string,
  within?: string,
): Promise<string[]> {
  const faults: string[] = [];
  const look = async (how: string) => {
    for (const fault of await faultsOf(page, undefined, within))
      faults.push(`${name} ${how}: ${fault}`);
    await photograph(page, `${name}${how}`);
  };
  await page.setViewportSize({ width: 1280, height: 900 });
  await look("");
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ colorScheme: "dark" });
  await page.evaluate(coloursSettled);
  await look("-phone-dark");
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize({ width: 320, height: 640 });
  const over = await page.evaluate<number>(sideways);
  if (over > 0)
    faults.push(`${name} scrolls sideways by ${String(over)} at 320`);
  return faults;
}
