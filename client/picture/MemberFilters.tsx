// Which partners of a network are shown: by type, by name.
import { useTranslation } from "react-i18next";

import { TextField } from "../design/Field.js";
import { TypeMark } from "../design/TypeMark.js";
import styles from "./MemberFilters.module.css";
import type { Member } from "./network-view.js";
import { type NetworkAddress, partnerTypes } from "./use-network-address.js";

interface Props {
  partners: readonly Member[];
  address: NetworkAddress;
}

export function MemberFilters({ partners, address }: Props) {
  const { t } = useTranslation("picture");
  const { wanted, go } = address;

  function toggle(type: (typeof partnerTypes)[number]) {
    const next = partnerTypes.filter(
      (one) => wanted.types.includes(one) !== (one === type),
    );
    // nobody at all is never what is meant
    const isAll = next.length === partnerTypes.length || next.length === 0;
    go("typ", isAll ? null : next.join("-"));
  }

  return (
    <div className={styles.filters}>
      <fieldset>
        <legend className="visually-hidden">{t("filter.types")}</legend>
        {partnerTypes.map((type) => (
          <label key={type}>
            <input
              type="checkbox"
              checked={wanted.types.includes(type)}
              onChange={() => toggle(type)}
            />
            <TypeMark type={type} wordHidden />
            <span>
              {t(`filter.aim.${type}`)}{" "}
              <strong>
                {partners.filter((one) => one.stakeholderType === type).length}
              </strong>
            </span>
          </label>
        ))}
      </fieldset>
      <TextField
        label={t("filter.text")}
        type="search"
        value={wanted.text}
        onChange={(event) => go("q", event.target.value)}
      />
    </div>
  );
}
