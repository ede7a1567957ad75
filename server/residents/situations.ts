// The eight situations in which people look for help, and what of the offer belongs to each (domain 1.5: nobody looks by the Act's areas).
import type { Language, Words } from "../platform/graphql/words.js";
import type { Bind } from "../platform/permission/render.js";

export interface Situation {
  /** As it stands in addresses. */
  readonly slug: Words;
  readonly title: Words;
  readonly says: Words;
  /** Drawn on a square of 20. */
  readonly icon: string;
  readonly areas: readonly string[];
  readonly spheres: readonly string[];
  /** Beginnings of folded words of the name. */
  readonly words: readonly string[];
}

export const situations: readonly Situation[] = [
  {
    slug: { pl: "jedzenie", en: "food" },
    title: { pl: "Jedzenie i rzeczy", en: "Food and things" },
    says: { pl: "paczki, obiady, ubrania", en: "parcels, meals, clothes" },
    icon: "M3 9.5h14a7 7 0 01-14 0zM6 17h8M7 3.5c-1 1 1 1.5 0 3M11 3.5c-1 1 1 1.5 0 3",
    areas: [],
    spheres: [],
    words:
      "posil obiad zywn paczk odziez ubran mebl jadlodaj zakup stolowk".split(
        " ",
      ),
  },
  {
    slug: { pl: "dach", en: "home" },
    title: { pl: "Dach nad głową", en: "A roof" },
    says: { pl: "ogrzewalnia, mieszkanie", en: "shelter, housing" },
    icon: "M2.5 9.5L10 3l7.5 6.5M5 8v9h10V8",
    areas: ["HOUSING"],
    spheres: [],
    words:
      "bezdomn ogrzewaln nocleg mieszkani schronisk hostel eksmis czynsz".split(
        " ",
      ),
  },
  {
    slug: { pl: "zdrowie", en: "health" },
    title: { pl: "Zdrowie i emocje", en: "Health and feelings" },
    says: {
      pl: "badania, psycholog, terapia",
      en: "check-ups, psychologist, therapy",
    },
    icon: "M10 17S2.5 12.4 2.5 7.4A3.9 3.9 0 0110 5.6a3.9 3.9 0 017.5 1.8C17.5 12.4 10 17 10 17z",
    areas: ["HEALTH"],
    spheres: ["HEALTH", "PSYCHOLOGICAL"],
    words: [],
  },
  {
    slug: { pl: "opieka", en: "care" },
    title: { pl: "Opieka i niepełnosprawność", en: "Care and disability" },
    says: {
      pl: "opiekun, asystent, transport",
      en: "carer, assistant, transport",
    },
    icon: "M9 8.5a4.5 4.5 0 104.5 4.5M9 3v6h4.5l2.5 6h2",
    areas: ["DISABILITY"],
    spheres: [],
    words:
      "opiek asyst transport dowoz senior starsz pielegn wytchn samotn niepelnosp".split(
        " ",
      ),
  },
  {
    slug: { pl: "praca", en: "work" },
    title: { pl: "Praca i nauka", en: "Work and learning" },
    says: { pl: "staż, kursy, doradca", en: "traineeship, courses, advice" },
    icon: "M3 7h14v10H3zM7.5 7V4.5h5V7M3 11.5h14",
    areas: ["EMPLOYMENT", "EDUCATION", "REINTEGRATION"],
    spheres: ["VOCATIONAL"],
    words: [],
  },
  {
    slug: { pl: "rodzina", en: "family" },
    title: { pl: "Dzieci i rodzina", en: "Children and family" },
    says: { pl: "asystent, grupy, zajęcia", en: "support, groups, activities" },
    icon: "M10 2.8a3.2 3.2 0 110 6.4a3.2 3.2 0 110-6.4M5 17.5c0-4 2-6.5 5-6.5s5 2.5 5 6.5",
    areas: ["PRO_FAMILY", "FAMILY_SUPPORT", "FOSTER_CARE"],
    spheres: [],
    words: "rodzin rodzic dziec mlodziez ciaz zlob przemoc".split(" "),
  },
  {
    slug: { pl: "prawo", en: "law" },
    title: { pl: "Prawo i długi", en: "Law and debts" },
    says: { pl: "porady, pisma, urząd", en: "advice, letters, offices" },
    icon: "M10 3v14M6 17h8M4 6h12M4 6l-2 5h4zM16 6l-2 5h4z",
    areas: [],
    spheres: [],
    words:
      "prawn dlug zadluz urzed pism podan budzet socjaln mediac obywatelsk finans gospodarowan swiadcz zasil potrzeb".split(
        " ",
      ),
  },
  {
    slug: { pl: "czas-wolny", en: "leisure" },
    title: { pl: "Czas wolny i sąsiedzi", en: "Leisure and neighbours" },
    says: { pl: "klub, sport, kultura", en: "club, sport, culture" },
    icon: "M10 6.5a3.5 3.5 0 110 7a3.5 3.5 0 110-7M10 2v2M10 16v2M2 10h2M16 10h2M4.5 4.5l1.3 1.3M14.2 14.2l1.3 1.3M15.5 4.5l-1.3 1.3M5.8 14.2l-1.3 1.3",
    areas: ["CULTURE", "SPORT_TOURISM", "CIVIC", "ENVIRONMENT"],
    spheres: [],
    words: "klub sasiad sasiedz integrac".split(" "),
  },
];

export function situationOf(
  slug: string | null,
  language: Language,
): Situation | null {
  return situations.find((one) => one.slug[language] === slug) ?? null;
}

/** SQL: whether a service `s` belongs to it. */
export function belongs(
  { areas, spheres, words }: Situation,
  bind: Bind,
): string {
  const query = words.map((word) => `${word}:*A`).join(" | ");
  return `(s.area = any(${bind(areas)}) or coalesce(s.sphere = any(${bind(spheres)}), false)
    or s.words @@ ${bind(query)}::tsquery)`;
}
