// Each page of the built client brings its own documents: the generated index would bring all of them to every page.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { Kind, parse, print, stripIgnoredCharacters, visit } from "graphql";

const written = /\bgraphql\(\s*`([^`]*)`,?\s*\)/g;
const index = /import \{ graphql \} from "[^"]*\/generated\/gql\.js";/;

/** Every fragment of the client by its name; GraphQL knows no other scope. */
function fragmentsBelow(root) {
  const fragments = new Map();
  for (const file of readdirSync(root, { recursive: true })) {
    if (!/\.tsx?$/.test(file) || file.includes("generated")) continue;
    const text = readFileSync(join(root, file), "utf8");
    for (const [, document] of text.matchAll(written))
      for (const definition of parse(document).definitions)
        if (definition.kind === Kind.FRAGMENT_DEFINITION)
          fragments.set(definition.name.value, definition);
  }
  return fragments;
}

/** The document with all fragments that it spreads, however deep, in as few characters as there are. */
function whole(document, fragments) {
  const definitions = [...parse(document).definitions];
  // an operation may be called as a fragment is
  const names = new Set(
    definitions
      .filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION)
      .map(({ name }) => name.value),
  );
  for (const definition of definitions)
    visit(definition, {
      FragmentSpread({ name: { value } }) {
        if (names.has(value)) return;
        const fragment = fragments.get(value);
        if (!fragment) throw new Error(`There is no fragment "${value}".`);
        names.add(value);
        // looked through in its turn
        definitions.push(fragment);
      },
    });
  return stripIgnoredCharacters(print({ kind: Kind.DOCUMENT, definitions }));
}

/** For Vite: `graphql(…)` becomes the parsed text of the document. */
export function splitDocuments(root) {
  let fragments;
  return {
    name: "split-documents",
    enforce: "pre",
    buildStart() {
      fragments = fragmentsBelow(root);
    },
    transform(code, id) {
      if (!/\.tsx?$/.test(id) || !index.test(code)) return null;
      return {
        code: code
          .replace(index, `import { parse as parseDocument } from "graphql";`)
          .replaceAll(
            written,
            (_, document) =>
              `parseDocument(${JSON.stringify(whole(document, fragments))}, { noLocation: true })`,
          ),
        map: null,
      };
    },
  };
}
