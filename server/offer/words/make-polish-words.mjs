// Makes polish-words.br from a folder of the package dictionary-pl: `node server/offer/words/make-polish-words.mjs <folder>`.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error(
    "Say where dictionary-pl lies: npm pack dictionary-pl@2.0.0, then the folder it unpacks to.",
  );
  process.exit(2);
}
const read = (name) => readFileSync(join(folder, name), "utf8").split("\n");

/** One letter for one letter, so that places in both texts are the same. */
const plain = new Map(
  [..."ąćęłńóśźżé"].map((letter, at) => [letter, "acelnoszze"[at]]),
);
const folded = (word) =>
  [...word].map((letter) => plain.get(letter) ?? letter).join("");

// flag, what is cut off, what is put there, after which endings
const rules = read("index.aff")
  .map((line) => line.trim().split(/\s+/))
  .filter(([kind, , , , after]) => kind === "SFX" && after)
  .map(([, flag, cut, put, after]) =>
    [
      flag,
      cut === "0" ? "" : cut,
      put === "0" ? "" : put.split("/")[0],
      after,
    ].join(" "),
  );

const words = new Map();
for (const line of read("index.dic").slice(1)) {
  const [word = "", flags = ""] = line.trim().split("/");
  const small = word.toLowerCase();
  if (!/^[a-ząćęłńóśźżé]{3,24}$/u.test(small)) continue;
  words.set(small, new Set([...(words.get(small) ?? []), ...flags]));
}
const lines = [...words]
  .map(([word, flags]) => [
    folded(word),
    `${word}/${[...flags].sort().join("")}`,
  ])
  .sort(([one, a], [other, b]) =>
    one < other ? -1 : one > other ? 1 : a < b ? -1 : 1,
  )
  .map(([, line]) => line);

const text = `${rules.join("\n")}\n\n${lines.join("\n")}\n`;
const packed = brotliCompressSync(text, {
  params: {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_LGWIN]: 24,
    [constants.BROTLI_PARAM_SIZE_HINT]: Buffer.byteLength(text),
  },
});
writeFileSync(new URL("./polish-words.br", import.meta.url), packed);
console.log(
  `${String(rules.length)} rules, ${String(lines.length)} words, ${String(packed.length)} bytes`,
);
