// The one answer where an agreement or a file of it is absent or not hers: nobody learns which of the two.
import { NotHandedOver } from "../platform/file-door.js";
import type { Context } from "../platform/graphql/context.js";

export function nothingThere({ say }: Context): NotHandedOver {
  return new NotHandedOver(
    404,
    say({
      pl: "Nie ma takiego dokumentu ani umowy.",
      en: "There is no such document or agreement.",
    }),
  );
}
