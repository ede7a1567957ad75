// One organisation in the table of a network; on a phone a card of its own.
import { useTranslation } from "react-i18next";

import { ContactLinks } from "../design/ContactLinks.js";
import { join } from "../design/join.js";
import { Tag } from "../design/Tag.js";
import { TypeMark } from "../design/TypeMark.js";
import { useNow } from "../design/use-now.js";
import { MaskedCount } from "./MaskedCount.js";
import styles from "./MemberTable.module.css";
import type { Member } from "./network-view.js";
import { OfferAge } from "./OfferAge.js";
import { rowId } from "./row-id.js";
import { useAgreementWords } from "./use-agreement-words.js";
import { useInSight } from "./use-in-sight.js";

interface Props {
  member: Member;
  isSelected: boolean;
  onSelect(): void;
  countsReferrals: boolean;
  seesAgreements: boolean;
  seesContacts: boolean;
  /** On a phone it waits until the whole list is asked for. */
  isLater: boolean;
}

export function MemberRow(props: Props) {
  const { member, isSelected, onSelect, isLater } = props;
  const { countsReferrals, seesAgreements, seesContacts } = props;
  const { t } = useTranslation(["picture", "design"]);
  const agreement = useAgreementWords(useNow())(member);
  const { partner, stakeholderType, role, services, openReferrals } = member;
  const row = useInSight<HTMLTableRowElement>(isSelected ? partner.id : null);
  return (
    <tr
      ref={row}
      className={join(isSelected && styles.selected, isLater && styles.later)}
    >
      <td>
        <div className={styles.partner}>
          <TypeMark type={stakeholderType} wordHidden />
          <span>
            <button
              id={rowId(partner.id)}
              type="button"
              className={styles.name}
              aria-pressed={isSelected}
              onClick={onSelect}
            >
              {partner.name}
            </button>{" "}
            <span className={styles.muted}>{partner.code}</span>
            {(role === "INVITED" || role === "OBSERVER") && (
              <>
                {" "}
                <Tag tone="outline">{t(`role.${role}`)}</Tag>
              </>
            )}
          </span>
        </div>
      </td>
      {seesAgreements && (
        <td>
          <span className={styles.label}>{t("table.agreement")}: </span>
          <Tag tone={agreement.tone}>{agreement.words}</Tag>
        </td>
      )}
      <td className={styles.number}>
        <span className={styles.label}>{t("table.services")}: </span>
        {services}
      </td>
      {countsReferrals && (
        <td className={styles.number}>
          <span className={styles.label}>{t("table.referrals")}: </span>
          <MaskedCount count={openReferrals} />
        </td>
      )}
      <td className={styles.offer}>
        <span className={styles.label}>{t("table.offer")}: </span>
        <OfferAge member={member} />
      </td>
      <td className={styles.wide}>
        <span className={styles.label}>{t("table.type")}: </span>
        {stakeholderType && t(`design:type.${stakeholderType}`)}
      </td>
      <td className={styles.wide}>
        <span className={styles.label}>{t("table.sector")}: </span>
        {t(`sector.${partner.sector}`)}
      </td>
      {seesContacts && (
        <td className={join(styles.wide, styles.contact)}>
          <ContactLinks people={partner.contactPersons} nobody={t("nobody")} />
        </td>
      )}
    </tr>
  );
}
