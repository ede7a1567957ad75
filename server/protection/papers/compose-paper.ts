// The three papers of a case, made from what is known of it; none names anybody but the resident, and her only where that was asked for.
import type { CaseIdentity } from "../../cases/index.js";
import { wordsOfDay } from "../../platform/calendar.js";
import type { Language, Say } from "../../platform/graphql/words.js";
import { speaking } from "../../platform/graphql/words.js";
import type { Block, Paper, Section } from "../../platform/paper/paper.js";
import { list, table, text } from "../../platform/paper/paper.js";
import type { CaseFacts } from "./case-facts.reads.js";
import type { CasePaperKind } from "./case-paper.js";
import { Sentences } from "./paper-sentences.js";
import { amountOf, BASIS } from "./paper-words.js";

interface Asked {
  kind: CasePaperKind;
  language: Language;
  identity: CaseIdentity | null;
  now: Date;
}

export function composePaper(facts: CaseFacts, asked: Asked): Paper {
  const say = speaking(asked.language);
  const writer = new Writer(facts, asked, say);
  const { heading, opening, sections } = writer[asked.kind]();
  return {
    title: `${heading}: ${facts.case.pseudonym}`,
    heading,
    opening,
    sections,
    hasParagraphs: false,
    language: asked.language,
    mark: null,
    footer: facts.case.pseudonym,
  };
}

type Body = Pick<Paper, "heading" | "opening" | "sections">;

class Writer extends Sentences implements Record<CasePaperKind, () => Body> {
  constructor(
    private readonly facts: CaseFacts,
    private readonly asked: Asked,
    say: Say,
  ) {
    super(say);
  }

  WHO_SAW(): Body {
    const { say, facts } = this;
    return {
      heading: say({
        pl: "Twoje dane: co przekazano i kto je widział",
        en: "Your data: what was passed on and who saw it",
      }),
      opening: [
        ...this.whose(),
        text(
          say({
            pl: "Ten wydruk mówi, co o Tobie zapisano w systemie Splot, co i komu przekazano, kto to widział, kiedy, po co i na jakiej podstawie. Pracowników nie wymieniamy z nazwiska: podajemy, gdzie pracują i co robią.",
            en: "This paper says what Splot holds of you, what was passed on to whom, who saw it, when, what for and on which basis. Workers are not named: it says where they work and what they do.",
          }),
        ),
      ],
      sections: [
        this.controller(),
        this.kept(),
        this.passedOn(),
        ...(facts.bases.length > 0 ? [this.bases()] : []),
        this.seen(),
        this.rights(),
      ],
    };
  }

  SERVICE_CARD(): Body {
    const { say } = this;
    return {
      heading: say({ pl: "Karta usług", en: "Service card" }),
      opening: [
        ...this.whose(),
        text(
          say({
            pl: "Tu są usługi, o które prosiliśmy dla Ciebie, i co z nich wyszło.",
            en: "These are the services that we asked for, for you, and what came of them.",
          }),
        ),
      ],
      sections: [
        {
          title: say({ pl: "Usługi", en: "Services" }),
          blocks: this.tableOr(
            [
              say({ pl: "Usługa", en: "Service" }),
              say({ pl: "Kto prowadzi", en: "Provider" }),
              say({ pl: "Ile", en: "How much" }),
              say({ pl: "Kiedy", en: "When" }),
              say({ pl: "Co z tego wyszło", en: "What came of it" }),
            ],
            this.facts.referrals.map((one) => [
              one.service,
              one.partner,
              amountOf(one.units, one.unit, this.asked.language),
              this.when(one),
              this.outcome(one, this.asked.language),
            ]),
            [5, 4, 3, 4, 4],
            say({
              pl: "Nie ma jeszcze żadnej usługi.",
              en: "There is no service yet.",
            }),
          ),
        },
      ],
    };
  }

