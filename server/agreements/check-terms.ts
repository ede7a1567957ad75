// What terms may be (domain 2.5): bounds, dates in their order, and what a kind of agreement asks of its partner and its money.
import { In } from "typeorm";

import type { Work } from "../events/index.js";
import { Service } from "../offer/index.js";
import type { DataRole } from "../partners/index.js";
import { ContactPerson, Partner } from "../partners/index.js";
import { holdsPesel, noPesel } from "../platform/free-text.js";
import type { InputCheck, InvalidInput } from "../platform/graphql/problem.js";
import type { Words } from "../platform/graphql/words.js";
import { Agreement } from "./agreement.js";
import type { AgreementKind } from "./agreement-kind.js";
import { mayCarryOut } from "./carried-programme.js";
import { keptBeyondTotal } from "./kept-within-total.js";
import type { Money, Terms } from "./terms.js";

const GRANTED: readonly string[] = [
  "GRANT_DELEGATION",
  "GRANT_SUPPORT",
  "SMALL_GRANT_19A",
];
export const GRANTEES: readonly string[] = ["NGO", "CHURCH", "SOCIAL_ECONOMY"];

interface Asked {
  kind: AgreementKind;
  /** The hub first. */
  partnerIds: readonly string[];
  terms: Terms;
  money: Money;
}

