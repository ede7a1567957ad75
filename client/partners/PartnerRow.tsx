// One partner of the list: its type, its agreement, whom to turn to, and who stands in.
import { useTranslation } from "react-i18next";
import { Link } from "react-router";

import { ContactLinks } from "../design/ContactLinks.js";
import { Tag } from "../design/Tag.js";
import { TypeMark } from "../design/TypeMark.js";
import type { PartnerInListFragment } from "../graphql/generated/graphql.js";
import styles from "./Partners.module.css";
import { useAgreementInList } from "./use-agreement-in-list.js";

export function PartnerRow({ partner }: { partner: PartnerInListFragment }) {
  const { t } = useTranslation("partners");
  const agreement = useAgreementInList(partner);
  const { id, code, name, kind, status, contactPersons, contactAlert } =
    partner;
  const deputy = contactPersons.find(({ roles }) => roles.includes("DEPUTY"));
  const isPartner = status === "ACTIVE" && !partner.isHub;
  return (
    <tr>
      <td>
        <span className={styles.name}>
          {(partner.stakeholderType ?? partner.isHub) && (
            <TypeMark type={partner.stakeholderType} wordHidden />
          )}
          <span>
            <Link to={`/partnerzy/${id}`}>{name}</Link>{" "}
            <span className={styles.muted}>{code}</span>
            {status && status !== "ACTIVE" && (
              <>
                {" "}
                <Tag tone="outline">{t(`status.${status}`)}</Tag>
              </>
            )}
          </span>
        </span>
      </td>
      <td>
        <span className={styles.label}>{t("table.kind")}: </span>
        {t(`kind.${kind}`)}
      </td>
      <td>
        {agreement && (
          <>
            <span className={styles.label}>{t("table.agreement")}: </span>
            <Tag tone={agreement.tone}>{agreement.words}</Tag>
          </>
        )}
      </td>
      <td>
        <ContactLinks people={contactPersons} nobody={t("contacts.nobody")} />
        {contactAlert && contactAlert !== "NO_PRIMARY" && (
          <Tag tone="warn" icon="warning">
            {t(`alert.${contactAlert}`)}
          </Tag>
        )}
      </td>
      <td className={styles.deputy}>
        <span className={styles.label}>{t("table.deputy")}: </span>
        {deputy
          ? deputy.name
          : isPartner && <Tag tone="warn">{t("table.noDeputy")}</Tag>}
      </td>
    </tr>
  );
}
