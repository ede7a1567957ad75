// What a link in a mail leads to: an invitation, or a new password; told to whoever holds the link.
import { Field, ObjectType, registerEnumType } from "type-graphql";

import { Role } from "../identity/index.js";
import { Problem } from "../platform/graphql/problem.js";
import type { Say, Words } from "../platform/graphql/words.js";
import { LinkState } from "./invitation.js";

export const AccountLinkKind = {
  INVITATION: "INVITATION",
  PASSWORD_RESET: "PASSWORD_RESET",
} as const;
export type AccountLinkKind = keyof typeof AccountLinkKind;

registerEnumType(AccountLinkKind, {
  name: "AccountLinkKind",
  description: "What a link in a mail is for.",
  valuesConfig: {
    INVITATION: { description: "Somebody is asked in." },
    PASSWORD_RESET: { description: "A forgotten password is set anew." },
  },
});

@ObjectType({
  description: "What a link in a mail leads to; reading it uses nothing up.",
})
export class AccountLink {
  @Field(() => AccountLinkKind, { description: "What it is for." })
  kind!: AccountLinkKind;

  @Field(() => LinkState, { description: "Whether it still opens something." })
  state!: LinkState;

  @Field(() => String, {
    nullable: true,
    description: "Name of the centre that an open invitation is to.",
  })
  centreName!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Name of the organisation that an open invitation is to.",
  })
  partnerName!: string | null;

  @Field(() => [Role], {
    description: "What an open invitation is to; else empty.",
  })
  roles!: Role[];

  @Field(() => String, {
    nullable: true,
    description: "The invited address, of an open invitation.",
  })
  email!: string | null;

  @Field(() => Boolean, {
    description:
      "The invited address signs in here already: with its own password it accepts.",
  })
  hasPassword!: boolean;
}

@ObjectType({
  implements: Problem,
  description: "The link was used, is over, was taken back, or is none.",
})
export class AccountLinkRefused extends Problem {
  @Field(() => String, { description: "What happened and what to do." })
  declare message: string;
}

const reasons: Record<Exclude<LinkState, "OPEN">, Words> = {
  USED: {
    pl: "Ten link był już użyty. Zaloguj się albo poproś o nowy link.",
    en: "This link was used already. Sign in, or ask for a new link.",
  },
  EXPIRED: {
    pl: "Ten link stracił ważność. Poproś o nowy.",
    en: "This link is no longer valid. Ask for a new one.",
  },
  WITHDRAWN: {
    pl: "To zaproszenie zostało wycofane. Zapytaj osobę, która je wysłała.",
    en: "This invitation was withdrawn. Ask whoever sent it.",
  },
};

const unknown: Words = {
  pl: "Ten link jest niepełny. Skopiuj cały adres z maila.",
  en: "This link is incomplete. Copy the whole address from the mail.",
};

export function linkRefused(
  say: Say,
  state: LinkState | null,
): AccountLinkRefused {
  return new AccountLinkRefused(
    say(state && state !== "OPEN" ? reasons[state] : unknown),
  );
}
