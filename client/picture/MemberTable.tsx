// The network as a table: equal to the picture, and with all that the picture leaves out.
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "../design/Button.js";
import { ContactLinks } from "../design/ContactLinks.js";
import { Empty } from "../design/Empty.js";
import { TextField } from "../design/Field.js";
import { join } from "../design/join.js";
import { SortHeader } from "../design/SortHeader.js";
import { Tag } from "../design/Tag.js";
import { TypeMark } from "../design/TypeMark.js";
import { useNow } from "../design/use-now.js";
import { MaskedCount } from "./MaskedCount.js";
import styles from "./MemberTable.module.css";
import { countsOpenReferrals, type Member, wordOf } from "./network-view.js";
import { OfferAge } from "./OfferAge.js";
import { rowId } from "./row-id.js";
import { useAgreementWords } from "./use-agreement-words.js";
import type { NetworkAddress } from "./use-network-address.js";

interface Props {
  /** In the order asked for. */
  members: readonly Member[];
  total: number;
  address: NetworkAddress;
}

export function MemberTable({ members, total, address }: Props) {
  const { t } = useTranslation("picture");
  const { wanted, go, showEverybody } = address;
  const sort = {
    sorting: wanted.sorting,
    onSort: (sorting: string) => go("uloz", sorting),
  };
  // what is not the viewer's has no column
  const countsReferrals = countsOpenReferrals(members);
  const seesAgreements = members.some((one) => one.agreementStatus);
  const seesContacts = members.some(
    ({ partner }) => partner.contactPersons.length > 0,
  );
  return (
    <section className={styles.card} aria-labelledby="partnerzy">
      <div className={styles.head}>
        <div>
          <h2 id="partnerzy">{t("table.title")}</h2>
          <p role="status" className={styles.muted}>
            {t("table.found", { count: members.length, total })}
          </p>
        </div>
        <div data-print="no">
          <TextField
            label={t("filter.text")}
            type="search"
            value={wanted.text}
            onChange={(event) => go("q", event.target.value)}
          />
        </div>
      </div>
      {members.length === 0 ? (
        <Empty
          title={t("table.nobody")}
          action={
            <Button onClick={showEverybody}>{t("table.everybody")}</Button>
          }
        />
      ) : (
        <table className={styles.table}>
          <caption className="visually-hidden">{t("table.title")}</caption>
          <thead>
            <tr>
              <SortHeader
                label={t("table.partner")}
                column="partner"
                {...sort}
              />
              {seesAgreements && (
                <SortHeader
                  label={t("table.agreement")}
                  column="umowa"
                  {...sort}
                />
              )}
              <SortHeader
                label={t("table.services")}
                column="uslugi"
                numeric
                {...sort}
              />
              {countsReferrals && (
                <SortHeader
                  label={t("table.referrals")}
                  column="skierowania"
                  numeric
                  {...sort}
                />
              )}
              <SortHeader
                label={t("table.offer")}
                column="oferta"
                className={styles.offer}
                {...sort}
              />
              <SortHeader
                label={t("table.type")}
                column="typ"
                className={styles.wide}
                {...sort}
              />
              <SortHeader
                label={t("table.sector")}
                column="sektor"
                className={styles.wide}
                {...sort}
              />
              {seesContacts && (
                <th scope="col" className={styles.wide}>
                  {t("table.contact")}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {members.map((member) => (
              <Row
                key={member.partner.id}
                member={member}
                isSelected={address.selected === wordOf(member)}
                countsReferrals={countsReferrals}
                seesAgreements={seesAgreements}
                seesContacts={seesContacts}
                onSelect={() => go("wybrany", wordOf(member))}
              />
            ))}
          </tbody>
        </table>
      )}
      {countsReferrals && <p className={styles.muted}>{t("table.note")}</p>}
    </section>
  );
}

interface RowProps {
  member: Member;
  isSelected: boolean;
  onSelect(): void;
  countsReferrals: boolean;
  seesAgreements: boolean;
  seesContacts: boolean;
}

function Row(props: RowProps) {
  const { member, isSelected, onSelect } = props;
  const { countsReferrals, seesAgreements, seesContacts } = props;
  const { t } = useTranslation(["picture", "design"]);
  const agreement = useAgreementWords(useNow())(member);
  const { partner, stakeholderType, role, services, openReferrals } = member;
  const row = useRef<HTMLTableRowElement>(null);
  const wasSelected = useRef(isSelected);
  useEffect(() => {
    // chosen in the picture: its row comes into sight, the focus stays where it is
    if (isSelected && !wasSelected.current)
      row.current?.scrollIntoView({ block: "nearest" });
    wasSelected.current = isSelected;
  }, [isSelected]);
  return (
    <tr ref={row} className={join(isSelected && styles.selected)}>
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
        <OfferAge member={member} />
      </td>
      <td className={styles.wide}>
        {stakeholderType && t(`design:type.${stakeholderType}`)}
      </td>
      <td className={styles.wide}>{t(`sector.${partner.sector}`)}</td>
      {seesContacts && (
        <td className={join(styles.wide, styles.contact)}>
          <ContactLinks people={partner.contactPersons} nobody={t("nobody")} />
        </td>
      )}
    </tr>
  );
}