  CASE_FILE(): Body {
    const { say, facts } = this;
    const { ownReference, openedOn, closedOn } = facts.case;
    return {
      heading: say({
        pl: "Skierowania i wyniki – do akt",
        en: "Referrals and results – for the file",
      }),
      opening: [
        ...this.whose(),
        list(
          `${say({ pl: "Centrum", en: "Centre" })}: ${facts.controller}`,
          `${say({ pl: "Numer sprawy w urzędzie", en: "Number in the office" })}: ${ownReference ?? "–"}`,
          `${say({ pl: "Otwarta", en: "Opened" })}: ${say(wordsOfDay(openedOn))}`,
          `${say({ pl: "Zamknięta", en: "Closed" })}: ${closedOn ? say(wordsOfDay(closedOn)) : "–"}`,
        ),
      ],
      sections: [
        {
          title: say({ pl: "Skierowania", en: "Referrals" }),
          blocks: this.tableOr(
            [
              say({ pl: "Numer", en: "Number" }),
              say({ pl: "Usługa i usługodawca", en: "Service and provider" }),
              say({
                pl: "Co przekazano i podstawa",
                en: "Passed on and basis",
              }),
              say({ pl: "Ile i kiedy", en: "How much and when" }),
              say({ pl: "Wynik", en: "Result" }),
            ],
            facts.referrals.map((one) => [
              [one.number, one.own_reference].filter(Boolean).join("\n"),
              `${one.service}\n${one.partner}`,
              `${this.travelled(one)}\n${this.ground(one)}`,
              `${amountOf(one.units, one.unit, this.asked.language)}\n${this.when(one)}`,
              this.outcome(one, this.asked.language),
            ]),
            [4, 5, 4, 4, 4],
            say({
              pl: "W tej sprawie nie wysłano skierowań.",
              en: "No referral was sent in this case.",
            }),
          ),
        },
      ],
    };
  }

  /** Whose paper it is: a pseudonym, a name where that was asked for, and how it stands when. */
  private whose(): Block[] {
    const { say, facts, asked } = this;
    const { identity } = asked;
    const name =
      identity && [identity.name, identity.surname].filter(Boolean).join(" ");
    return [
      ...(name ? [text(name)] : []),
      text(
        say({
          pl: `Numer w systemie: ${facts.case.pseudonym}. Stan na ${this.moment(asked.now)}.`,
          en: `Number in the system: ${facts.case.pseudonym}. As of ${this.moment(asked.now)}.`,
        }),
      ),
    ];
  }

  private controller(): Section {
    const { say, facts } = this;
    return {
      title: say({
        pl: "Kto odpowiada za Twoje dane",
        en: "Who answers for your data",
      }),
      blocks: [
        text(
          say({
            pl: `Administratorem danych jest ${facts.controller}. Centrum ma inspektora ochrony danych. Możesz zapytać go o wszystko, co dotyczy Twoich danych.`,
            en: `The controller is ${facts.controller}. The centre has a data protection officer. You may ask the officer about anything that concerns your data.`,
          }),
        ),
        ...(facts.officerAt.length > 0
          ? [
              text(
                say({
                  pl: `Kontakt z inspektorem: ${facts.officerAt.join(", ")}.`,
                  en: `How to reach the officer: ${facts.officerAt.join(", ")}.`,
                }),
              ),
            ]
          : []),
      ],
    };
  }

  private kept(): Section {
    const { say, facts, asked } = this;
    const title = say({ pl: "Co jest zapisane", en: "What is kept" });
    if (asked.identity)
      return { title, blocks: [this.identity(asked.identity)] };
    const { erasedAt, isIdentityKept } = facts;
    return {
      title,
      blocks: [
        text(
          erasedAt
            ? say({
                pl: `Imię, kontakt i inne dane osoby usunięto na zawsze: ${this.moment(erasedAt)}.`,
                en: `Name, contact and other data of the person were erased for good: ${this.moment(erasedAt)}.`,
              })
            : isIdentityKept
              ? say({
                  pl: "Imię, kontakt i inne dane osoby są zaszyfrowane. Otwiera je tylko koordynator Twojej sprawy, za każdym razem z podaniem powodu. Na tym wydruku ich nie ma. Możesz o nie poprosić.",
                  en: "Name, contact and other data of the person are encrypted. Only the coordinator of your case opens them, with a reason each time. They are not on this paper. You may ask for them.",
                })
              : say({
                  pl: "W tej sprawie nie zapisano imienia, kontaktu ani innych danych osoby. Jest tylko numer w systemie.",
                  en: "No name, contact or other data of the person is kept in this case. There is only the number in the system.",
                }),
        ),
      ],
    };
  }

  /** Whoever else is named among her data stays out of her paper. */
  private identity(identity: CaseIdentity): Block {
    const { say } = this;
    const told = say({ pl: "zapisany", en: "is kept" });
    const shown: [string, string | null][] = [
      ["name", identity.name],
      ["surname", identity.surname],
      ["born", identity.born],
      [
        "contact",
        identity.contact && identity.contactKind === "THROUGH_SOMEBODY"
          ? say({
              pl: "przez osobę, którą wskazałaś albo wskazałeś",
              en: "through somebody whom you named",
            })
          : identity.contact,
      ],
      ["preferredHours", identity.preferredHours],
      ["accessNeeds", identity.accessNeeds],
      ["place", identity.place],
      ["legalRepresentative", identity.legalRepresentative && told],
    ];
    return table(
      [say({ pl: "Co", en: "What" }), say({ pl: "Treść", en: "Content" })],
      shown.flatMap(([name, value]) =>
        value ? [[this.field(name), value]] : [],
      ),
      [2, 5],
    );
  }

