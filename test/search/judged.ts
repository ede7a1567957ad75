// The judged queries, and how good a list of services is for one: nDCG at ten, and what of the right ones is in it.
import { readFileSync } from "node:fs";
import { join } from "node:path";

export interface Judged {
  kind: string;
  text: string;
  /** By the code of the service: 3 exactly that, 2 good, 1 related. */
  grades: ReadonlyMap<string, number>;
}

/** A line: kind ; query ; codes | codes | codes. */
export function judgedQueries(): Judged[] {
  const file = readFileSync(join(import.meta.dirname, "judged.txt"), "utf8");
  return file.split("\n").flatMap((line) => {
    if (!line || line.startsWith("#")) return [];
    const [kind = "", text = "", grades = ""] = line.split(" ; ");
    const pairs = grades
      .split("|")
      .flatMap((codes, at) =>
        (codes.match(/[UL]\d\d/g) ?? []).map((code): [string, number] => [
          code,
          3 - at,
        ]),
      );
    return [{ kind, text, grades: new Map(pairs) }];
  });
}

const gain = (grade: number, place: number) =>
  (2 ** grade - 1) / Math.log2(place + 2);

export function ndcgAtTen(
  { grades }: Judged,
  codes: readonly string[],
): number {
  const sum = (values: readonly number[]) =>
    values.slice(0, 10).reduce((all, grade, at) => all + gain(grade, at), 0);
  const best = [...grades.values()].toSorted((one, other) => other - one);
  return sum(codes.map((code) => grades.get(code) ?? 0)) / sum(best);
}

/** Of the exact and good ones, those among the first twenty. */
export function recallAtTwenty(
  { grades }: Judged,
  codes: readonly string[],
): number {
  const right = [...grades].filter(([, grade]) => grade >= 2);
  const found = right.filter(([code]) => codes.slice(0, 20).includes(code));
  return found.length / right.length;
}

export interface Score {
  ndcg: number;
  recall: number;
  queries: number;
}

/** Means of some queries, each with the codes that it found, best first. */
export function scoreOf(
  found: readonly (readonly [Judged, readonly string[]])[],
): Score {
  const mean = (of: typeof ndcgAtTen) =>
    found.reduce((all, [judged, codes]) => all + of(judged, codes), 0) /
    found.length;
  return {
    ndcg: mean(ndcgAtTen),
    recall: mean(recallAtTwenty),
    queries: found.length,
  };
}
