// The state of an agreement as a short word; what ends soon says when, and who left it since when it is no party.
import { useTranslation } from "react-i18next";

import { Tag, type Tone } from "../design/Tag.js";
import type { AgreementStatus } from "../graphql/generated/graphql.js";
import { endsSoon } from "./choices.js";
import { useDay } from "./use-span.js";

const tones: Record<AgreementStatus, Tone> = {
  DRAFT: "outline",
  IN_NEGOTIATION: "info",
  AGREED: "warn",
  SIGNED: "info",
  ACTIVE: "ok",
  SUSPENDED: "warn",
  EXPIRED: "danger",
  TERMINATED: "plain",
  WITHDRAWN: "plain",
  REJECTED: "plain",
};

interface Props {
  agreement: { status: AgreementStatus; endsInDays: number | null };
  /** Of the party that it is told for. */
  leaving?: { leftOn: string; hasLeft: boolean } | null;
}

export function StateTag({ agreement, leaving }: Props) {
  const { t } = useTranslation("agreements");
  const day = useDay();
  const { status, endsInDays } = agreement;
  const goesOn = ["SIGNED", "ACTIVE", "SUSPENDED"].includes(status);
  if (leaving && goesOn && (leaving.hasLeft || !endsSoon(agreement)))
    return (
      <Tag tone={leaving.hasLeft ? "plain" : "warn"}>
        {t("left", { day: day(leaving.leftOn) })}
      </Tag>
    );
  return endsSoon(agreement) ? (
    <Tag tone="warn" icon="clock">
      {t("endsIn", { count: endsInDays ?? 0 })}
    </Tag>
  ) : (
    <Tag tone={tones[status]}>{t(`status.${status}`)}</Tag>
  );
}
