// Whom a service is for above all, or who lacks one (domain 1.6).
import { registerEnumType } from "type-graphql";

import type { Words } from "../platform/graphql/words.js";

export const TargetGroup = {
  GENERAL: "GENERAL",
  FAMILIES: "FAMILIES",
  CHILDREN_AT_RISK: "CHILDREN_AT_RISK",
  LIMITED_ABILITY: "LIMITED_ABILITY",
  SENIORS: "SENIORS",
  HOMELESS: "HOMELESS",
  ADDICTED: "ADDICTED",
  MENTAL_DISORDERS: "MENTAL_DISORDERS",
  LONG_TERM_UNEMPLOYED: "LONG_TERM_UNEMPLOYED",
  RELEASED_FROM_PRISON: "RELEASED_FROM_PRISON",
  REFUGEES: "REFUGEES",
  DISABLED: "DISABLED",
} as const;
export type TargetGroup = keyof typeof TargetGroup;

registerEnumType(TargetGroup, {
  name: "TargetGroup",
  description: "Whom a service is for, or who lacks one (domain 1.6).",
  valuesConfig: {
    GENERAL: { description: "Anybody." },
    FAMILIES: { description: "Families." },
    CHILDREN_AT_RISK: {
      description: "Children whose safety or development is at risk.",
    },
    LIMITED_ABILITY: {
      description:
        "People with limited intellectual or psychophysical ability, and their carers.",
    },
    SENIORS: { description: "Older people." },
    HOMELESS: { description: "Homeless people." },
    ADDICTED: { description: "Addicted people." },
    MENTAL_DISORDERS: { description: "People with mental disorders." },
    LONG_TERM_UNEMPLOYED: { description: "Long out of work." },
    RELEASED_FROM_PRISON: { description: "Released from prison." },
    REFUGEES: { description: "Refugees." },
    DISABLED: { description: "Disabled people." },
  },
});

/** As the answer to "for whom?". */
export const targetGroupWords: Readonly<Record<TargetGroup, Words>> = {
  GENERAL: { pl: "dla wszystkich", en: "for everybody" },
  FAMILIES: { pl: "dla rodzin", en: "for families" },
  CHILDREN_AT_RISK: {
    pl: "dla dzieci, którym trzeba pomóc",
    en: "for children who need help",
  },
  LIMITED_ABILITY: {
    pl: "dla osób o ograniczonej sprawności i ich opiekunów",
    en: "for people of limited ability and their carers",
  },
  SENIORS: { pl: "dla osób starszych", en: "for older people" },
  HOMELESS: { pl: "dla osób bezdomnych", en: "for homeless people" },
  ADDICTED: { pl: "dla osób uzależnionych", en: "for addicted people" },
  MENTAL_DISORDERS: {
    pl: "dla osób z zaburzeniami psychicznymi",
    en: "for people with mental disorders",
  },
  LONG_TERM_UNEMPLOYED: {
    pl: "dla osób długo bez pracy",
    en: "for people long out of work",
  },
  RELEASED_FROM_PRISON: {
    pl: "dla osób po zakładzie karnym",
    en: "for people released from prison",
  },
  REFUGEES: { pl: "dla uchodźców", en: "for refugees" },
  DISABLED: {
    pl: "dla osób z niepełnosprawnością",
    en: "for disabled people",
  },
};
