// The language that somebody reads in: her own choice, kept on her account and spoken on every device.
import { createUnionType, Field, InputType, ObjectType } from "type-graphql";

import { inTransaction } from "../platform/database/session.js";
import type { Context } from "../platform/graphql/context.js";
import { InvalidInput } from "../platform/graphql/problem.js";
import { Language } from "../platform/graphql/words.js";
import type { Member } from "../platform/permission/actor.js";
import { Account } from "./account.js";
import { Viewer } from "./viewer.js";

@InputType({ description: "The viewer's language." })
export class ChooseLanguageInput {
  @Field(() => Language, { description: "In which she reads from now on." })
  language!: Language;
}

@ObjectType({ description: "Chosen; every answer from here on is in it." })
export class LanguageChosen {
  @Field(() => Viewer, { description: "The viewer, as kept." })
  viewer!: Viewer;
}

export const ChooseLanguagePayload = createUnionType({
  name: "ChooseLanguagePayload",
  description: "Outcome of choosing a language.",
  types: () => [LanguageChosen, InvalidInput] as const,
});

export async function chooseLanguage(
  context: Context,
  member: Member,
  { language }: ChooseLanguageInput,
): Promise<void> {
  await inTransaction(context.dataSource, member, (manager) =>
    manager
      .getRepository(Account)
      .update({ id: member.accountId }, { language }),
  );
  await context.become({ ...member, language });
}