  private passedOn(): Section {
    const { say, facts } = this;
    return {
      title: say({
        pl: "Co i komu przekazano",
        en: "What was passed on to whom",
      }),
      blocks: this.tableOr(
        [
          say({ pl: "Kiedy", en: "When" }),
          say({ pl: "Komu i w jakiej sprawie", en: "To whom, what about" }),
          say({ pl: "Co przekazano", en: "What was passed on" }),
          say({ pl: "Na jakiej podstawie", en: "On which basis" }),
          say({ pl: "Co z tego wyszło", en: "What came of it" }),
        ],
        facts.referrals.map((one) => [
          this.day(one.sent_at),
          `${one.partner}\n${one.service}\n${one.number}`,
          this.travelled(one),
          this.ground(one),
          this.result(one),
        ]),
        [3, 5, 5, 5, 4],
        say({
          pl: "Niczego nikomu nie przekazano.",
          en: "Nothing was passed on to anybody.",
        }),
      ),
    };
  }

  private bases(): Section {
    const { say, facts } = this;
    return {
      title: say({
        pl: "Na co jest zgoda albo inna podstawa",
        en: "What there is a consent or another basis for",
      }),
      blocks: [
        table(
          [
            say({ pl: "Komu", en: "To whom" }),
            say({ pl: "Co najwyżej", en: "At most" }),
            say({ pl: "Podstawa", en: "Basis" }),
            say({ pl: "Od kiedy do kiedy", en: "From when to when" }),
          ],
          facts.bases.map((one) => [
            [one.partner, one.service].filter(Boolean).join("\n"),
            this.names(one.fields),
            say(BASIS[one.basis]),
            this.validity(one),
          ]),
          [4, 5, 3, 4],
        ),
      ],
    };
  }

  private seen(): Section {
    const { say, facts } = this;
    return {
      title: say({
        pl: "Kto widział albo zmieniał dane",
        en: "Who saw or changed data",
      }),
      blocks: [
        ...this.tableOr(
          [
            say({ pl: "Kiedy", en: "When" }),
            say({ pl: "Kto", en: "Who" }),
            say({ pl: "Co", en: "What" }),
            say({ pl: "Po co", en: "What for" }),
          ],
          this.gathered(facts.lines),
          [3, 4, 6, 4],
          say({
            pl: "Nikt jeszcze nie patrzył na te dane.",
            en: "Nobody has looked at these data yet.",
          }),
        ),
        ...(facts.hasMoreLines
          ? [
              text(
                say({
                  pl: "To najnowszych tysiąc wpisów. O starsze poproś inspektora ochrony danych.",
                  en: "These are the latest thousand lines. Ask the data protection officer for older ones.",
                }),
              ),
            ]
          : []),
      ],
    };
  }

  private rights(): Section {
    const { say } = this;
    return {
      title: say({ pl: "Twoje prawa", en: "Your rights" }),
      blocks: [
        list(
          say({
            pl: "Możesz dostać kopię swoich danych i poprosić o ich poprawienie.",
            en: "You may get a copy of your data and ask for their correction.",
          }),
          say({
            pl: "Możesz poprosić o usunięcie danych, ograniczyć ich używanie albo sprzeciwić się mu.",
            en: "You may ask for their erasure, restrict their use or object to it.",
          }),
          say({
            pl: "Zgodę możesz cofnąć w każdej chwili. To, co zrobiono przedtem, pozostaje zgodne z prawem.",
            en: "You may withdraw a consent at any time. What was done before stays lawful.",
          }),
          say({
            pl: "Odpowiedź dostaniesz w ciągu miesiąca. Wystarczy powiedzieć koordynatorowi albo inspektorowi ochrony danych.",
            en: "You get an answer within a month. It is enough to tell the coordinator or the data protection officer.",
          }),
          say({
            pl: "Możesz złożyć skargę do Prezesa Urzędu Ochrony Danych Osobowych.",
            en: "You may complain to the President of the Personal Data Protection Office.",
          }),
        ),
      ],
    };
  }
}
