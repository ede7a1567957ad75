// What axe finds wrong with a page for people who see, hear or move otherwise: WCAG 2.0 to 2.2 and best practice.
import axe, { type Result } from "axe-core";
import type { Page } from "playwright-core";

/** Even without motion colours turn a frame later, and what inherits one turns after it. */
const coloursSettled = `(async () => {
  const turning = () => document.getAnimations().filter((one) => one instanceof CSSTransition);
  do {
    await Promise.allSettled(turning().map(({ finished }) => finished));
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  } while (turning().length > 0);
})()`;

/** A line for each fault; `rules` narrows the look to a few, `within` to a part of the page. */
export async function faultsOf(
  page: Page,
  rules?: readonly string[],
  within?: string,
): Promise<string[]> {
  // evaluated, not added: the page's own rules allow no foreign script; and told nothing of, for it is large
  if (!(await page.evaluate<boolean>("Boolean(window.axe)")))
    await page.evaluate(`void (() => { ${axe.source} })()`);
  await page.evaluate(coloursSettled);
  const options = {
    resultTypes: ["violations"],
    ...(rules ? { runOnly: { type: "rule", values: rules } } : {}),
  };
  const part = within
    ? `document.querySelector(${JSON.stringify(within)})`
    : "document";
  const violations = await page.evaluate<Result[]>(
    `axe.run(${part}, ${JSON.stringify(options)}).then(({ violations }) => violations)`,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`,
    ),
  );
}
