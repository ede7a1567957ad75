// What axe finds wrong with a page for people who see, hear or move otherwise: WCAG 2.0 to 2.2 and best practice.
import axe, { type Result } from "axe-core";
import type { Page } from "playwright-core";

/** A line for each fault; `rules` narrows the look to a few, `within` to a part of the page. */
export async function faultsOf(
  page: Page,
  rules?: readonly string[],
  within?: string,
): Promise<string[]> {
  // evaluated, not added: the page's own rules allow no foreign script; and told nothing of, for it is large
  if (!(await page.evaluate<boolean>("Boolean(window.axe)")))
    await page.evaluate(`void (() => { ${axe.source} })()`);
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
