// The two languages hold the same: keys, plural forms and blanks; every word that the client asks for is there, and none is dead.
import { readdirSync, readFileSync } from "node:fs";

import { askedWords, mentions, strayWords } from "./asked-words.js";

const languages = ["pl", "en"] as const;
type Language = (typeof languages)[number];

const forms: Record<Language, readonly string[]> = {
  pl: ["one", "few", "many", "other"],
  en: ["one", "other"],
};

const folder = (language: Language) => `client/i18n/${language}`;
const files = readdirSync(folder("pl")).sort();

/** Every text by its key, "board:table.found_one". */
function textsOf(language: Language): Map<string, string> {
  const texts = new Map<string, string>();
  const gather = (value: unknown, key: string) => {
    if (typeof value === "string") texts.set(key, value);
    else if (typeof value === "object")
      for (const [name, part] of Object.entries({ ...value }))
        gather(part, key.endsWith(":") ? key + name : `${key}.${name}`);
  };
  for (const file of readdirSync(folder(language)))
    gather(
      JSON.parse(readFileSync(`${folder(language)}/${file}`, "utf8")),
      `${file.replace(".json", "")}:`,
    );
  return texts;
}

const texts = { pl: textsOf("pl"), en: textsOf("en") };

const plural = /_(?:zero|one|two|few|many|other)$/;
/** What an appointment at the person's home is told in, where other words fit a meeting elsewhere; asked for with the same key. */
const context = /_home$/;

const stemsOf = (language: Language) =>
  new Set([...texts[language].keys()].map((key) => key.replace(plural, "")));

/** What is the same in both languages: names, signs and blanks. */
const alike = new Set([
  "E-mail",
  "Menu",
  "KRS",
  "Minimum",
  "NIP",
  "REGON",
  "Partner",
  "partner",
  "{{count}} partner",
  "Splot",
  "Start",
  "{{minutes}} min",
]);

function blanksOf(text: string): string {
  return [...text.matchAll(/{{\w+}}/g)].map(String).sort().join();
}

describe("the catalogues of both languages", () => {
  it("are the same files", () => {
    expect(readdirSync(folder("en")).sort()).toEqual(files);
  });

  it("hold the same keys", () => {
    expect([...stemsOf("en")].sort()).toEqual([...stemsOf("pl")].sort());
  });

  it.each(languages)("has each plural form of %s, and no other", (language) => {
    const wrong: string[] = [];
    const keys = texts[language];
    for (const key of keys.keys()) {
      const stem = key.replace(/_(?:one|other)$/, "");
      const isPlural = stem !== key && keys.has(`${stem}_other`);
      if (isPlural)
        for (const form of forms[language])
          if (!keys.has(`${stem}_${form}`)) wrong.push(`${stem}_${form}`);
      const [, form] = /_(two|few|many)$/.exec(key) ?? [];
      if (form && !forms[language].includes(form)) wrong.push(key);
    }
    expect(wrong).toEqual([]);
  });

  it("leave the same blanks", () => {
    const wrong = [...texts.pl].flatMap(([key, text]) => {
      const other =
        texts.en.get(key) ?? texts.en.get(key.replace(plural, "_other"));
      // "somebody came" needs no number, and a fraction of a change nobody counts
      return /_(?:one|other)$/.test(key) ||
        blanksOf(text) === blanksOf(other ?? "")
        ? []
        : [key];
    });
    expect(wrong).toEqual([]);
  });

  it("say everything", () => {
    const empty = [...texts.pl].filter(
      ([key, text]) => !text !== !(texts.en.get(key) ?? "?"),
    );
    expect(empty).toEqual([]);
  });

  it("leave no Polish in the English one", () => {
    const polish = [...texts.en].filter(
      ([key, text]) =>
        /[ąćęłńóśźż„]/i.test(text) ||
        (text === texts.pl.get(key) &&
          /\p{L}{3}/u.test(text.replaceAll(/{{\w+}}/g, "")) &&
          !alike.has(text)),
    );
    expect(polish).toEqual([]);
  });
});

describe("the words that the client asks for", () => {
  const stems = [...stemsOf("pl")];
  const keys = [...stems, ...texts.pl.keys()];

  it("are all there", () => {
    const asked = askedWords();
    expect(asked.length).toBeGreaterThan(300);
    expect(
      asked.filter(({ pattern }) => !keys.some((key) => pattern.test(key))),
    ).toEqual([]);
  });

  it("stand nowhere else", () => {
    expect(strayWords().filter((word) => word !== "Splot")).toEqual([]);
  });

  it("are all that there are", () => {
    const isMentioned = mentions();
    expect(
      stems.filter(
        (key) => !isMentioned(key.replace(/^\w+:/, "").replace(context, "")),
      ),
    ).toEqual([]);
  });
});

/** What the server says in a word of capitals and is no change that is recorded. */
const noChange = new Set(["AccessLog", "HttpOnly"]);
/** Changes that share their name with a type of the schema. */
const alsoTypes = [
  "AgreementDiscarded",
  "CapacityChanged",
  "IdentityUnlinked",
  "SecondFactorRemoved",
];

it("has words for each change that can stand in the access log", () => {
  const types = new Set(
    [
      ...readFileSync("schema/schema.graphql", "utf8").matchAll(
        /^(?:type|input|enum|union|interface|scalar) (\w+)/gm,
      ),
    ].map(([, name]) => name),
  );
  const changes = readdirSync("server", { recursive: true })
    .map(String)
    // the words of schema.org look alike
    .filter((file) => file.endsWith(".ts") && !file.endsWith("json-ld.ts"))
    .flatMap((file) => [
      ...readFileSync(`server/${file}`, "utf8").matchAll(
        /"((?:[A-Z][a-z]+){2,})"/g,
      ),
    ])
    .map(([, name = ""]) => name)
    .filter((name) => !types.has(name) && !noChange.has(name));
  expect(changes.length).toBeGreaterThan(100);
  expect(
    [...new Set([...changes, ...alsoTypes])].filter(
      (name) => !texts.pl.has(`access:change.${name}`),
    ),
  ).toEqual([]);
});
