// What single kinds of agreements have to say by law or by their nature, in plain sentences.
import { list, text } from "../../platform/paper/paper.js";
import { day } from "./paper-words.js";
import type { Writing } from "./sections.js";
import { missing, moneyBlocks, servicesBlock } from "./sections.js";

const says =
  (title: string, ...sentences: string[]): Writing =>
  () => ({ title, blocks: sentences.map(text) });

/** Founding accord, LSR. */
export const openness = says(
  "Zasady sieci",
  "Udział jest dobrowolny, a strony są równe, niezależnie od wielkości i pieniędzy.",
  "Do sieci mogą przystąpić kolejne organizacje, gdy przyjmą te same zasady i podpiszą deklarację przystąpienia.",
  "Organizacja może wyjść z sieci. Mówi o tym pozostałym i kończy to, co już zaczęła, albo przekazuje to innej.",
);

export const joining = says(
  "Przystąpienie",
  "Organizacja przystępuje do lokalnej sieci współpracy i przyjmuje jej zasady.",
  "Podaje, co może dać sieci, i mówi, gdy to się zmienia.",
  "Przystąpienie nie zobowiązuje do płacenia ani do przyjęcia każdego skierowania.",
);

export const programme: Writing = (facts) => ({
  title: "Program usług społecznych",
  blocks: [
    text(
      "Umowa służy wykonaniu programu usług społecznych przyjętego przez radę gminy. Gdy program mówi inaczej niż umowa, rozstrzyga program.",
    ),
    facts.programme === null
      ? missing(facts, "który to program")
      : text(`Program: ${facts.programme}.`),
    text(
      "Strony wykonują go razem: CUS koordynuje, partnerzy prowadzą swoje usługi.",
    ),
  ],
});

export const grant: Writing = (facts) => {
  const { grantForm } = facts.terms;
  return {
    title: "Zadanie publiczne i dotacja",
    blocks: [
      grantForm === null
        ? missing(facts, "czy zadanie jest powierzane, czy wspierane")
        : text(
            grantForm === "DELEGATION"
              ? "Gmina powierza organizacji wykonanie zadania publicznego i daje dotację, która je w całości finansuje."
              : "Gmina wspiera organizację w wykonaniu zadania publicznego i daje dotację, która je w części finansuje. Resztę organizacja wnosi z innych źródeł albo pracą.",
          ),
      text(
        "Podstawą jest ustawa o działalności pożytku publicznego i o wolontariacie, w szczególności jej art. 16.",
      ),
      list(
        "Organizacja wykonuje zadanie i wydaje dotację tylko na nie.",
        "Prowadzi osobną ewidencję tych pieniędzy i przechowuje dowody.",
        "Składa sprawozdanie z wykonania zadania w terminie z ustawy.",
        "Zwraca to, czego nie wydała albo wydała niezgodnie z umową.",
        "Gmina może sprawdzać, jak zadanie jest wykonywane, także na miejscu.",
      ),
    ],
  };
};

export const procurement: Writing = ({ number }) => ({
  title: "Zamówienie publiczne",
  blocks: [
    text(
      `Umowę zawarto w wyniku udzielenia zamówienia publicznego. W dokumentach zamówienia ma ona numer ${number}.`,
    ),
    text(
      "Wykonawca świadczy usługi tak, jak opisuje je zamówienie i jego oferta. Zmiany umowy są możliwe tylko w granicach przepisów o zamówieniach.",
    ),
    text(
      "CUS odbiera usługi, sprawdza ich jakość i mówi o brakach, zanim zapłaci.",
    ),
  ],
});

export const county = says(
  "Zadania gminy i powiatu",
  "Gmina i powiat umawiają się, które usługi społeczne powiatu mieszkańcy dostają za pośrednictwem CUS (art. 3 ust. 2 ustawy o CUS).",
  "Każda ze stron nadal odpowiada za swoje zadania ustawowe, chyba że porozumienie wprost przekazuje je drugiej.",
);

/** CUS art. 11. */
export const whoRunsTheCentre: Writing = (facts) => {
  const hub = facts.parties.find(({ isHub }) => isHub);
  return {
    title: "Kto tworzy i prowadzi centrum",
    blocks: [
      hub
        ? text(
            `Centrum usług społecznych dla wszystkich gmin, które są stronami, to ${hub.name}. Tworzy je i prowadzi gmina, której jest jednostką.`,
          )
        : missing(facts, "która gmina tworzy i prowadzi centrum"),
    ],
  };
};

export const servicesHandedOver: Writing = (facts) => ({
  title: "Usługi przekazane centrum",
  blocks: [
    facts.services.length > 0
      ? text("Gminy przekazują centrum te usługi społeczne:")
      : missing(facts, "które usługi gminy przekazują centrum"),
    ...(facts.services.length > 0 ? [servicesBlock(facts)] : []),
  ],
});

export const coFinancing: Writing = (facts) => ({
  title: "Współfinansowanie centrum",
  blocks: [
    text("Gminy, które są stronami, wspólnie pokrywają koszty centrum."),
    ...moneyBlocks(facts),
  ],
});

export const diagnosis = says(
  "Diagnoza potrzeb i potencjału",
  "Centrum przygotowuje diagnozę potrzeb i potencjału społeczności obejmującą wszystkie gminy, które są stronami.",
  "Projekt diagnozy centrum konsultuje z tymi gminami i ich mieszkańcami. Gotową diagnozę przekazuje organom każdej gminy, a gminy przekazują centrum dane, których do niej potrzeba.",
);

