// The network as a table: equal to the picture, and with all that the picture leaves out.
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "../design/Button.js";
import { Empty } from "../design/Empty.js";
import { SelectField, TextField } from "../design/Field.js";
import { SortHeader } from "../design/SortHeader.js";
import { MemberRow } from "./MemberRow.js";
import styles from "./MemberTable.module.css";
import { countsOpenReferrals, type Member, wordOf } from "./network-view.js";
import type { NetworkAddress } from "./use-network-address.js";

const fewOnPhone = 20;

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
  const columns = [
    ["partner", "partner"],
    ...(seesAgreements ? [["umowa", "agreement"]] : []),
    ["uslugi", "services"],
    ...(countsReferrals ? [["skierowania", "referrals"]] : []),
    ["oferta", "offer"],
    ["typ", "type"],
    ["sektor", "sector"],
  ];
  const [isWhole, setWhole] = useState(false);
  const chosen = members.findIndex((one) => wordOf(one) === address.selected);
  const last = isWhole ? members.length : Math.max(fewOnPhone - 1, chosen);
  return (
    <section className={styles.card} aria-labelledby="partnerzy">
      <div className={styles.head}>
        <div>
          <h2 id="partnerzy">{t("table.title")}</h2>
          <p role="status" className={styles.muted}>
            {t("table.found", { count: members.length, total })}
          </p>
        </div>
        <div className={styles.fields} data-print="no">
          <TextField
            label={t("filter.text")}
            type="search"
            value={wanted.text}
            onChange={(event) => go("q", event.target.value)}
          />
          <div className={styles.order}>
            <SelectField
              label={t("table.order")}
              value={wanted.sorting.replace("-", "")}
              onChange={(event) => go("uloz", event.target.value)}
            >
              {columns.map(([column, word]) => (
                <option key={column} value={column}>
                  {t(`table.${word}`)}
                </option>
              ))}
            </SelectField>
          </div>
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
            {members.map((member, place) => (
              <MemberRow
                key={member.partner.id}
                member={member}
                isSelected={address.selected === wordOf(member)}
                countsReferrals={countsReferrals}
                seesAgreements={seesAgreements}
                seesContacts={seesContacts}
                isLater={place > last}
                onSelect={() => go("wybrany", wordOf(member))}
              />
            ))}
          </tbody>
        </table>
      )}
      {last < members.length - 1 && (
        <div className={styles.more} data-print="no">
          <Button onClick={() => setWhole(true)}>
            {t("table.all", { count: members.length })}
          </Button>
        </div>
      )}
      {countsReferrals && <p className={styles.muted}>{t("table.note")}</p>}
    </section>
  );
}
