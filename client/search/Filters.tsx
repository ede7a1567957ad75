// The conditions of a search, each with the number of services that it would leave.
import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";

import { SelectField } from "../design/Field.js";
import type { SearchFacetsQuery } from "../graphql/generated/graphql.js";
import styles from "./Filters.module.css";
import {
  areas,
  conditionsOf,
  type Dimension,
  dimensions,
  eases,
  entryModes,
  forms,
  groups,
  spheres,
  stakeholderTypes,
  targets,
  timesOfDay,
  toggled,
  without,
  withValue,
} from "./search-address.js";

type Centre = NonNullable<SearchFacetsQuery["centre"]>;

interface Props {
  address: URLSearchParams;
  /** null until they are counted. */
  facets: Centre | null;
  /** Changes the address as it is by then. */
  onAddress(change: (address: URLSearchParams) => URLSearchParams): void;
}

export function Filters({ address, facets, onAddress }: Props) {
  const { t } = useTranslation(["search", "design"]);
  const places = useId();
  const isFreeOnly = address.get("wolne") === "tak";
  const counts = facets?.serviceFacets;
  const all = isFreeOnly ? facets?.anyPlaces?.total : counts?.total;
  const isNarrowed = conditionsOf(address).length > 0;
  const place = address.get("miejsce") ?? "";
  const known: [value: string, words: string][] = [
    ...(facets?.places ?? []).map(({ name }): [string, string] => [name, name]),
    // as organisations write it, whatever language it is looked for in
    ["w domu", t("filters.atHome")],
    ["zdalnie", t("filters.remote")],
  ];
  const wheres = known.some(([value]) => value === place)
    ? known
    : known.concat(place ? [[place, place]] : []);

  function group<Value extends string>(
    dimension: Dimension,
    words: string,
    values: ReadonlyMap<string, Value>,
    countOf: (value: Value) => number | undefined,
  ) {
    const choices = [...values]
      .map(([slug, value]) => ({
        slug,
        value,
        isChosen: address.getAll(dimension).includes(slug),
        count: countOf(value) ?? 0,
      }))
      // an answer that leads nowhere is no choice
      .filter(({ isChosen, count }) => !counts || isChosen || count > 0);
    if (choices.length === 0) return null;
    return (
      <fieldset className={styles.group}>
        <legend>{t(`filters.${dimension}`)}</legend>
        {choices.map(({ slug, value, isChosen, count }) => (
          <Choice
            key={slug}
            type="checkbox"
            checked={isChosen}
            count={counts && count}
            onChange={() => onAddress((now) => toggled(now, dimension, slug))}
          >
            {t(`design:${words}.${value}`)}
          </Choice>
        ))}
      </fieldset>
    );
  }

  return (
    <div className={styles.filters}>
      <fieldset className={styles.group}>
        <legend>{t("filters.places")}</legend>
        <Choice
          type="radio"
          name={places}
          checked={isFreeOnly}
          count={counts?.referableNow}
          onChange={() => onAddress((now) => withValue(now, "wolne", "tak"))}
        >
          {t("filters.freeOnly")}
        </Choice>
        <Choice
          type="radio"
          name={places}
          checked={!isFreeOnly}
          count={all}
          onChange={() => onAddress((now) => withValue(now, "wolne", ""))}
        >
          {t("filters.withQueue")}
        </Choice>
      </fieldset>
      {group(
        "sfera",
        "sphere",
        spheres,
        (value) =>
          counts?.spheres.find(({ sphere }) => sphere === value)?.count,
      )}
      {group(
        "forma",
        "form",
        forms,
        (value) => counts?.forms.find(({ form }) => form === value)?.count,
      )}
      <SelectField
        label={t("filters.miejsce")}
        value={place}
        onChange={({ target }) =>
          onAddress((now) => withValue(now, "miejsce", target.value))
        }
      >
        <option value="">{t("filters.anyPlace")}</option>
        {wheres.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </SelectField>
      {group(
        "pora",
        "timeOfDay",
        timesOfDay,
        (value) =>
          counts?.timesOfDay.find(({ timeOfDay }) => timeOfDay === value)
            ?.count,
      )}
      {group("ulatwienia", "ease", eases, (value) => {
        if (!counts) return undefined;
        const { careDuringActivity, transportProvided, freeOfCharge } = counts;
        if (value === "CARE") return careDuringActivity;
        if (value === "TRANSPORT") return transportProvided;
        if (value === "FREE_OF_CHARGE") return freeOfCharge;
        return counts.accessibility.find(
          ({ accessibility }) => accessibility === value,
        )?.count;
      })}
      <details
        className={styles.more}
        open={dimensions.some(
          (one) =>
            !["sfera", "forma", "pora", "ulatwienia"].includes(one) &&
            address.has(one),
        )}
      >
        <summary>{t("filters.more")}</summary>
        {group(
          "dla",
          "targetGroup",
          targets,
          (value) =>
            counts?.targetGroups.find(
              ({ targetGroup }) => targetGroup === value,
            )?.count,
        )}
        {group(
          "obszar",
          "area",
          areas,
          (value) => counts?.areas.find(({ area }) => area === value)?.count,
        )}
        {group(
          "wejscie",
          "entryMode",
          entryModes,
          (value) =>
            counts?.entryModes.find(({ entryMode }) => entryMode === value)
              ?.count,
        )}
        {group(
          "grupa",
          "group",
          groups,
          (value) => counts?.groups.find(({ group }) => group === value)?.count,
        )}
        {group(
          "typ",
          "type",
          stakeholderTypes,
          (value) =>
            counts?.stakeholderTypes.find(
              ({ stakeholderType }) => stakeholderType === value,
            )?.count,
        )}
      </details>
      {isNarrowed && (
        <Link
          to={{
            search: without(
              address,
              "wolne",
              "miejsce",
              ...dimensions,
            ).toString(),
          }}
          replace
        >
          {t("filters.clear")}
        </Link>
      )}
    </div>
  );
}

interface ChoiceProps {
  type: "checkbox" | "radio";
  name?: string;
  checked: boolean;
  count: number | undefined;
  onChange(): void;
  children: ReactNode;
}

function Choice({ count, children, onChange, ...input }: ChoiceProps) {
  return (
    <label className={styles.choice}>
      <input {...input} onChange={onChange} />
      <span>{children}</span>
      {count !== undefined && <span className={styles.count}>{count}</span>}
    </label>
  );
}
