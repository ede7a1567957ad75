// What a counted need is called: its area, for whom, and what is lacking, in the reader's language.
import type { ServiceArea, TargetGroup } from "../offer/index.js";
import type { Words } from "../platform/graphql/words.js";
import type { Need } from "./need.js";
import type { GapKind } from "./need-kind.js";

const areas: Readonly<Record<ServiceArea, Words>> = {
  PRO_FAMILY: { pl: "Polityka prorodzinna", en: "Pro-family policy" },
  FAMILY_SUPPORT: { pl: "Wspieranie rodziny", en: "Family support" },
  FOSTER_CARE: { pl: "Piecza zastępcza", en: "Foster care" },
  SOCIAL_ASSISTANCE: { pl: "Pomoc społeczna", en: "Social assistance" },
  HEALTH: { pl: "Zdrowie", en: "Health" },
  DISABILITY: { pl: "Niepełnosprawność", en: "Disability" },
  EDUCATION: { pl: "Edukacja", en: "Education" },
  EMPLOYMENT: { pl: "Praca", en: "Employment" },
  CULTURE: { pl: "Kultura", en: "Culture" },
  SPORT_TOURISM: { pl: "Sport i turystyka", en: "Sport and tourism" },
  CIVIC: { pl: "Aktywność obywatelska", en: "Civic activity" },
  HOUSING: { pl: "Mieszkalnictwo", en: "Housing" },
  ENVIRONMENT: { pl: "Ochrona środowiska", en: "Environment" },
  REINTEGRATION: { pl: "Reintegracja", en: "Reintegration" },
};

const gaps: Readonly<Record<GapKind, Words>> = {
  NO_SERVICE: { pl: "nie ma takiej usługi", en: "no such service" },
  NO_CAPACITY: { pl: "za mało miejsc", en: "too few places" },
  TOO_FAR: { pl: "za daleko", en: "too far away" },
  WRONG_TIME: { pl: "o złej porze", en: "at the wrong time" },
  NOT_ACCESSIBLE: { pl: "nie dla każdego dostępne", en: "not open to all" },
  TOO_EXPENSIVE: { pl: "za drogo", en: "too expensive" },
  NOT_LONG_ENOUGH: { pl: "za krótko", en: "not long enough" },
  QUALITY: { pl: "niedobra jakość", en: "not good enough" },
};

const groups: Readonly<Record<TargetGroup, Words | null>> = {
  GENERAL: null,
  FAMILIES: { pl: "rodziny", en: "families" },
  CHILDREN_AT_RISK: { pl: "dzieci zagrożone", en: "children at risk" },
  LIMITED_ABILITY: {
    pl: "osoby o ograniczonej sprawności i ich opiekunowie",
    en: "people of limited ability and their carers",
  },
  SENIORS: { pl: "osoby starsze", en: "older people" },
  HOMELESS: { pl: "osoby bezdomne", en: "homeless people" },
  ADDICTED: { pl: "osoby uzależnione", en: "addicted people" },
  MENTAL_DISORDERS: {
    pl: "osoby z zaburzeniami psychicznymi",
    en: "people with mental disorders",
  },
  LONG_TERM_UNEMPLOYED: {
    pl: "osoby długo bez pracy",
    en: "people long out of work",
  },
  RELEASED_FROM_PRISON: {
    pl: "osoby po zakładzie karnym",
    en: "people released from prison",
  },
  REFUGEES: { pl: "uchodźcy", en: "refugees" },
  DISABLED: { pl: "osoby z niepełnosprawnością", en: "disabled people" },
};

export function titleOf({
  area,
  gapKind,
  targetGroup,
}: Pick<Need, "area" | "gapKind" | "targetGroup">): Words {
  const group = groups[targetGroup];
  const say = (language: "pl" | "en") => {
    const whose = group ? `, ${group[language]}` : "";
    return `${areas[area][language]}${whose}: ${gaps[gapKind][language]}`;
  };
  return { pl: say("pl"), en: say("en") };
}