/** @param check holds what the verb itself asks of its input; all faults are told at once */
export async function checkTerms(
  work: Work,
  { kind, partnerIds, terms, money }: Asked,
  check: InputCheck,
): Promise<InvalidInput | null> {
  const { centreId, manager } = work;
  const [hubId, ...others] = partnerIds;
  const partners = await manager
    .getRepository(Partner)
    .findBy({ centreId, id: In([...partnerIds]) });
  const known = new Set(partners.map(({ id }) => id));
  const services = await manager.getRepository(Service).findBy({
    centreId,
    id: In(terms.services.map(({ serviceId }) => serviceId)),
  });
  const dpa = terms.dpaAgreementId
    ? await manager
        .getRepository(Agreement)
        .findOneBy({ centreId, id: terms.dpaAgreementId })
    : null;
  const former = partners.filter(({ status }) => status === "FORMER");
  const beyond = await keptBeyondTotal(work, terms.services);
  const { contacts, programmeId } = terms;
  const people = await manager.getRepository(ContactPerson).findBy({
    centreId,
    id: In(contacts.map(({ contactPersonId }) => contactPersonId)),
    active: true,
  });
  const isKnownProgramme =
    programmeId === null || (await mayCarryOut(work, programmeId));
  check
    .that(former.length === 0, "partnerIds", hasLeft(former))
    .that(
      others.length >= 1 &&
        others.length <= 100 &&
        new Set(partnerIds).size === partnerIds.length &&
        partners.length === partnerIds.length,
      "partnerIds",
      {
        pl: "Wskaż strony umowy: od 1 do 100 różnych organizacji, bez samego CUS.",
        en: "Name the parties: from 1 to 100 different organisations, the centre itself aside.",
      },
    )
    .that(
      kind !== "GRANT_CONTRACT" ||
        partners.every(
          ({ id, sector }) => id === hubId || GRANTEES.includes(sector),
        ),
      "partnerIds",
      {
        pl: "Umowę o zadanie publiczne zawiera się z organizacją pozarządową, kościelną albo ekonomii społecznej.",
        en: "A contract on a public task is made with a non-governmental, church or social-economy organisation.",
      },
    )
    .that(
      kind !== "GRANT_CONTRACT" ||
        money.mode === null ||
        GRANTED.includes(money.mode),
      "terms.financeMode",
      {
        pl: "Zadanie publiczne zleca się dotacją: powierzenie, wsparcie albo mały grant.",
        en: "A public task is given by a grant: delegation, support or a small grant.",
      },
    )
    .that(
      kind !== "PROCUREMENT_CONTRACT" ||
        money.mode === null ||
        money.mode === "PUBLIC_PROCUREMENT",
      "terms.financeMode",
      {
        pl: "Umowa w sprawie zamówienia publicznego ma tryb: zamówienie publiczne.",
        en: "A procurement contract is acquired by public procurement.",
      },
    );
  check.that(
    terms.dataRole !== "SAME_CONTROLLER" ||
      partners.every(
        ({ id, dataRole }) => id === hubId || dataRole === "SAME_CONTROLLER",
      ),
    "terms.dataRole",
    {
      pl: "Ten sam administrator to tylko jednostki CUS. Wybierz inną rolę.",
      en: "Only units of the centre are the same controller. Choose another part.",
    },
  );
  check.that(isOfKind(kind, terms.dataRole), "terms.dataRole", roleOfKind);
  check.that(
    terms.dataRole !== "NO_PERSONAL_DATA" || !terms.allowsSensitive,
    "terms.allowsSensitive",
    {
      pl: "Umowa „bez danych osobowych” nie może pozwalać na dane szczególne. Wybierz inną rolę albo odznacz to pole.",
      en: "An agreement without personal data cannot let sensitive data travel. Choose another part, or clear this box.",
    },
  );
  checkBounds(check, terms, money);
  return check
    .that(
      services.length === terms.services.length &&
        services.every(({ partnerId }) => known.has(partnerId)),
      "terms.services",
      {
        pl: "Wybierz usługi stron tej umowy, każdą raz.",
        en: "Choose services of the parties of this agreement, each once.",
      },
    )
    .that(!beyond, "terms.services", beyond ?? { pl: "", en: "" })
    .that(
      terms.tasks.every(({ partnerId }) => known.has(partnerId)),
      "terms.tasks",
      {
        pl: "Zadanie może mieć tylko strona tej umowy.",
        en: "A task is for a party of this agreement.",
      },
    )
    .that(
      new Set(contacts.map(({ partnerId }) => partnerId)).size ===
        contacts.length &&
        contacts.every(
          (one) =>
            known.has(one.partnerId) &&
            people.some(
              ({ id, partnerId }) =>
                id === one.contactPersonId && partnerId === one.partnerId,
            ),
        ),
      "terms.contacts",
      {
        pl: "Osoba do kontaktu musi być osobą kontaktową tej strony, jedna dla każdej strony.",
        en: "A contact person is one of that party's own, one for each party.",
      },
    )
    .that(isKnownProgramme, "terms.programmeId", {
      pl: "Wskaż program, który uchwaliła rada.",
      en: "Name a programme that the council has adopted.",
    })
    .that(
      terms.dpaAgreementId === null || dpa?.kind === "DATA_PROCESSING",
      "terms.dpaAgreementId",
      {
        pl: "Wskaż umowę powierzenia przetwarzania danych.",
        en: "Name an entrustment of data processing.",
      },
    ).problem;
}

/** What is made about data entrusts them, or says who controls them together. */
const ROLES: Partial<Record<AgreementKind, DataRole>> = {
  DATA_PROCESSING: "PROCESSOR",
  JOINT_CONTROL: "JOINT_CONTROLLER",
};

export function isOfKind(kind: AgreementKind, dataRole: DataRole): boolean {
  return (ROLES[kind] ?? dataRole) === dataRole;
}

export const roleOfKind: Words = {
  pl: "W umowie powierzenia danych partner jest podmiotem przetwarzającym, a w uzgodnieniach o współadministrowaniu – współadministratorem. Wybierz tę rolę.",
  en: "In an entrustment of data the partner is the processor, in an arrangement of joint control a joint controller. Choose that part.",
};

/** Agreements are made with who is in a network, or is invited to one. */
export function hasLeft(former: readonly Pick<Partner, "name">[]): Words {
  const names = former.map(({ name }) => name).join(", ");
  return {
    pl: `Odeszli z sieci i nie zawierają już umów: ${names}.`,
    en: `Have left the network and make no agreements any more: ${names}.`,
  };
}