/** Art. 28(3) of the GDPR, point by point. */
const entrusted: Writing = (facts) => {
  const { purpose } = facts.terms;
  const { validFrom, validTo } = facts;
  return {
    title: "Przedmiot, czas, charakter i cel przetwarzania",
    blocks: [
      text(
        "Administrator powierza podmiotowi przetwarzającemu dane osobowe na podstawie art. 28 ust. 3 RODO.",
      ),
      purpose
        ? text(`Cel: ${purpose}`)
        : missing(facts, "cel i charakter przetwarzania"),
      text(
        "Charakter: odczytywanie, zapisywanie i przechowywanie danych w związku z przyjęciem skierowania i wykonaniem usługi.",
      ),
      text(
        validFrom
          ? `Czas: od ${day(validFrom)}${validTo ? ` do ${day(validTo)}` : ", tak długo, jak trwa współpraca"}.`
          : "Czas: tak długo, jak obowiązuje umowa, której służy powierzenie.",
      ),
    ],
  };
};

const whoseData: Writing = ({ terms: { allowsSensitive } }) => ({
  title: "Rodzaj danych i osoby, których dotyczą",
  blocks: [
    list(
      "Osoby: mieszkańcy kierowani do usług, ich opiekunowie i przedstawiciele, osoby pracujące przy usłudze.",
      "Dane zwykłe: imię i nazwisko, kontakt, numer skierowania, potrzeba i przebieg usługi.",
      allowsSensitive
        ? "Dane szczególnych kategorii, w tym o zdrowiu: tylko gdy bez nich nie da się wykonać usługi."
        : "Danych szczególnych kategorii nie powierza się.",
    ),
  ],
});

const duties: Writing = () => ({
  title: "Obowiązki podmiotu przetwarzającego",
  blocks: [
    list(
      "Przetwarza dane tylko na udokumentowane polecenie administratora. Mówi mu, gdy polecenie wydaje się niezgodne z prawem.",
      "Dopuszcza do danych tylko osoby upoważnione, które zobowiązały się do tajemnicy.",
      "Zabezpiecza dane środkami z art. 32 RODO, stosownie do ryzyka.",
      "Z pomocy kolejnego podmiotu korzysta tylko za uprzednią pisemną zgodą administratora i nakłada na niego te same obowiązki.",
      "Pomaga administratorowi odpowiadać na żądania osób oraz wypełniać obowiązki z art. 32–36 RODO. O naruszeniu ochrony danych mówi mu bez zbędnej zwłoki.",
      "Po zakończeniu usuwa dane albo je zwraca, jak zdecyduje administrator, i usuwa kopie, chyba że prawo każe je przechowywać.",
      "Udostępnia administratorowi informacje potrzebne do wykazania tych obowiązków, umożliwia audyty i inspekcje i w nich pomaga.",
    ),
  ],
});

const controllersDuties = says(
  "Prawa i obowiązki administratora",
  "Administrator powierza tylko dane, które ma prawo przetwarzać, i tylko te, których potrzeba.",
  "Decyduje o celach i sposobach przetwarzania. Może sprawdzać, jak dane są chronione.",
);

export const entrustment: readonly Writing[] = [
  entrusted,
  whoseData,
  duties,
  controllersDuties,
];

/** Art. 26 of the GDPR. */
export const jointControl: Writing = () => ({
  title: "Podział obowiązków współadministratorów",
  blocks: [
    text(
      "Strony wspólnie ustalają cele i sposoby przetwarzania danych (art. 26 RODO).",
    ),
    list(
      "Mieszkańca informuje o przetwarzaniu ten ze współadministratorów, który zbiera od niego dane.",
      "Żądania osób przyjmuje każdy ze współadministratorów. Punktem kontaktowym jest CUS.",
      "Każdy odpowiada za bezpieczeństwo danych u siebie i za osoby, które do nich dopuszcza.",
      "O naruszeniu ochrony danych strony mówią sobie bez zwłoki. Zgłasza je ten, u kogo nastąpiło.",
      "Zasadniczą treść tych uzgodnień strony udostępniają osobom, których dane dotyczą.",
    ),
    text(
      "Niezależnie od tego podziału każda osoba może wykonywać swoje prawa wobec każdego ze współadministratorów.",
    ),
  ],
});

export const volunteering: Writing = () => ({
  title: "Działanie wolontariuszy",
  blocks: [
    list(
      "Wolontariusze działają dobrowolnie i bez wynagrodzenia.",
      "Strony uzgadniają zakres, sposób i czas działania z każdym wolontariuszem.",
      "Korzystający zapewnia bezpieczne warunki, informuje o ryzyku i prawach oraz dba o ubezpieczenie, gdy wymaga go ustawa.",
      "Wolontariusz zachowuje w tajemnicy to, czego dowie się o mieszkańcach.",
    ),
  ],
});

export const notBinding = says(
  "Znaczenie listu",
  "Strony chcą współpracować i zamierzają ustalić zasady współpracy w osobnym porozumieniu.",
  "List nie jest umową przedwstępną. Nie zobowiązuje do zawarcia porozumienia ani do płacenia, i na jego podstawie nikogo się nie kieruje.",
);

export const assignment = says(
  "Zadanie jednostki gminy",
  "Gmina przekazuje zadanie swojej jednostce organizacyjnej. Jednostka wykonuje je w ramach swojego planu finansowego i statutu.",
  "CUS koordynuje zadanie, a jednostka odpowiada za jego wykonanie.",
);
