// Which types of partners of a network are shown.
import { useTranslation } from "react-i18next";

import { TypeMark } from "../design/TypeMark.js";
import type { Member } from "./network-view.js";
import styles from "./TypeFilter.module.css";
import { type NetworkAddress, partnerTypes } from "./use-network-address.js";

interface Props {
  partners: readonly Member[];
  address: NetworkAddress;
}

export function TypeFilter({ partners, address }: Props) {
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
    <fieldset className={styles.types}>
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
  );
}
