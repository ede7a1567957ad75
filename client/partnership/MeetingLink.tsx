// From an organisation's page to a new meeting of a network that it is in.
import { useTranslation } from "react-i18next";

import { usePageQuery } from "../app/errors/use-page-query.js";
import { slugOf } from "../app/slug.js";
import { ButtonLink } from "../design/Button.js";
import { StandingQuery } from "./network.documents.js";

export function MeetingLink({ partnerId }: { partnerId: string }) {
  const { t } = useTranslation("partnership");
  const { data } = usePageQuery(StandingQuery, { partnerId });
  if (data.node?.__typename !== "Partner") return null;
  const { shortName, memberships } = data.node;
  const network = memberships.find((one) => one.network)?.network;
  if (!network) return null;
  const asked = new URLSearchParams({ spotkanie: shortName });
  return (
    <ButtonLink to={`/siec/${slugOf(network.name)}/kroki?${asked.toString()}`}>
      {t("meeting.invite")}
    </ButtonLink>
  );
}
