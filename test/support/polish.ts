// What of a page is still Polish: its texts held against every Polish sentence of the interface and of the server.
import { readdirSync, readFileSync } from "node:fs";

import type { Page } from "playwright-core";
import ts from "typescript";

import type { Town } from "./visitor.js";

const catalogues = "client/i18n/pl";

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null
    ? Object.values(value).flatMap(textsIn)
    : [];
}

/** The Polish side of each `{ pl, en }`; what is put in becomes a blank. */
function saidIn(path: string): string[] {
  const said: string[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) && node.name.getText() === "pl") {
      const { initializer } = node;
      if (ts.isStringLiteralLike(initializer)) said.push(initializer.text);
      if (ts.isTemplateExpression(initializer))
        said.push(
          initializer.head.text +
            initializer.templateSpans
              .map(({ literal }) => `{{}}${literal.text}`)
              .join(""),
        );
    }
    ts.forEachChild(node, look);
  };
  const text = readFileSync(path, "utf8");
  if (text.includes("pl:"))
    look(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true));
  return said;
}

function patternOf(text: string): string {
  return text
    .split(/({{\w*}})/)
    .map((part) =>
      part.startsWith("{{")
        ? // a count is digits, and "{{count}} potrzeb" no service of whatever name
          part === "{{count}}"
          ? "[\\d\\s]+"
          : ".+"
        : part.replaceAll(/[.?*+^$()[\]{}|/]/g, "\\$&"),
    )
    .join("")
    .replaceAll(/\s/g, "\\s");
}

/** Too short a text, "do {{time}}", would be found in the name of a service. */
function isTelling(text: string): boolean {
  const letters = text.replaceAll(/{{\w*}}/g, "").match(/\p{L}/gu) ?? [];
  return text.includes("{{") ? letters.length > 6 : letters.length > 1;
}

/** Most sentences are whole; only those with blanks are held against each text. */
interface Sentences {
  whole: ReadonlySet<string>;
  blanked: RegExp;
}

const evenly = (text: string) => text.replaceAll(/\s/g, " ");

function polishSentences(): Sentences {
  const english = new Set(
    readdirSync("client/i18n/en").flatMap((file) =>
      textsIn(JSON.parse(readFileSync(`client/i18n/en/${file}`, "utf8"))),
    ),
  );
  const client = readdirSync(catalogues).flatMap((file) =>
    textsIn(JSON.parse(readFileSync(`${catalogues}/${file}`, "utf8"))),
  );
  const server = readdirSync("server", { recursive: true })
    .map((file) => `server/${String(file)}`)
    .filter((file) => file.endsWith(".ts"))
    .flatMap(saidIn);
  const all = [...client, ...server].filter(
    (text) => isTelling(text) && !english.has(text),
  );
  const blanked = new Set(all.filter((text) => text.includes("{{")));
  return {
    whole: new Set(all.filter((text) => !blanked.has(text)).map(evenly)),
    blanked: new RegExp(`^(?:${[...blanked].map(patternOf).join("|")})$`),
  };
}

/** Whatever is read or heard of a page, but not what says of itself that it is in another language. */
const textsWithin = (part: string) => `(() => {
  const part = ${part};
  const own = document.documentElement.lang;
  const isOwn = (element) => element.closest("[lang]").lang === own && !element.closest("script, style, noscript");
  const texts = [document.title];
  const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) if (isOwn(walker.currentNode.parentElement)) texts.push(walker.currentNode.data);
  for (const element of part.querySelectorAll("[aria-label], [title], [placeholder], [alt]"))
    if (isOwn(element))
      for (const name of ["aria-label", "title", "placeholder", "alt"]) texts.push(element.getAttribute(name) ?? "");
  return texts.map((text) => text.trim()).filter(Boolean);
})()`;

let known: Sentences | undefined;

/** Of a page, or of a part of it. */
export async function polishOn(page: Page, within = "body"): Promise<string[]> {
  const { whole, blanked } = (known ??= polishSentences());
  const texts = await page.evaluate<string[]>(
    textsWithin(`document.querySelector(${JSON.stringify(within)})`),
  );
  return [...new Set(texts)].filter(
    (text) => whole.has(evenly(text)) || blanked.test(text),
  );
}

/** The choice of somebody of the demo, made elsewhere. */
export function choose(town: Town, who: string, language: "pl" | "en") {
  return town.ask(
    who,
    `mutation ($language: Language!) { chooseLanguage(input: { language: $language }) { __typename } }`,
    { language },
  );
}

/** As when another tab of the device was turned: what is open stays open. */
export async function speakAlone(page: Page, language: "pl" | "en") {
  await page.evaluate(
    `window.dispatchEvent(new StorageEvent("storage", { key: "splot.language", newValue: "${language}" }))`,
  );
  await page.locator(`html[lang|=${language}]`).waitFor();
}