const between = (number: number | null, least: number, most: number) =>
  number === null ||
  (Number.isInteger(number) && number >= least && number <= most);

function checkBounds(check: InputCheck, terms: Terms, money: Money): void {
  const long = { pl: "Najwyżej 2000 znaków.", en: "At most 2000 characters." };
  const texts = {
    purpose: terms.purpose,
    reporting: terms.reporting,
    disputeClause: terms.disputeClause,
    settlementRules: money.settlementRules,
  };
  for (const [name, text] of Object.entries(texts))
    check.that((text?.length ?? 0) <= 2000, `terms.${name}`, long);
  for (const [name, text] of Object.entries({ ...texts, title: terms.title }))
    check.that(!holdsPesel(text ?? ""), `terms.${name}`, noPesel);
  check.that(
    !terms.tasks.some(({ task }) => holdsPesel(task)),
    "terms.tasks",
    noPesel,
  );
  const whole = (most: number) => ({
    pl: `Podaj liczbę całkowitą, najwyżej ${String(most)}.`,
    en: `Give a whole number, at most ${String(most)}.`,
  });
  const numbers = [
    ["noticeDays", terms.noticeDays, 0, 3650],
    ["renewMonths", terms.renewMonths, 1, 120],
    ["offerUpdateDutyDays", terms.offerUpdateDutyDays, 1, 365],
    ["meetingsPerYear", terms.meetingsPerYear, 0, 366],
    ["amountGrosze", money.amountGrosze, 0, 100_000_000_000_000],
  ] as const;
  for (const [name, number, least, most] of numbers)
    check.that(between(number, least, most), `terms.${name}`, whole(most));
  const times = [
    terms.answerEmergency,
    terms.answerUrgent,
    terms.answerStandard,
  ];
  check
    .that(terms.title.length >= 1 && terms.title.length <= 200, "terms.title", {
      pl: "Tytuł ma mieć od 1 do 200 znaków.",
      en: "A title has from 1 to 200 characters.",
    })
    .that(
      !terms.validFrom || !terms.validTo || terms.validFrom <= terms.validTo,
      "terms.validTo",
      {
        pl: "Ostatni dzień nie może być przed pierwszym.",
        en: "The last day cannot lie before the first.",
      },
    )
    .that(!terms.autoRenew || terms.validTo !== null, "terms.renewMonths", {
      pl: "Przedłuża się sama tylko umowa na czas określony. Podaj ostatni dzień.",
      en: "Only an agreement with a last day renews itself. Give the last day.",
    })
    .that(
      times.every((time) => time === null || /^[1-9]\d{0,2}[hdw]$/.test(time)),
      "terms.responseTimes",
      {
        pl: "Czas odpowiedzi to od 1 do 999 godzin albo dni roboczych.",
        en: "An answer time is from 1 to 999 hours or working days.",
      },
    )
    .that(!times.some((time) => time?.endsWith("w")), "terms.responseTimes", {
      pl: "Godzin pracy podaj do 8, a dalej pełne dni: 8 godzin pracy to dzień. W sprawach nagłych liczy się zegar: podaj godziny.",
      en: "Give up to 8 working hours, and whole days beyond: 8 working hours are a day. In emergencies the clock counts: give hours.",
    })
    .that(
      terms.services.length <= 100 &&
        terms.services.every(({ placesKept }) =>
          between(placesKept, 0, 100_000),
        ),
      "terms.services",
      {
        pl: "Najwyżej 100 usług; liczba miejsc to 0 albo więcej.",
        en: "At most 100 services; places are 0 or more.",
      },
    )
    .that(
      terms.tasks.length <= 50 &&
        terms.tasks.every(({ task }) => task.length >= 1 && task.length <= 300),
      "terms.tasks",
      {
        pl: "Najwyżej 50 zadań, każde od 1 do 300 znaków.",
        en: "At most 50 tasks, each from 1 to 300 characters.",
      },
    );
}
