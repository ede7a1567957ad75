// What of a coordinator's referrals waits for her: the same in the list, in the badge of the menu and in "Co teraz czeka".
import { awaitsPlan } from "./awaits-plan.js";
import { type Group, grouped, type Listed } from "./grouped.js";

export type AwaitsHer =
  | "decide"
  | "question"
  | "place"
  | "suggestion"
  | "next"
  | "absent"
  | "plan";

const kindOf: Partial<Record<Group, AwaitsHer>> = {
  zdecyduj: "decide",
  odpowiedz: "question",
  potwierdz: "place",
  propozycje: "suggestion",
};

/** Each once, by what it waits for first. */
export function awaitsHer<One extends Listed>(
  sent: readonly One[],
  awaitingNext: readonly One[],
): [AwaitsHer, One][] {
  const ofSent = grouped(sent).flatMap(([group, held]) =>
    held.flatMap((one): [AwaitsHer, One][] => {
      const kind =
        group === "sprawdz"
          ? awaitsPlan(one)
            ? "plan"
            : "absent"
          : kindOf[group];
      return kind ? [[kind, one]] : [];
    }),
  );
  return [
    ...ofSent,
    ...awaitingNext.map((one): [AwaitsHer, One] => ["next", one]),
  ];
}

/** Somebody waits for it now; what may be looked at another day is told without a badge. */
export function isPressing(kind: AwaitsHer): boolean {
  return kind !== "plan" && kind !== "absent";
}
