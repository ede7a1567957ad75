// The way to the demo's mailbox, where there is one.
import { useQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";

import { graphql } from "../graphql/generated/gql.js";

const HasMailboxQuery = graphql(`
  query HasMailbox {
    mailbox(first: 1) {
      nodes {
        at
      }
    }
  }
`);

export function MailboxLink() {
  const { t } = useTranslation("mailbox");
  const { data } = useQuery(HasMailboxQuery, { fetchPolicy: "no-cache" });
  if (!data?.mailbox) return null;
  return <Link to="/skrzynka">{t("link")}</Link>;
}
