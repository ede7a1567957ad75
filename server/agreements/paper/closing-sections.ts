// Whom a paper binds and how long: its parties, its term, what is done in disputes, and the signatures.
import type { Block } from "../../platform/paper/paper.js";
import { list, table, text } from "../../platform/paper/paper.js";
import type { PaperParty } from "./paper-facts.js";
import { day, days, months, SIGNATURE } from "./paper-words.js";
import type { Writing } from "./sections.js";
import { missing } from "./sections.js";

export const term: Writing = (facts) => {
  const { validFrom, validTo, endedOn, terms } = facts;
  const { noticeDays, renewMonths } = terms;
  return {
    title: "Czas obowiązywania i wypowiedzenie",
    blocks: [
      validFrom
        ? text(
            validTo
              ? `Obowiązuje od ${day(validFrom)} do ${day(validTo)}, z tym dniem włącznie.`
              : `Obowiązuje od ${day(validFrom)}, na czas nieokreślony.`,
          )
        : missing(facts, "od kiedy obowiązuje"),
      ...(renewMonths === null
        ? []
        : [
            text(
              `Jeśli nikt jej nie wypowie, przedłuża się o ${months(renewMonths)}.`,
            ),
          ]),
      text(
        noticeDays === null
          ? "Kończy się wcześniej, gdy strony tak postanowią."
          : `Każda ze stron może ją wypowiedzieć. Ostatni dzień przypada ${days(noticeDays)} po wypowiedzeniu.`,
      ),
      text(
        "Nikt nie traci usługi z dnia na dzień: dla skierowań w toku strony ustalają, kto je poprowadzi dalej.",
      ),
      ...(endedOn ? [text(`Ostatni dzień: ${day(endedOn)}.`)] : []),
    ],
  };
};

export const disputes: Writing = ({ terms: { disputeClause } }) => ({
  title: "Spory",
  blocks: [
    text(
      disputeClause ??
        "Strony najpierw rozmawiają i szukają porozumienia. Jeśli go nie znajdą, spór rozstrzyga sąd właściwy według przepisów.",
    ),
  ],
});

function signatureOf({
  signedOn,
  signatoryName,
  authority,
  signatureKind,
  leftOn,
}: PaperParty): string[] {
  const left = leftOn ? `; poza umową od ${day(leftOn)}` : "";
  return [
    [signatoryName, authority].filter(Boolean).join(", ") || "–",
    signedOn
      ? `podpisano ${day(signedOn)}${signatureKind ? `, ${SIGNATURE[signatureKind]}` : ""}${left}`
      : `jeszcze nie podpisano${left}`,
  ];
}

export const signatures: Writing = ({ parties, revision }) => ({
  title: "Podpisy",
  blocks: [
    ...(revision > 1
      ? [
          text(
            `To wersja ${String(revision)} treści. Tabela mówi o podpisach pod umową, podpisy pod zmianami są w jej historii.`,
          ),
        ]
      : []),
    table(
      ["Strona", "Kto i na jakiej podstawie", "Stan podpisu"],
      parties.map((party) => [party.name, ...signatureOf(party)]),
      [3, 3, 3],
    ),
  ],
});

/** Who they are, and by whom each is represented. */
export function partiesBlock(parties: readonly PaperParty[]): Block {
  return list(
    ...parties.map(
      ({ name, isHub, address, krs, nip, signatoryName, authority }) =>
        `${[
          `${name}${isHub ? ", centrum usług społecznych" : ""}`,
          address,
          krs && `KRS ${krs}`,
          nip && `NIP ${nip}`,
          signatoryName &&
            `reprezentuje: ${[signatoryName, authority].filter(Boolean).join(", ")}`,
        ]
          .filter(Boolean)
          .join("; ")}.`,
    ),
  );
}
