// Keeps the language of who is signed in on the account.
import { useCallback } from "react";

import { graphql } from "../../graphql/generated/gql.js";
import type { Language } from "../../graphql/generated/graphql.js";
import { useVerb } from "../../graphql/use-verb.js";

const ChooseLanguage = graphql(`
  mutation ChooseLanguage($input: ChooseLanguageInput!) {
    chooseLanguage(input: $input) {
      __typename
      ... on LanguageChosen {
        viewer {
          membershipId
          language
        }
      }
    }
  }
`);

/** The interface follows what the account says, so there is nothing to do with the answer. */
export function useChooseLanguage() {
  const [choose] = useVerb(ChooseLanguage);
  return useCallback(
    async (language: Language) => {
      const { failure } = await choose({ input: { language } });
      return failure;
    },
    [choose],
  );
}
