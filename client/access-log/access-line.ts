// A line of the access log in words: what was done with what, and why.
import { useTranslation } from "react-i18next";

import type { AccessLogQuery } from "../graphql/generated/graphql.js";

export type AccessLine = NonNullable<
  AccessLogQuery["centre"]
>["accessLog"]["nodes"][number];

/** Where to find the words for it: what was done may say it more truly than the purpose, since nothing is arranged by a list of attendance. */
export function whyOf({
  purpose,
  action,
  change,
}: Pick<AccessLine, "purpose" | "action" | "change">): string[] {
  const done = `whyOf.${change ?? ""}`;
  if (change === "NamesShown") return [done];
  return purpose ? [`purpose.${purpose}`] : [done, `reason.${action}`];
}

export function useLineWords() {
  const { t } = useTranslation(["access", "design"]);
  const orItself = (kind: string, name: string) =>
    t(`${kind}.${name}`, { defaultValue: name });
  return {
    /** "Odczytane: notatka koordynatora" */
    what({ action, noun, change, fields }: AccessLine): string {
      const done = change ? orItself("change", change) : t(`action.${action}`);
      const names = fields
        .map((name) =>
          t([`fieldOf.${noun}.${name}`, `field.${name}`], {
            defaultValue: t(`design:role.${name}`, { defaultValue: name }),
          }),
        )
        .join(", ");
      return names ? t("what", { done, names }) : done;
    },
    /** "SK/2026/00123", "JAR-014", "Anna Nowa" */
    whom: ({ number, pseudonym, about }: AccessLine): string[] =>
      [number, pseudonym, about].filter((one) => one !== null),
    why: (line: AccessLine): string => t(whyOf(line)),
  };
}

/** Heads and codes of the table that is taken along; what has no word stands as it is. */
export function useTableWords() {
  const { t } = useTranslation(["access", "design"]);
  const wordOf = (key: string | string[], code: string) =>
    code && t(key, { defaultValue: code });
  const eachOf = (codes: string, keysOf: (code: string) => string[]) =>
    codes
      .split(" ")
      .map((code) => wordOf(keysOf(code), code))
      .join(", ");
  return {
    head: (column: string) => wordOf(`table.${column}`, column),
    cell(column: string, code: string, row: Map<string, string>): string {
      switch (column) {
        case "roles":
          return eachOf(code, (one) => [`design:role.${one}`]);
        case "fields":
          return eachOf(code, (one) => [
            `fieldOf.${row.get("noun") ?? ""}.${one}`,
            `field.${one}`,
            `design:role.${one}`,
          ]);
        case "action":
        case "change":
        case "noun":
        case "outcome":
        case "door":
          return wordOf(`${column}.${code}`, code);
        case "purpose":
          return wordOf(
            row.get("change") === "NamesShown"
              ? "whyOf.NamesShown"
              : `purpose.${code}`,
            code,
          );
        default:
          return code;
      }
    },
  };
}
