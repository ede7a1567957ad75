// The way in through another provider, such as login.gov.pl, and what came of it.
import { useQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";

import { ButtonLink } from "../design/Button.js";
import { Note } from "../design/Note.js";
import { graphql } from "../graphql/generated/gql.js";

export const OtherProviderQuery = graphql(`
  query OtherProvider {
    otherProvider {
      name
      path
    }
  }
`);

/** @param back the path that she wanted to see */
export function OtherSignIn({ back }: { back: string }) {
  const { t } = useTranslation("account");
  const { data } = useQuery(OtherProviderQuery);
  const provider = data?.otherProvider;
  if (!provider) return null;
  const { name, path } = provider;
  return (
    <ButtonLink
      wide
      // a page of the server, not of ours
      reloadDocument
      to={`${path}?powrot=${encodeURIComponent(back)}`}
    >
      {t("other.signIn", { name })}
    </ButtonLink>
  );
}

const outcomes = {
  nieznane: "unknown",
  przerwane: "cancelled",
  blad: "failed",
  zajete: "taken",
  polaczone: "linked",
} as const;

/** @param search of the address that the provider sent her back to */
export function OtherSignInNews({ search }: { search: string }) {
  const { t } = useTranslation("account");
  const told = new URLSearchParams(search).get("dostawca");
  const found = Object.entries(outcomes).find(([word]) => word === told);
  if (!found) return null;
  const [, outcome] = found;
  return outcome === "linked" ? (
    <Note tone="ok" icon="check" role="status">
      {t("other.linked")}
    </Note>
  ) : (
    <Note tone="warn" icon="warning" role="alert">
      {t(`other.${outcome}`)}
    </Note>
  );
}
