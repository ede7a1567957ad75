// The state of an agreement as a short word; what ends soon says when.
import { useTranslation } from "react-i18next";

import { Tag, type Tone } from "../design/Tag.js";
import type { AgreementStatus } from "../graphql/generated/graphql.js";
import { endsSoon } from "./choices.js";

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
}

export function StateTag({ agreement }: Props) {
  const { t } = useTranslation("agreements");
  const { status, endsInDays } = agreement;
  return endsSoon(agreement) ? (
    <Tag tone="warn" icon="clock">
      {t("endsIn", { count: endsInDays ?? 0 })}
    </Tag>
  ) : (
    <Tag tone={tones[status]}>{t(`status.${status}`)}</Tag>
  );
}
