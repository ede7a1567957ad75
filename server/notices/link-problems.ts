// What can stand in the way of an answer by link, told to somebody who has nothing but the mail.
import { Field, ObjectType } from "type-graphql";

import { Problem } from "../platform/graphql/problem.js";
import type { Say } from "../platform/graphql/words.js";
import { OpenedLink } from "./linked.js";

@ObjectType({
  implements: Problem,
  description: "The link does nothing (any more): unknown, used or expired.",
})
export class LinkDead extends Problem {
  @Field(() => OpenedLink, {
    nullable: true,
    description: "What it was; null where there is no such link.",
  })
  link: OpenedLink | null;

  constructor(message: string, link: OpenedLink | null) {
    super(message);
    this.link = link;
  }
}

@ObjectType({
  implements: Problem,
  description:
    "Something has changed since the page was opened. Nothing was written, the link still works.",
})
export class LinkOutdated extends Problem {
  @Field(() => OpenedLink, {
    nullable: true,
    description: "As it is now; never null.",
  })
  link: OpenedLink;

  constructor(message: string, link: OpenedLink) {
    super(message);
    this.link = link;
  }
}

export function linkDead(say: Say, link: OpenedLink | null): LinkDead {
  if (link?.state === "USED")
    return new LinkDead(
      say({
        pl: "Odpowiedź z tego linku już do nas dotarła. Nic więcej nie trzeba robić.",
        en: "The answer by this link has reached us. Nothing more is to be done.",
      }),
      link,
    );
  if (link)
    return new LinkDead(
      say({
        pl: "Ten link stracił ważność. Poproś o nowy: wyślemy go na ten sam adres.",
        en: "This link has expired. Ask for another: it comes to the same address.",
      }),
      link,
    );
  return new LinkDead(
    say({
      pl: "Ten link nie działa. Sprawdź, czy jest skopiowany w całości, albo zadzwoń do centrum.",
      en: "This link does not work. Check that it was copied whole, or call the centre.",
    }),
    null,
  );
}

export function tooManyLinks(say: Say, link: OpenedLink): LinkDead {
  return new LinkDead(
    say({
      pl: "W ciągu doby wyszło na ten adres już kilka linków. Otwórz najnowszy mail albo zadzwoń do centrum.",
      en: "Several links went to this address within a day. Open the newest mail, or call the centre.",
    }),
    link,
  );
}
