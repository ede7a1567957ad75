// "Dzwoń teraz": the one to call at an organisation, and whether somebody answers now.
import { useQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";

import { Icon } from "../design/Icon.js";
import { phoneInGroups } from "../design/phone.js";
import { Tag } from "../design/Tag.js";
import type { CallableFragment } from "../graphql/generated/graphql.js";
import { CallPartner } from "./emergency.documents.js";
import styles from "./Emergency.module.css";
import { answersNow } from "./reachable.js";

type Person = CallableFragment["contactPersons"][number];

/** Who is there before who is away; who answers now before who does not. */
export function callee(
  people: readonly Person[],
  now: Date,
): (Person & { answers: boolean | null }) | null {
  const reachable = people
    .filter(({ workPhone }) => workPhone !== null)
    .map((one) => ({
      ...one,
      answers: one.awayNow ? false : answersNow(one.availability, now),
    }));
  const rank = ({ answers, primary }: (typeof reachable)[number]) =>
    (answers === false ? 2 : 0) - Number(primary);
  return reachable.toSorted((one, other) => rank(one) - rank(other))[0] ?? null;
}

interface Props {
  people: readonly Person[];
  now: Date;
}

export function CallNow({ people, now }: Props) {
  const { t } = useTranslation("emergency");
  const called = callee(people, now);
  if (!called?.workPhone)
    return <p className={styles.call}>{t("call.nobody")}</p>;
  const { answers, availability, awayNow } = called;
  return (
    <div className={styles.call}>
      <a
        className={styles.phone}
        href={`tel:${called.workPhone.replace(/[^\d+]/g, "")}`}
      >
        <Icon name="phone" />
        <span>
          {t("call.now")} <strong>{phoneInGroups(called.workPhone)}</strong>
        </span>
      </a>
      <p className={styles.muted}>
        <Tag tone={answers ? "ok" : answers === null ? "plain" : "warn"}>
          {t(
            awayNow
              ? "call.away"
              : answers === null
                ? "call.unknown"
                : answers
                  ? "call.open"
                  : "call.closed",
          )}
        </Tag>{" "}
        {called.name}
        {availability && <> · {availability}</>}
      </p>
    </div>
  );
}

export function CallOf({ partnerId, now }: { partnerId: string; now: Date }) {
  const { data } = useQuery(CallPartner, { variables: { partnerId } });
  return data?.node?.__typename === "Partner" ? (
    <CallNow people={data.node.contactPersons} now={now} />
  ) : null;
}
