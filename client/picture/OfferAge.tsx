// Whether a partner's offer is vouched for in time; a partner without services has none.
import { useTranslation } from "react-i18next";

import { Tag } from "../design/Tag.js";
import type { Member } from "./network-view.js";

export function OfferAge({ member }: { member: Member }) {
  const { t } = useTranslation("picture");
  if (member.services === 0) return t("offer.none");
  return member.offerStale ? (
    <Tag tone="warn" icon="clock">
      {t("offer.stale")}
    </Tag>
  ) : (
    t("offer.fresh")
  );
}
